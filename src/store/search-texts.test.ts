// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { answerMessage, keptImage, turn, userMessage } from '../testing/turns.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { Erasures } from './erasures.ts';
import { SearchTexts } from './search-texts.ts';
import { Vault } from './vault.ts';

let names = 0;
let database: Database;
let conversations: ConversationStore;
let erasures: Erasures;
let texts: SearchTexts;

beforeEach(async () => {
  database = await openDatabase({ name: `search-${++names}` });
  const vault = await Vault.open(database);
  conversations = new ConversationStore(database, vault);
  erasures = new Erasures(database, vault, async () => {});
  texts = new SearchTexts(database, vault);
});
afterEach(() => database.close());

test('what was gathered opens as it was, images by name', async () => {
  const image = keptImage('a');
  await ask('c1', [userMessage('u1', 'It hurts.', [image])], 1);
  await write('c1');
  const { opened, stale } = await texts.open(['c1']);
  expect(stale).toEqual([]);
  expect(opened).toMatchObject([
    { header: { id: 'c1' }, turns: [{ id: 'u1', text: 'It hurts.\na.png' }] },
  ]);
});

test('one that was never written, is of an earlier turn, or had a growing answer is stale', async () => {
  await ask('never', [userMessage('u1', 'one')], 1);
  await ask('earlier', [userMessage('u2', 'one')], 1);
  await write('earlier');
  await ask('earlier', [userMessage('u3', 'two')], 2);
  await ask('growing', [answerMessage('a1', '', { state: 'growing' })], 3);
  await write('growing');
  await conversations.updateMessage(answerMessage('a1', 'whole'));
  await ask('fresh', [userMessage('u4', 'one')], 4);
  await write('fresh');
  const ids = await texts.newestFirst();
  expect(ids).toEqual(['fresh', 'growing', 'earlier', 'never']);
  const { opened, stale } = await texts.open(ids);
  expect(opened.map(({ header }) => header.id)).toEqual(['fresh']);
  expect(stale).toEqual(['growing', 'earlier', 'never']);
  for (const id of stale) await write(id);
  const again = await texts.open(ids);
  expect(again.stale).toEqual([]);
  expect(again.opened[1]?.turns).toEqual([{ id: 'a1', text: 'whole' }]);
});

test('a turn that a restored archive added in the past is noticed', async () => {
  await ask('c1', [userMessage('u1', 'one')], 5);
  await write('c1');
  await ask('c1', [userMessage('u2', 'from the archive')], 5);
  expect((await texts.open(['c1'])).stale).toEqual(['c1']);
});

test('no word of it lies in the clear', async () => {
  await ask('c1', [userMessage('u1', 'canary-words', [keptImage('a')])], 1);
  await write('c1');
  const [record] = await database.getAll('searchTexts');
  const lying = JSON.stringify(record, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  );
  expect(lying).toContain('c1'); // what is in the clear is found
  expect(lying).not.toContain('canary');
  expect(lying).not.toContain('u1');
  expect(lying).not.toContain('a.png');
});

test('a damaged record, and one of another consultation, are stale and made again', async () => {
  await ask('c1', [userMessage('u1', 'one')], 1);
  await ask('c2', [userMessage('u2', 'two')], 2);
  await write('c1');
  await write('c2');
  const [first, second] = [await sealed('c1'), await sealed('c2')];
  await database.put('searchTexts', { ...first, sealed: second.sealed });
  const bytes = new Uint8Array(second.sealed.slice(0));
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await database.put('searchTexts', { ...second, sealed: bytes.buffer });
  expect((await texts.open(['c1', 'c2'])).stale).toEqual(['c1', 'c2']);
  await write('c1');
  await write('c2');
  expect((await texts.open(['c1', 'c2'])).stale).toEqual([]);
});

test('erasing a consultation leaves nothing of it, and nothing is written afterwards', async () => {
  await ask('c1', [userMessage('u1', 'one')], 1);
  const late = must(await texts.gather('c1'), 'kept');
  await texts.keep(late);
  await erasures.eraseConversation('c1');
  expect(await database.count('searchTexts')).toBe(0);
  await texts.keep(late);
  expect(await database.count('searchTexts')).toBe(0);
  expect(await texts.gather('c1')).toBeUndefined();
  expect(await texts.open(['c1'])).toEqual({ opened: [], stale: [] });
});

test('a damaged header or turn takes nothing with it', async () => {
  await ask('c1', [userMessage('u1', 'one')], 1);
  await ask('c2', [userMessage('u2', 'two'), userMessage('u3', 'three')], 2);
  await database.put('conversations', { id: 'c1', updatedMs: 1 } as never);
  await database.put('messages', { ...(await sealedTurn('u2')), order: 7 });
  expect(await texts.gather('c1')).toBeUndefined();
  await write('c2');
  const { opened, stale } = await texts.open(['c1', 'c2']);
  expect(stale).toEqual([]);
  expect(opened.map(({ turns }) => turns)).toEqual([[{ id: 'u3', text: 'three' }]]);
});

async function sealed(id: string) {
  return must(await database.get('searchTexts', id), 'it was written');
}

async function sealedTurn(id: string) {
  return must(await database.get('messages', id), 'it was kept');
}

async function write(id: string): Promise<void> {
  await texts.keep(must(await texts.gather(id), 'it is kept'));
}

async function ask(
  conversationId: string,
  messages: Parameters<typeof turn>[0]['messages'] & {},
  nowMs: number,
): Promise<void> {
  await conversations.keepTurn(turn({ conversationId, messages, nowMs }));
}
