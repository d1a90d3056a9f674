// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, writing } from './database.ts';

const { transaction: begin } = IDBDatabase.prototype;

let open = 0;
let most = 0;

beforeEach(() => {
  [open, most] = [0, 0];
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = begin.apply(this, given);
    if (transaction.mode !== 'readwrite') return transaction;
    most = Math.max(most, ++open);
    for (const end of ['complete', 'abort']) {
      transaction.addEventListener(end, () => open--);
    }
    return transaction;
  };
});
afterEach(() => {
  IDBDatabase.prototype.transaction = begin;
});

test('transactions that write follow one another, in all databases, also after one that failed', async () => {
  const first = await openDatabase({ name: 'first-of-two' });
  const second = await openDatabase({ name: 'second-of-two' });
  const work = [
    writing(first, ['settings'], (transaction) =>
      transaction.objectStore('settings').put('zh', 'language'),
    ),
    writing(first, ['drafts'], () => Promise.reject(new Error('It failed.'))),
    writing(first, ['failedUnlocks'], (transaction) =>
      transaction.objectStore('failedUnlocks').add({ timeMs: 1 }),
    ),
    writing(second, ['settings'], (transaction) =>
      transaction.objectStore('settings').put('en', 'language'),
    ),
  ];
  const ended = await Promise.allSettled(work);
  expect(ended.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(most).toBe(1);
  expect(await second.get('settings', 'language')).toBe('en');
  first.close();
  second.close();
});
