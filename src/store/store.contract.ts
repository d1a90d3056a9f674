/**
 * @file What the database promises, in Node's imitation and in a real browser.
 *
 * `openDatabase` must be the real one; the test file brings `indexedDB`.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { answerMessage, keptImage, turn, userMessage } from '../testing/turns.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { Erasures } from './erasures.ts';
import { SEALED_STORES } from './schema.ts';
import type { SealedMessage } from './sealed-records.ts';
import { SettingsStore } from './settings.ts';
import type { DeviceSeal } from './vault-record.ts';
import { Vault } from './vault.ts';

let name: string;
let database: Database;
let conversations: ConversationStore;
let attachments: AttachmentStore;
let erasures: Erasures;
let names = 0;

export function describeStore(where: string): void {
  beforeEach(async () => {
    name = `test-${++names}-${Math.random()}`;
    database = await openDatabase({ name });
    const vault = await Vault.open(database);
    conversations = new ConversationStore(database, vault);
    attachments = new AttachmentStore(database, vault);
    erasures = new Erasures(database, vault, async () => {});
  });
  afterEach(() => database.close());

  describe(`consultations ${where}`, () => {
    describeTurns();
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
      id: 'c1',
      title: 'first',
      tags: [],
      leafId: 'c1-3',
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

  test('another wording stands beside the first, and nothing is overwritten', async () => {
    const [u1, a1, u2] = [
      userMessage('u1', 'one'),
      answerMessage('a1', 'two', { parentId: 'u1' }),
      { ...userMessage('u2', 'one, better'), parentId: null },
    ];
    for (const message of [u1, a1, u2]) {
      await conversations.keepTurn(turn({ messages: [message] }));
    }
    const conversation = must(await conversations.open('c1'), 'kept').conversation;
    expect(conversation.messages).toEqual([u1, a1, u2]);
    expect(conversation.leafId).toBe('u2');
    await conversations.change('c1', { leafId: 'a1' });
    expect((await conversations.open('c1'))?.conversation.leafId).toBe('a1');
  });

  test('a turn cannot be kept over another', async () => {
    await keep('c1', 'first', 1);
    await expect(keep('c1', 'in its place', 1)).rejects.toMatchObject({
      name: 'ConstraintError',
    });
    expect(await textsOf('c1')).toEqual(['first']);
  });

  test('the list comes in pages, whatever changed in the same moment', async () => {
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5']) {
      await keep(id, id, id > 'c3' ? 2 : 1);
    }
    const ids: string[] = [];
    let page = await conversations.list(2);
    for (;;) {
      ids.push(...page.records.map((record) => record.id));
      if (page.next === undefined) break;
      page = await conversations.list(2, page.next);
    }
    expect(ids).toEqual(['c5', 'c4', 'c3', 'c2', 'c1']);
  });

  test('an answer that was deleted meanwhile is not brought back', async () => {
    await keep('c1', 'one', 1);
    await erasures.eraseConversation('c1');
    await conversations.updateMessage(answerMessage('a1', 'late'));
    expect(await conversations.open('c1')).toBeUndefined();
    expect(await database.count('messages')).toBe(0);
  });

  test('a new title stays through the next turn', async () => {
    await keep('c1', 'first words', 1);
    await conversations.change('c1', { title: 'Chest pain' });
    await keep('c1', 'more', 2);
    expect((await conversations.list()).records[0]?.title).toBe('Chest pain');
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
    await conversations.change('c1', { title: 'canary-renamed', tags: ['canary-tag'] });
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

  test('an erasure that a crash cut off is finished at the next start, and no other', async () => {
    const image = keptImage('a');
    const messages = [userMessage('u1', 'gone', [image])];
    await conversations.keepTurn(turn({ messages, images: [image] }));
    await keep('c2', 'stays', 2);
    const { clear } = crashAfterKeys();
    await expect(erasures.eraseConversation('c1')).rejects.toThrow('died');
    clear();
    expect(await conversations.open('c1')).toBeUndefined();
    expect(await database.count('attachments')).toBe(1);
    await erasures.finish();
    expect(await database.count('attachments')).toBe(0);
    expect(await database.getAllKeys('messages')).toEqual(['c2-2']);
    expect(await erasures.certificates()).toMatchObject([
      { what: 'consultation', conversationIds: ['c1'], turns: 1, images: 1 },
    ]);
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
    expect(await database.count('attachments')).toBe(2);
    await erasures.eraseConversation('c1');
    expect(await attachments.read('c1', image.sha256)).toBeUndefined();
    expect(await attachments.read('c2', image.sha256)).toBeDefined();
    await erasures.eraseConversation('c2');
    expect(await database.count('attachments')).toBe(0);
  });

  test('an image sent twice in a consultation is kept once', async () => {
    const image = keptImage('a');
    for (const id of ['u1', 'u2']) {
      const messages = [userMessage(id, 'Look.', [image])];
      await conversations.keepTurn(turn({ messages, images: [image] }));
    }
    expect(await database.count('attachments')).toBe(1);
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

/** From here on the browser dies when it clears away what the keys opened. */
function crashAfterKeys(): { clear(): void } {
  const { put } = IDBObjectStore.prototype;
  let erasuresPut = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (this.name === 'erasures' && ++erasuresPut === 2) {
      this.transaction.abort();
      throw new Error('The browser died.');
    }
    return put.apply(this, given);
  };
  return {
    clear: () => {
      IDBObjectStore.prototype.put = put;
    },
  };
}

async function textsOf(id: string): Promise<readonly string[]> {
  const opened = must(await conversations.open(id), id);
  return opened.conversation.messages.map(({ text }) => text);
}

async function sealedTurn(id: string): Promise<SealedMessage> {
  return must(await database.get('messages', id), 'it was kept');
}

/** Every record of the sealed stores, keys too, with its bytes as the letters they would be. */
async function everythingIn(kept: Database): Promise<string> {
  const records = await Promise.all(SEALED_STORES.map((store) => kept.getAll(store)));
  return JSON.stringify(records, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  );
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
