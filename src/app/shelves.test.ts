// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';

async function three(): Promise<AppUnderTest> {
  const tested = appUnderTest();
  await tested.app.actions.start();
  for (const text of ['one', 'two', 'three']) {
    tested.app.actions.newConsultation();
    tested.app.actions.setDraftText(text);
    await tested.app.actions.send();
  }
  return tested;
}

const idOf = ({ now }: AppUnderTest, title: string) =>
  must(
    now().conversations.find((one) => one.title === title),
    title,
  ).id;
const shelves = ({ now }: AppUnderTest) =>
  Object.fromEntries(now().conversations.map(({ title, shelf }) => [title, shelf]));

test('archiving several can be undone, and each goes back to where it was', async () => {
  const tested = await three();
  const { actions } = tested.app;
  await actions.shelve([idOf(tested, 'one')], 'pinned');
  await actions.shelve([idOf(tested, 'one'), idOf(tested, 'two')], 'archived');
  expect(shelves(tested)).toEqual({
    one: 'archived',
    two: 'archived',
    three: undefined,
  });
  const notice = must(
    tested.now().notices.find(({ kind }) => kind === 'archived'),
    'it is told',
  );
  await actions.undoShelving(notice.id);
  expect(shelves(tested)).toEqual({ one: 'pinned', two: undefined, three: undefined });
  expect(tested.now().notices).toEqual([]);
});

test('archived consultations are read when asked for, and a search finds them and says so', async () => {
  const first = await three();
  await first.app.actions.shelve([idOf(first, 'two')], 'archived');
  const tested = appUnderTest({ databaseName: first.databaseName });
  const { actions } = tested.app;
  await actions.start();
  expect(Object.keys(shelves(tested)).toSorted()).toEqual(['one', 'three']);
  await actions.showArchivedConsultations();
  expect(shelves(tested)).toMatchObject({ two: 'archived' });
  expect(tested.now().hasOlderArchived).toBe(false);
  const found = async () => (await actions.search('two')).hits;
  await expect.poll(found).toMatchObject([{ isArchived: true }]);
});

test('several are tagged and erased together', async () => {
  const tested = await three();
  const { actions } = tested.app;
  const ids = [idOf(tested, 'one'), idOf(tested, 'three')];
  await actions.tagConsultations(ids, ' ecg ');
  await actions.tagConsultations(ids, 'ecg');
  expect(tested.now().conversations.map(({ title, tags }) => [title, tags])).toEqual([
    ['three', ['ecg']],
    ['two', []],
    ['one', ['ecg']],
  ]);
  await actions.deleteConsultations(ids);
  expect(tested.now().conversations.map(({ title }) => title)).toEqual(['two']);
});
