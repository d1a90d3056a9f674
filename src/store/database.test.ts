// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { DATABASE_VERSION } from './migrations.ts';

test('a new database has every store and index', async () => {
  const database = await openDatabase({ name: 'fresh' });
  expect([...database.objectStoreNames]).toEqual([
    'attachments',
    'audit',
    'conversations',
    'drafts',
    'failedUnlocks',
    'messages',
    'sealedAttachments',
    'sealedConversations',
    'sealedMessages',
    'settings',
    'vault',
  ]);
  const { indexNames } = database.transaction('sealedMessages').store;
  expect([...indexNames]).toEqual(['byAttachment', 'byConversation', 'byState']);
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
