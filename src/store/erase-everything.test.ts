// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keptImage, userMessage } from '../testing/turns.ts';
import { ConversationStore } from './conversations.ts';
import { openDatabase } from './database.ts';
import { eraseEverything } from './erase-everything.ts';
import { SEALED_STORES } from './schema.ts';
import { Vault } from './vault.ts';

test('a crash after the keys are gone leaves a profile that starts, empty', async () => {
  const name = 'erased-in-part';
  const database = await openDatabase({ name });
  const vault = await Vault.open(database);
  await keepSomething(new ConversationStore(database, vault));
  const mirror = { erase: async () => {} };
  const letGo = () => Promise.reject(new Error('The browser died.'));
  const erasing = eraseEverything({
    database,
    vault,
    firstName: `${name}-1`,
    mirror,
    letGo,
  });
  await expect(erasing).rejects.toThrow('died');
  expect(await database.count('messages')).toBe(1);

  const again = await Vault.open(database);
  for (const store of SEALED_STORES) expect(await database.count(store)).toBe(0);
  const conversations = new ConversationStore(database, again);
  await keepSomething(conversations);
  expect((await conversations.list()).records).toHaveLength(1);
  database.close();
});

test('a key that is gone and was not destroyed here is still told', async () => {
  const database = await openDatabase({ name: 'key-lost' });
  await keepSomething(new ConversationStore(database, await Vault.open(database)));
  await database.clear('vault');
  await expect(Vault.open(database)).rejects.toMatchObject({ kind: 'bad-data' });
  expect(await database.count('messages')).toBe(1);
  database.close();
});

async function keepSomething(conversations: ConversationStore): Promise<void> {
  await conversations.keepTurn({
    conversationId: 'c1',
    title: 'First',
    messages: [userMessage('u1', 'First', [keptImage('a')])],
    images: [keptImage('a')],
    nowMs: 1,
  });
}
