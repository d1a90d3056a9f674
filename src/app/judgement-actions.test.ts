// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { currentMessages } from './selectors.ts';

const EQUAL = {
  proactiveness: 'tie',
  accuracy: 'tie',
  usefulness: 'tie',
  languageQuality: 'tie',
} as const;

async function answered(): Promise<AppUnderTest> {
  const engine = new ScriptedEngine({ answers: ['A.', 'B.'] });
  const tested = appUnderTest({ engine });
  await tested.app.actions.start();
  tested.app.actions.setDraftText('Which?');
  await tested.app.actions.send();
  return tested;
}

async function visitedAgain({ databaseName, now }: AppUnderTest) {
  const again = appUnderTest({ databaseName });
  await again.app.actions.start();
  await again.app.actions.openConsultation(must(now().conversations[0], 'kept').id);
  return again;
}

const lastId = ({ now }: AppUnderTest) => must(currentMessages(now()).at(-1), 'it').id;

test('a later review stands beside the earlier one, and both are kept', async () => {
  const tested = await answered();
  const messageId = lastId(tested);
  await tested.app.actions.reviewAnswer(messageId, { verdict: 'accepted' });
  await tested.app.actions.reviewAnswer(messageId, { verdict: 'edited', text: 'C.' });
  const again = await visitedAgain(tested);
  const verdicts = again.now().reviews.map(({ verdict, text }) => [verdict, text]);
  expect(verdicts).toHaveLength(2);
  expect(verdicts).toContainEqual(['accepted', undefined]);
  expect(verdicts).toContainEqual(['edited', 'C.']);
  expect(again.now().reviews.at(-1)?.verdict).toBe('edited');
  expect(currentMessages(again.now())[1]?.text).toBe('A.');
});

test('a comparison names both answers and is kept', async () => {
  const tested = await answered();
  const firstId = lastId(tested);
  await tested.app.actions.regenerate();
  const better = { ...EQUAL, accuracy: 'second' } as const;
  await tested.app.actions.compareAnswers(firstId, lastId(tested), better);
  const again = await visitedAgain(tested);
  expect(again.now().comparisons).toMatchObject([
    { firstId, secondId: lastId(tested), better },
  ]);
});

test('another consultation does not show the reviews of this one', async () => {
  const tested = await answered();
  await tested.app.actions.reviewAnswer(lastId(tested), { verdict: 'rejected' });
  tested.app.actions.newConsultation();
  tested.app.actions.setDraftText('Another.');
  await tested.app.actions.send();
  expect(tested.now().reviews).toEqual([]);
});
