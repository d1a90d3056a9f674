// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { appUnderTest } from '../testing/app-under-test.ts';
import { currentDraft } from './selectors.ts';

test('images that were not sent are there after a reload, with their captions', async () => {
  const first = appUnderTest();
  await first.app.actions.start();
  await first.app.actions.addImages([new File([], 'a'), new File([], 'b')]);
  first.app.actions.captionDraftImage('a'.repeat(64), 'left wrist');
  const before = currentDraft(first.now()).images;
  first.browser.leave();
  await first.app.dispose();

  const { databaseName, browser } = first;
  const again = appUnderTest({ databaseName, browser });
  await again.app.actions.start();
  const { images, readingImages } = currentDraft(again.now());
  expect(images.map(({ attachment }) => attachment)).toEqual(
    before.map(({ attachment }) => attachment),
  );
  expect(images[0]?.attachment.caption).toBe('left wrist');
  expect(await images[1]?.blob.bytes()).toEqual(await before[1]?.blob.bytes());
  expect(readingImages).toEqual([]);
  await again.app.dispose();
});

test('a draft whose last image is removed leaves nothing on disk', async () => {
  const { app, browser, databaseName } = appUnderTest();
  await app.actions.start();
  await app.actions.addImages([new File([], 'a')]);
  browser.leave();
  await expect.poll(() => draftsIn(databaseName)).toBe(1);
  app.actions.removeDraftImage('a'.repeat(64));
  await expect.poll(() => draftsIn(databaseName)).toBe(0);
  await app.dispose();
});

async function draftsIn(name: string): Promise<number> {
  const database = await openDatabase({ name });
  const count = await database.count('drafts');
  database.close();
  return count;
}
