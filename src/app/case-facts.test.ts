// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { contextUse } from './context-use.ts';
import { currentMessages } from './selectors.ts';
import { currentFacts } from './what-is-told.ts';

async function started(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  return tested;
}

async function ask({ app }: AppUnderTest, text: string) {
  app.actions.setDraftText(text);
  await app.actions.send();
}

const systemOf = ({ engine }: AppUnderTest, at: number) =>
  engine.requests
    .at(at)
    ?.messages[0]?.content.map((part) => ('text' in part ? part.text : ''))
    .join('');

const lastAnswer = ({ now }: AppUnderTest) =>
  must(currentMessages(now()).at(-1), 'an answer').provenance;

test('facts noted before the first turn are told with it and kept with the consultation', async () => {
  const tested = await started();
  await tested.app.actions.noteFacts({
    age: { value: 7, unit: 'months' },
    allergies: 'penicillin',
  });
  await ask(tested, 'Fever.');
  expect(systemOf(tested, -1)).toContain('- Age: 7 months\n- Allergies: penicillin');
  expect(tested.now().drafts).toEqual({});
  const { databaseName, browser } = tested;
  const again = await started({ databaseName, browser });
  expect(currentFacts(again.now())).toMatchObject({ allergies: 'penicillin' });
});

test('facts of a consultation that is not begun survive a reload', async () => {
  const tested = await started();
  await tested.app.actions.noteFacts({ reason: 'cough' });
  await tested.app.dispose();
  tested.browser.leave();
  const { databaseName } = tested;
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const again = await started({ databaseName });
  expect(currentFacts(again.now())?.reason).toBe('cough');
});

test('an answer says which facts it was told, also when they change', async () => {
  const tested = await started();
  await tested.app.actions.noteFacts({ sex: 'female', notes: 'first' });
  await ask(tested, 'One?');
  await tested.app.actions.noteFacts({ notes: 'second', sex: undefined });
  await ask(tested, 'Two?');
  const [, first, , second] = currentMessages(tested.now());
  expect(first?.provenance?.facts).toMatchObject({ sex: 'female', notes: 'first' });
  expect(second?.provenance?.facts).toMatchObject({ notes: 'second' });
  expect(second?.provenance?.facts).not.toHaveProperty('sex');
  expect(second?.provenance?.system).toBe(systemOf(tested, -1));
});

test('the words before all turns are the same as long as no fact changes', async () => {
  const tested = await started();
  await tested.app.actions.noteFacts({ history: 'asthma' });
  await ask(tested, 'One?');
  await ask(tested, 'Two?');
  expect(systemOf(tested, -1)).toBe(systemOf(tested, -2));
  await tested.app.actions.noteFacts({ history: 'asthma, COPD' });
  await ask(tested, 'Three?');
  expect(systemOf(tested, -1)).not.toBe(systemOf(tested, -2));
});

test('without facts nothing is told of the case', async () => {
  const tested = await started();
  await ask(tested, 'One?');
  expect(systemOf(tested, -1)).not.toContain('Facts of the case');
  expect(lastAnswer(tested)).not.toHaveProperty('facts');
});

test('the context counts facts, before an answer and when they change after it', async () => {
  const tested = await started();
  const used = () => must(contextUse(tested.now()), 'ready').usedTokens;
  const empty = used();
  await tested.app.actions.noteFacts({ notes: 'abcd'.repeat(100) });
  expect(used() - empty).toBeGreaterThanOrEqual(100);
  await ask(tested, 'One?');
  const answered = used();
  await tested.app.actions.noteFacts({ notes: 'abcd'.repeat(150) });
  expect(used() - answered).toBe(50);
});

test('the last of several facts noted quickly stays', async () => {
  const tested = await started();
  await ask(tested, 'One?');
  const notes = ['a', 'ab', 'abc', 'abcd'];
  await Promise.all(notes.map((text) => tested.app.actions.noteFacts({ notes: text })));
  const { databaseName, browser } = tested;
  const again = await started({ databaseName, browser });
  expect(currentFacts(again.now())?.notes).toBe('abcd');
});

test('a search finds a consultation by its facts', async () => {
  const tested = await started();
  await ask(tested, 'One?');
  await tested.app.actions.noteFacts({ medication: 'Rivaroxaban 20 mg' });
  await tested.until(({ search }) => search.isOpen);
  const found = async () => (await tested.app.actions.search('rivarox')).hits;
  await expect
    .poll(found)
    .toMatchObject([{ snippet: { text: expect.stringContaining('Rivaroxaban') } }]);
});
