// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { contextUse, estimateTokens, isNearlyFull } from './context-use.ts';
import { currentMessages } from './selectors.ts';

const usedBy = ({ now }: AppUnderTest) => must(contextUse(now()), 'it is ready');

test('nothing is said before a model says what it can read', () => {
  expect(contextUse(appUnderTest().now())).toBeUndefined();
});

test('what the engine counted is used, and the draft is estimated on top', async () => {
  const tested = appUnderTest();
  await tested.app.actions.start();
  tested.app.actions.setDraftText('What hurts?');
  await tested.app.actions.send();
  const { promptTokens, newTokens } = must(
    currentMessages(tested.now()).at(-1)?.provenance,
    'the answer says so',
  );
  expect(usedBy(tested)).toEqual({
    usedTokens: promptTokens + newTokens,
    limitTokens: 2048,
  });
  tested.app.actions.setDraftText('abcd'.repeat(100));
  expect(usedBy(tested).usedTokens).toBe(promptTokens + newTokens + 100 + 5);
});

test('an edited turn takes the place of what follows it', async () => {
  const tested = appUnderTest();
  await tested.app.actions.start();
  for (const text of ['One', 'Two', 'Three']) {
    tested.app.actions.setDraftText(`${text} ${'word '.repeat(50)}`);
    await tested.app.actions.send();
  }
  const before = usedBy(tested).usedTokens;
  const second = must(currentMessages(tested.now())[2], 'the second question');
  await tested.app.actions.beginEdit(second.id);
  expect(usedBy(tested).usedTokens).toBeLessThan(before);
});

test('letters count as they did in the last answer', async () => {
  const long = 'y '.repeat(40); // a token each for the script: twice the estimate
  const tested = appUnderTest({ engine: new ScriptedEngine({ answers: [long] }) });
  await tested.app.actions.start();
  tested.app.actions.setDraftText('Speak.');
  await tested.app.actions.send();
  const before = usedBy(tested).usedTokens;
  tested.app.actions.setDraftText('abcd'.repeat(50));
  expect(usedBy(tested).usedTokens - before).toBeGreaterThan(95);
});

test('Chinese takes more tokens a letter than English', () => {
  expect(estimateTokens('胸痛三天，伴有发热。')).toBe(7);
  expect(estimateTokens('chest pain')).toBe(3);
});

test('it is nearly full from four fifths on', () => {
  expect(isNearlyFull({ usedTokens: 799, limitTokens: 1000 })).toBe(false);
  expect(isNearlyFull({ usedTokens: 800, limitTokens: 1000 })).toBe(true);
});
