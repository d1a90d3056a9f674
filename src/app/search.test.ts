// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { openDatabase } from '../store/database.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { currentId, currentMessages } from './selectors.ts';

const PASSPHRASE = 'correct horse battery';

async function started(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  return tested;
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.setDraftText(text);
  await app.actions.send();
}

/** What is found once the index is open, and it is there. */
async function found({ app, now }: AppUnderTest, query: string) {
  await expect.poll(() => now().search.isOpen).toBe(true);
  const search = async () => (await app.actions.search(query)).hits;
  await expect.poll(search, { timeout: 5000 }).not.toEqual([]);
  return search();
}

/** The same where nothing is expected. */
async function missing({ app, now }: AppUnderTest, query: string) {
  await expect.poll(() => now().search.isOpen).toBe(true);
  return (await app.actions.search(query)).hits;
}

test('a turn, its answer, a new title and a patient are found at once', async () => {
  const tested = await started();
  await ask(tested, 'Pericarditis?');
  const id = must(currentId(tested.now()), 'it is kept');
  expect(await found(tested, 'pericard')).toMatchObject([{ conversationId: id }]);
  const answer = must(currentMessages(tested.now()).at(-1), 'it was answered');
  const words = answer.text.split(' ').slice(0, 2).join(' ');
  expect((await found(tested, words))[0]?.messageId).toBe(answer.id);
  await tested.app.actions.describeConsultation(id, {
    title: 'Renamed',
    patientName: '王小明',
    tags: ['night'],
  });
  expect(await found(tested, 'renamed 小明 NIGHT')).toHaveLength(1);
  expect((await found(tested, '小明'))[0]?.patient?.text).toBe('王小明');
});

test('what is found in another branch is shown with its branch', async () => {
  const tested = await started();
  await ask(tested, 'First wording.');
  const question = must(currentMessages(tested.now())[0], 'it was asked');
  await tested.app.actions.beginEdit(question.id);
  await ask(tested, 'Other wording.');
  tested.app.actions.newConsultation();
  const [hit] = await found(tested, 'first');
  await tested.app.actions.showFound(must(hit, 'it is found'));
  expect(currentMessages(tested.now())[0]?.text).toBe('First wording.');
  expect(tested.now().sought).toEqual({ messageId: question.id });
});

test('nothing is found while the page is locked, everything afterwards', async () => {
  const tested = await started();
  await ask(tested, 'Pericarditis?');
  await tested.app.actions.setPassphrase(PASSPHRASE);
  expect(await found(tested, 'pericard')).not.toEqual([]);
  await tested.app.actions.lock();
  expect(tested.now().search.isOpen).toBe(false);
  expect((await tested.app.actions.search('pericard')).hits).toEqual([]);
  await tested.app.actions.unlock(PASSPHRASE);
  expect(await found(tested, 'pericard')).not.toEqual([]);
});

test('an erased consultation is not found, now or later', async () => {
  const tested = await started();
  await ask(tested, 'Pericarditis?');
  const id = must(currentId(tested.now()), 'it is kept');
  await tested.app.actions.deleteConsultation(id);
  expect(await missing(tested, 'pericard')).toEqual([]);
  await tested.app.dispose();
  const { databaseName } = tested;
  expect(await missing(await started({ databaseName }), 'pericard')).toEqual([]);
});

test('a profile without search texts gets them behind the page', async () => {
  const first = await started();
  await ask(first, 'Pericarditis?');
  expect(await found(first, 'pericard')).not.toEqual([]);
  await first.app.dispose();
  const { databaseName } = first;
  const database = await openDatabase({ name: databaseName });
  await database.clear('searchTexts');
  const second = await started({ databaseName });
  expect(await found(second, 'pericard')).not.toEqual([]);
  expect(await database.count('searchTexts')).toBe(1);
  database.close();
});
