// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { canContinue, currentMessages } from './selectors.ts';

const lastOf = ({ now }: AppUnderTest) =>
  must(currentMessages(now()).at(-1), 'there is a turn');

/** An app whose answer was stopped after `one `; the next is `three four`. */
async function stopped(shared: Parameters<typeof appUnderTest>[0] = {}) {
  const engine = new ScriptedEngine({
    answers: ['one two', 'three four'],
    wordMs: 20,
  });
  const tested = appUnderTest({ engine, ...shared });
  await tested.app.actions.start();
  tested.app.actions.setDraftText('Count.');
  const sending = tested.app.actions.send();
  await tested.until((state) => currentMessages(state)[1]?.text === 'one ');
  tested.app.actions.stop();
  await sending;
  return tested;
}

test('an answer that was stopped grows on, as the same turn', async () => {
  const tested = await stopped();
  const before = lastOf(tested);
  expect(before).toMatchObject({ state: 'stopped', tokenIds: [0] });
  await tested.app.actions.continueAnswer();
  const after = lastOf(tested);
  expect(after).toMatchObject({
    id: before.id,
    text: 'one three four',
    state: 'complete',
    finish: 'stop-token',
    provenance: {
      promptTokens: before.provenance?.promptTokens,
      newTokens: (before.provenance?.newTokens ?? 0) + 2,
      continuations: 1,
    },
  });
  expect(after.tokenIds).toEqual([0, 1]);
  expect(tested.engine.requests[1]).toMatchObject({
    begun: { text: 'one ', tokenIds: [0] },
  });
  expect(currentMessages(tested.now())).toHaveLength(2);
});

test('an answer that reached its length goes on, one that ended by itself does not', async () => {
  const tested = appUnderTest();
  tested.engine.finish = 'length';
  await tested.app.actions.start();
  tested.app.actions.setDraftText('Since when?');
  await tested.app.actions.send();
  expect(canContinue(tested.now())).toBe(true);
  tested.engine.finish = 'stop-token';
  await tested.app.actions.continueAnswer();
  expect(lastOf(tested).text).toBe('Since when?Since when?');
  expect(canContinue(tested.now())).toBe(false);
});

test('what a doctor judged stays as it was judged', async () => {
  const tested = await stopped();
  await tested.app.actions.reviewAnswer(lastOf(tested).id, { verdict: 'accepted' });
  expect(canContinue(tested.now())).toBe(false);
});

test('a device that is lost on the way begins again where the answer was left', async () => {
  const tested = await stopped();
  tested.engine.answerErrors.push(
    new AssistantError('device-lost', 'The GPU went away.', { reason: 'test' }),
  );
  await tested.app.actions.continueAnswer();
  expect(lastOf(tested)).toMatchObject({ text: 'one one two', state: 'complete' });
});

test('a later visit can go on too', async () => {
  const tested = await stopped();
  const { databaseName, browser } = tested;
  const second = appUnderTest({ databaseName, browser });
  await second.app.actions.start();
  await vi.waitFor(() => expect(canContinue(second.now())).toBe(true));
  await second.app.actions.continueAnswer();
  expect(second.engine.requests[0]?.begun).toEqual({ text: 'one ', tokenIds: [0] });
});
