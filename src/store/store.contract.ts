/**
 * @file What the database promises, in Node's imitation and in a real browser.
 *
 * `openDatabase` must be the real one; the test file brings `indexedDB`.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { answerMessage, keptImage, userMessage } from '../testing/turns.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import type { Turn } from './keep-turn.ts';
import { SEALED_STORES } from './migrations.ts';
import type { SealedMessage } from './sealed-records.ts';
import { SettingsStore } from './settings.ts';
import type { DeviceSeal } from './vault-record.ts';
import { Vault } from './vault.ts';

let name: string;
let database: Database;
let conversations: ConversationStore;
let attachments: AttachmentStore;
let names = 0;

export function describeStore(where: string): void {
  beforeEach(async () => {
    name = `test-${++names}-${Math.random()}`;
    database = await openDatabase({ name });
    const vault = await Vault.open(database);
    conversations = new ConversationStore(database, vault);
    attachments = new AttachmentStore(database, vault);
  });
  afterEach(() => database.close());

  describe(`consultations ${where}`, () => {
    describeTurns();
    describeDamage();
    describeAbandoned();
  });
  describe(`secrecy ${where}`, () => {
    describeSecrecy();
  });
  describe(`images ${where}`, () => {
    describeImages();
  });
  describe(`settings ${where}`, () => {
    describeSettings();
  });
}

function describeTurns(): void {
  test('a turn comes back as it was kept, images too', async () => {
    const messages = [userMessage('u1', 'It hurts.', [keptImage('a')])];
    await conversations.keepTurn(turn({ messages, images: [keptImage('a')] }));
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages).toEqual(messages);
    expect(opened?.damaged).toEqual([]);
    const blob = await attachments.read('c1', 'a'.repeat(64));
    expect(blob?.type).toBe('image/png');
    expect(await blob?.text()).toBe('a');
  });

  test('the one changed last is listed first, without its turns', async () => {
    await keep('c1', 'first', 1);
    await keep('c2', 'second', 2);
    await keep('c1', 'more of the first', 3);
    const { records } = await conversations.list();
    expect(records.map((record) => record.id)).toEqual(['c1', 'c2']);
    expect(records[0]).toEqual({
      version: 1,
      id: 'c1',
      title: 'first',
      createdMs: 1,
      updatedMs: 3,
    });
  });

  test('a growing answer is written over itself and stays in its place', async () => {
    const answer = answerMessage('a1', '', { state: 'growing' });
    await conversations.keepTurn(
      turn({ messages: [userMessage('u1', 'Why?'), answer] }),
    );
    await conversations.updateMessage({ ...answer, text: 'Because', state: 'growing' });
    const whole = answerMessage('a1', 'Because.', { finish: 'stop-token' });
    await conversations.updateMessage(whole);
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.id)).toEqual([
      'u1',
      'a1',
    ]);
    expect(opened?.conversation.messages[1]).toEqual(whole);
  });

  test('an edit replaces its turn and everything after', async () => {
    for (const [id, text] of [
      ['u1', 'one'],
      ['a1', 'two'],
      ['u2', 'three'],
    ] as const) {
      await conversations.keepTurn(turn({ messages: [userMessage(id, text)] }));
    }
    await conversations.keepTurn(
      turn({ replaceFrom: 'a1', messages: [userMessage('a2', 'two again')] }),
    );
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.text)).toEqual([
      'one',
      'two again',
    ]);
  });

  test('an answer that was deleted meanwhile is not brought back', async () => {
    await keep('c1', 'one', 1);
    await conversations.delete('c1');
    await conversations.updateMessage(answerMessage('a1', 'late'));
    expect(await conversations.open('c1')).toBeUndefined();
    expect(await database.count('sealedMessages')).toBe(0);
  });

  test('a new title stays through the next turn', async () => {
    await keep('c1', 'first words', 1);
    await conversations.rename('c1', 'Chest pain');
    await keep('c1', 'more', 2);
    expect((await conversations.list()).records[0]?.title).toBe('Chest pain');
  });
}

function describeDamage(): void {
  test('a damaged header is reported and the others are listed', async () => {
    await keep('c1', 'whole', 1);
    await database.put('sealedConversations', { id: 'c2', updatedMs: 7 } as never);
    const { records, damaged } = await conversations.list();
    expect(records.map((record) => record.id)).toEqual(['c1']);
    expect(damaged).toMatchObject([{ store: 'conversations', key: 'c2' }]);
    expect(damaged[0]?.reason).toContain('wrappedKey');
  });

  test('a damaged turn is reported, the others are shown, and it stays where it is', async () => {
    await keep('c1', 'whole', 1);
    const half = { id: 'x', conversationId: 'c1', order: 1, state: 'complete' };
    await database.put('sealedMessages', half as never);
    await conversations.keepTurn(turn({ messages: [userMessage('u9', 'later')] }));
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.text)).toEqual([
      'whole',
      'later',
    ]);
    expect(opened?.damaged).toMatchObject([{ store: 'messages', key: 'x' }]);
    expect(await database.get('sealedMessages', 'x')).toBeDefined();
  });

  test('a record of a newer version is not touched', async () => {
    await keep('c1', 'whole', 1);
    const kept = await database.get('sealedConversations', 'c1');
    await database.put('sealedConversations', { ...kept, version: 3 } as never);
    expect((await conversations.list()).damaged).toHaveLength(1);
    expect(await conversations.open('c1')).toBeUndefined();
  });

  test('a turn with one flipped bit is reported, the others are shown', async () => {
    await keep('c1', 'one', 1);
    await keep('c1', 'two', 2);
    const kept = must(await database.get('sealedMessages', 'c1-1'), 'kept');
    const bytes = new Uint8Array(kept.sealed);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await database.put('sealedMessages', kept);
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map(({ text }) => text)).toEqual(['two']);
    expect(opened?.damaged).toMatchObject([{ store: 'messages', key: 'c1-1' }]);
  });

  test('turns that changed places are reported', async () => {
    await keep('c1', 'one', 1);
    await keep('c1', 'two', 2);
    await keep('c1', 'three', 3);
    const [first, second] = [await sealedTurn('c1-1'), await sealedTurn('c1-2')];
    await database.put('sealedMessages', { ...first, sealed: second.sealed });
    await database.put('sealedMessages', { ...second, sealed: first.sealed });
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map(({ text }) => text)).toEqual(['three']);
    expect(opened?.damaged.map(({ key }) => key).toSorted()).toEqual(['c1-1', 'c1-2']);
  });

  test('a turn that was given another order is reported', async () => {
    await keep('c1', 'one', 1);
    await database.put('sealedMessages', { ...(await sealedTurn('c1-1')), order: 5 });
    expect((await conversations.open('c1'))?.damaged).toMatchObject([{ key: 'c1-1' }]);
  });

  test('a turn of another consultation is reported', async () => {
    await keep('c1', 'of the first', 1);
    await keep('c2', 'of the second', 2);
    const stranger = { ...(await sealedTurn('c2-2')), conversationId: 'c1', order: 9 };
    await database.put('sealedMessages', stranger);
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
      must(await database.get('sealedConversations', id), 'kept');
    const [first, second] = [await read('c1'), await read('c2')];
    await database.put('sealedConversations', { ...second, id: 'c1' });
    await database.put('sealedConversations', { ...first, sealed: second.sealed });
    await database.put('sealedConversations', { ...first, id: 'c2' });
    const { records, damaged } = await conversations.list();
    expect(records.map((record) => record.id)).toEqual(['c3']);
    expect(damaged.map(({ key }) => key).toSorted()).toEqual(['c1', 'c2']);
  });

  test('an image in the place of another is not shown', async () => {
    const [a, b] = [keptImage('a'), keptImage('b')];
    const messages = [userMessage('u1', 'Both.', [a, b])];
    await conversations.keepTurn(turn({ messages, images: [a, b] }));
    const [one, other] = await database.getAll('sealedAttachments');
    const swapped = {
      ...must(one, 'kept'),
      sealedBytes: must(other, 'kept').sealedBytes,
    };
    await database.put('sealedAttachments', swapped);
    const shown = await Promise.all(
      [a, b].map(({ sha256 }) => attachments.read('c1', sha256)),
    );
    expect(shown.filter((blob) => blob !== undefined)).toHaveLength(1);
  });
}

function describeSecrecy(): void {
  test('no word, name or hash of a consultation lies in the database', async () => {
    const image = keptImage('a');
    const turns = [
      userMessage('u1', 'canary-question', [image]),
      answerMessage('a1', 'canary-answer', { state: 'growing' }),
    ];
    await conversations.keepTurn(
      turn({ title: 'canary-title', messages: turns, images: [image] }),
    );
    await conversations.updateMessage(answerMessage('a1', 'canary-finished'));
    await conversations.rename('c1', 'canary-renamed');
    const lying = await everythingIn(database);
    expect(lying).toContain('c1'); // the search finds what is in the clear
    expect(lying).not.toContain('canary');
    expect(lying).not.toContain('a.png');
    expect(lying).not.toContain(image.sha256);
    expect(lying).not.toContain('image/png');
  });

  test('the same words sealed twice look different', async () => {
    await keep('c1', 'same', 1);
    const before = new Uint8Array((await sealedTurn('c1-1')).sealed);
    await conversations.updateMessage(userMessage('c1-1', 'same'));
    const after = new Uint8Array((await sealedTurn('c1-1')).sealed);
    expect(after).not.toEqual(before);
    expect(after.slice(0, 12)).not.toEqual(before.slice(0, 12));
  });

  test('a second visit opens with the device key, which no script can read', async () => {
    await keep('c1', 'kept', 1);
    database.close();
    database = await openDatabase({ name });
    const vault = await Vault.open(database);
    const again = await new ConversationStore(database, vault).open('c1');
    expect(again?.conversation.messages[0]?.text).toBe('kept');
    const record = (await database.get('vault', 'root')) as { device: DeviceSeal };
    await expect(crypto.subtle.exportKey('raw', record.device.key)).rejects.toThrow(
      /extractable/,
    );
  });

  test('two tabs that start at once agree on one key', async () => {
    const fresh = await openDatabase({ name: `${name}-fresh` });
    const vaults = await Promise.all([Vault.open(fresh), Vault.open(fresh)]);
    const ids = await Promise.all(
      vaults.map(({ root }) => root.imageId('c1', 'a'.repeat(64))),
    );
    expect(ids[0]).toBe(ids[1]);
    fresh.close();
  });

  test('consultations without their key are an error, never a new empty profile', async () => {
    await keep('c1', 'kept', 1);
    await database.delete('vault', 'root');
    await expect(Vault.open(database)).rejects.toMatchObject({ kind: 'bad-data' });
    expect(await database.count('vault')).toBe(0);
  });

  test('what a crash left of a deleted consultation goes at the next start, and no other', async () => {
    const image = keptImage('a');
    const messages = [userMessage('u1', 'gone', [image])];
    await conversations.keepTurn(turn({ messages, images: [image] }));
    await keep('c2', 'stays', 2);
    await database.delete('sealedConversations', 'c1'); // the first half of a delete
    expect(await conversations.open('c1')).toBeUndefined();
    await conversations.removeKeyless();
    expect(await database.count('sealedAttachments')).toBe(0);
    expect(await database.getAllKeys('sealedMessages')).toEqual(['c2-2']);
  });

  test('two tabs writing to one consultation lose no turn', async () => {
    await keep('c1', 'first', 0);
    await Promise.all([1, 2, 3, 4].map((at) => keep('c1', `turn ${at}`, at)));
    const opened = await conversations.open('c1');
    const texts = opened?.conversation.messages.map(({ text }) => text) ?? [];
    expect(texts.toSorted()).toEqual(['first', 'turn 1', 'turn 2', 'turn 3', 'turn 4']);
    expect(opened?.damaged).toEqual([]);
  });
}

function describeAbandoned(): void {
  test('an answer that a killed tab left growing is stopped, one that grows elsewhere is not', async () => {
    const growing = ['dead', 'alive'].map((id) =>
      answerMessage(id, 'so', { state: 'growing' }),
    );
    await conversations.keepTurn(turn({ messages: growing }));
    const stopped = await conversations.stopAbandoned((id) => id === 'alive');
    const opened = await conversations.open('c1');
    expect(stopped).toBe(1);
    expect(opened?.conversation.messages.map((message) => message.state)).toEqual([
      'stopped',
      'growing',
    ]);
    expect(opened?.conversation.messages[0]?.text).toBe('so');
  });
}

function describeImages(): void {
  test('an image goes with its consultation, and stays in others', async () => {
    const image = keptImage('a');
    for (const id of ['c1', 'c2']) {
      const messages = [userMessage(`${id}-u`, 'Look.', [image])];
      await conversations.keepTurn(
        turn({ conversationId: id, messages, images: [image] }),
      );
    }
    // each consultation has its own, sealed with its own key
    expect(await database.count('sealedAttachments')).toBe(2);
    await conversations.delete('c1');
    expect(await attachments.read('c1', image.sha256)).toBeUndefined();
    expect(await attachments.read('c2', image.sha256)).toBeDefined();
    await conversations.delete('c2');
    expect(await database.count('sealedAttachments')).toBe(0);
  });

  test('an image sent twice in a consultation is kept once, until its last turn goes', async () => {
    const image = keptImage('a');
    for (const id of ['u1', 'u2']) {
      const messages = [userMessage(id, 'Look.', [image])];
      await conversations.keepTurn(turn({ messages, images: [image] }));
    }
    expect(await database.count('sealedAttachments')).toBe(1);
    await conversations.keepTurn(turn({ replaceFrom: 'u2' }));
    expect(await attachments.read('c1', image.sha256)).toBeDefined();
    await conversations.keepTurn(turn({ replaceFrom: 'u1' }));
    expect(await database.count('sealedAttachments')).toBe(0);
  });

  test('an edit keeps the images it still shows and drops the others', async () => {
    const [a, b] = [keptImage('a'), keptImage('b')];
    const before = [userMessage('u1', 'Both.', [a, b])];
    await conversations.keepTurn(turn({ messages: before, images: [a, b] }));
    const after = [userMessage('u2', 'Only one.', [a])];
    await conversations.keepTurn(
      turn({ replaceFrom: 'u1', messages: after, images: [a] }),
    );
    expect(await attachments.read('c1', a.sha256)).toBeDefined();
    expect(await attachments.read('c1', b.sha256)).toBeUndefined();
  });
}

function describeSettings(): void {
  test('what was chosen comes back, what was forgotten does not', async () => {
    const settings = new SettingsStore(database);
    await settings.write({ language: 'zh', checkpointId: 'mini' });
    await settings.write({ checkpointId: undefined });
    expect(await settings.read()).toEqual({
      settings: { language: 'zh' },
      damaged: [],
    });
  });

  test('a choice that cannot be read is reported, the others hold', async () => {
    const settings = new SettingsStore(database);
    await settings.write({ theme: 'dark' });
    await database.put('settings', 'klingon', 'language');
    const read = await settings.read();
    expect(read.settings).toEqual({ theme: 'dark' });
    expect(read.damaged).toMatchObject([{ store: 'settings', key: 'language' }]);
  });
}

async function sealedTurn(id: string): Promise<SealedMessage> {
  return must(await database.get('sealedMessages', id), 'it was kept');
}

/** Every record of the sealed stores, keys too, with its bytes as the letters they would be. */
async function everythingIn(kept: Database): Promise<string> {
  const records = await Promise.all(SEALED_STORES.map((store) => kept.getAll(store)));
  return JSON.stringify(records, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  );
}

function turn(given: Partial<Turn>): Turn {
  return {
    conversationId: 'c1',
    title: 'A title',
    messages: [],
    images: [],
    nowMs: 1,
    ...given,
  };
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
