// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appUnderTest } from '../testing/app-under-test.ts';

test('the person is asked before the page goes while the disk refuses what was typed', async () => {
  const tested = appUnderTest();
  await tested.app.actions.start();
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (this.name !== 'drafts') return put.apply(this, given);
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  tested.app.actions.setDraftText('not on disk yet');
  tested.browser.leave();
  await tested.until(({ notices }) => notices.length > 0);
  expect(tested.browser.asksBeforeLeaving).toBe(true);

  IDBObjectStore.prototype.put = put;
  await tested.app.actions.writeAgain();
  expect(tested.browser.asksBeforeLeaving).toBe(false);
  await tested.app.dispose();
});
