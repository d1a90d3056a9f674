// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { DATABASE_VERSION } from './schema.ts';

test('a new database has every store and index', async () => {
  const database = await openDatabase({ name: 'fresh' });
  expect([...database.objectStoreNames]).toEqual([
    'attachments',
    'audit',
    'comparisons',
    'conversations',
    'drafts',
    'erasures',
    'failedUnlocks',
    'messages',
    'meta',
    'patients',
    'reviews',
    'searchTexts',
    'settings',
    'vault',
  ]);
  const { indexNames } = database.transaction('messages').store;
  expect([...indexNames]).toEqual(['byConversation', 'byState']);
  database.close();
});

test('a database of a newer version is left alone, and we say so', async () => {
  const newer = await openDB('newer', DATABASE_VERSION + 1);
  newer.close();
  await expect(openDatabase({ name: 'newer' })).rejects.toMatchObject({
    kind: 'bad-data',
    message: expect.stringContaining('newer version') as string,
  });
});

test('a tab that wants to upgrade gets the database, and we hear of it', async () => {
  let isClosed = false;
  await openDatabase({
    name: 'shared',
    onClosed: () => {
      isClosed = true;
    },
  });
  const upgraded = await openDB('shared', DATABASE_VERSION + 1);
  expect(isClosed).toBe(true);
  upgraded.close();
});
