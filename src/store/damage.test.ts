// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { keptImage, turn, userMessage } from '../testing/turns.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import type { SealedMessage } from './sealed-records.ts';
import { Vault } from './vault.ts';

let names = 0;
let database: Database;
let conversations: ConversationStore;
let attachments: AttachmentStore;

beforeEach(async () => {
  database = await openDatabase({ name: `damage-${++names}` });
  const vault = await Vault.open(database);
  conversations = new ConversationStore(database, vault);
  attachments = new AttachmentStore(database, vault);
});
afterEach(() => database.close());

test('a damaged header is reported and the others are listed', async () => {
  await keep('c1', 'whole', 1);
  await database.put('conversations', { id: 'c2', updatedMs: 7 } as never);
  const { records, damaged } = await conversations.list();
  expect(records.map((record) => record.id)).toEqual(['c1']);
  expect(damaged).toMatchObject([{ store: 'conversations', key: 'c2' }]);
  expect(damaged[0]?.reason).toContain('wrappedKey');
});

test('a damaged turn is reported, the others are shown, and it stays where it is', async () => {
  await keep('c1', 'whole', 1);
  const half = { id: 'x', conversationId: 'c1', order: 1, state: 'complete' };
  await database.put('messages', half as never);
  await conversations.keepTurn(turn({ messages: [userMessage('u9', 'later')] }));
  const opened = await conversations.open('c1');
  expect(opened?.conversation.messages.map((message) => message.text)).toEqual([
    'whole',
    'later',
  ]);
  expect(opened?.damaged).toMatchObject([{ store: 'messages', key: 'x' }]);
  expect(await database.get('messages', 'x')).toBeDefined();
});

test('a record of a newer version is not touched', async () => {
  await keep('c1', 'whole', 1);
  const kept = await database.get('conversations', 'c1');
  await database.put('conversations', { ...kept, version: 4 } as never);
  expect((await conversations.list()).damaged).toHaveLength(1);
  expect(await conversations.open('c1')).toBeUndefined();
});

test('a turn with one flipped bit is reported, the others are shown', async () => {
  await keep('c1', 'one', 1);
  await keep('c1', 'two', 2);
  const kept = must(await database.get('messages', 'c1-1'), 'kept');
  const bytes = new Uint8Array(kept.sealed);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await database.put('messages', kept);
  const opened = await conversations.open('c1');
  expect(opened?.conversation.messages.map(({ text }) => text)).toEqual(['two']);
  expect(opened?.damaged).toMatchObject([{ store: 'messages', key: 'c1-1' }]);
});

test('turns that changed places are reported', async () => {
  await keep('c1', 'one', 1);
  await keep('c1', 'two', 2);
  await keep('c1', 'three', 3);
  const [first, second] = [await sealedTurn('c1-1'), await sealedTurn('c1-2')];
  await database.put('messages', { ...first, sealed: second.sealed });
  await database.put('messages', { ...second, sealed: first.sealed });
  const opened = await conversations.open('c1');
  expect(opened?.conversation.messages.map(({ text }) => text)).toEqual(['three']);
  expect(opened?.damaged.map(({ key }) => key).toSorted()).toEqual(['c1-1', 'c1-2']);
});

test('a turn that was given another order is reported', async () => {
  await keep('c1', 'one', 1);
  await database.put('messages', { ...(await sealedTurn('c1-1')), order: 5 });
  expect((await conversations.open('c1'))?.damaged).toMatchObject([{ key: 'c1-1' }]);
});

test('a turn of another consultation is reported', async () => {
  await keep('c1', 'of the first', 1);
  await keep('c2', 'of the second', 2);
  const stranger = { ...(await sealedTurn('c2-2')), conversationId: 'c1', order: 9 };
  await database.put('messages', stranger);
  const opened = await conversations.open('c1');
  expect(opened?.conversation.messages.map(({ text }) => text)).toEqual([
    'of the first',
  ]);
  expect(opened?.damaged).toMatchObject([{ key: 'c2-2' }]);
});

test('headers that changed places are reported, key and all', async () => {
  await keep('c1', 'one', 1);
  await keep('c2', 'two', 2);
  await keep('c3', 'three', 3);
  const read = async (id: string) =>
    must(await database.get('conversations', id), 'kept');
  const [first, second] = [await read('c1'), await read('c2')];
  await database.put('conversations', { ...second, id: 'c1' });
  await database.put('conversations', { ...first, sealed: second.sealed });
  await database.put('conversations', { ...first, id: 'c2' });
  const { records, damaged } = await conversations.list();
  expect(records.map((record) => record.id)).toEqual(['c3']);
  expect(damaged.map(({ key }) => key).toSorted()).toEqual(['c1', 'c2']);
});

test('an image in the place of another is not shown', async () => {
  const [a, b] = [keptImage('a'), keptImage('b')];
  const messages = [userMessage('u1', 'Both.', [a, b])];
  await conversations.keepTurn(turn({ messages, images: [a, b] }));
  const [one, other] = await database.getAll('attachments');
  const swapped = {
    ...must(one, 'kept'),
    sealedBytes: must(other, 'kept').sealedBytes,
  };
  await database.put('attachments', swapped);
  const shown = await Promise.all(
    [a, b].map(({ sha256 }) => attachments.read('c1', sha256)),
  );
  expect(shown.filter((blob) => blob !== undefined)).toHaveLength(1);
});

async function sealedTurn(id: string): Promise<SealedMessage> {
  return must(await database.get('messages', id), 'it was kept');
}

async function keep(
  conversationId: string,
  text: string,
  nowMs: number,
): Promise<void> {
  const id = `${conversationId}-${nowMs}`;
  const messages = [userMessage(id, text)];
  await conversations.keepTurn(turn({ conversationId, title: text, messages, nowMs }));
}
