// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import {
  encryptCase,
  encryptPlain,
  type PlainCase,
  verifyCase,
} from './encrypt-plain.ts';
import { type AssistantSchema, UPGRADES } from './migrations.ts';
import { randomSecret, RootKey } from './root-key.ts';
import { Vault } from './vault.ts';

const HASH = 'c7f8'.repeat(16);
const OTHER_HASH = '01ab'.repeat(16);

/** A profile as version 1 left it: two consultations, an image in both, one in the second alone. */
const SAVED = {
  conversations: [
    { version: 1, id: 'c1', title: 'Chest pain', createdMs: 10, updatedMs: 40 },
    { version: 1, id: 'c2', title: '皮疹', createdMs: 20, updatedMs: 30 },
  ],
  messages: [
    plainTurn('u1', 'c1', 0, 'It hurts.', [HASH]),
    {
      ...plainTurn('a1', 'c1', 3, 'Since when?'),
      role: 'assistant',
      finish: 'stop-token',
      provenance: {
        checkpoint: 'Mini',
        quantization: 'int4',
        device: 'wasm f32 2 threads',
        promptTokens: 7,
        reusedTokens: 0,
        newTokens: 3,
        decodeTokensPerSecond: 12.5,
      },
    },
    plainTurn('u2', 'c2', 0, '两天了。', [HASH, OTHER_HASH]),
    {
      ...plainTurn('a2', 'c2', 1, ''),
      role: 'assistant',
      state: 'failed',
      failure: 'The disk is full.',
      error: {
        kind: 'out-of-memory',
        message: 'The disk is full.',
        details: { where: 'disk' },
      },
    },
  ],
  attachments: [
    { version: 1, sha256: HASH, mediaType: 'image/png', bytes: bytesOf('first image') },
    {
      version: 1,
      sha256: OTHER_HASH,
      mediaType: 'image/jpeg',
      bytes: bytesOf('second'),
    },
  ],
};

let names = 0;
let name: string;
let database: Database | undefined;

beforeEach(() => {
  name = `plain-${++names}`;
});
afterEach(() => database?.close());

describe('encrypting a profile of version 1', () => {
  test('everything is there afterwards, and nothing lies in the clear', async () => {
    await keepSaved();
    await encrypt();
    await expectEverything();
    for (const store of ['conversations', 'messages', 'attachments'] as const) {
      expect(await must(database, 'open').count(store)).toBe(0);
    }
  });

  test('a crash at any write loses nothing, and the next start goes on', async () => {
    const writes = SAVED.conversations.length + SAVED.messages.length + 3; // an image in both
    for (let crashAt = 1; crashAt <= writes; crashAt++) {
      name = `plain-${++names}`;
      await keepSaved();
      await crashing(crashAt, () => expect(encrypt()).rejects.toThrow('died'));
      const kept = must(database, 'open');
      const [plain, sealed] = await Promise.all([
        kept.getAllKeys('conversations'),
        kept.getAllKeys('sealedConversations'),
      ]);
      expect([...plain, ...sealed].toSorted(), `crash at ${crashAt}`).toEqual([
        'c1',
        'c2',
      ]);
      await encrypt();
      await expectEverything();
    }
  });

  test('two tabs that start at once leave everything whole', async () => {
    await keepSaved();
    const kept = await open();
    const { root } = await Vault.open(kept);
    await Promise.all([encryptPlain(kept, root), encryptPlain(kept, root)]);
    expect(await kept.count('conversations')).toBe(0);
    await expectEverything();
  });

  test('what does not read is left where it is and reported; the rest is encrypted', async () => {
    await keepSaved();
    const kept = await open();
    await kept.put('conversations', { id: 'c9', title: 7 });
    await kept.put('messages', { id: 'half', conversationId: 'c1', order: 8 });
    await encrypt();
    const { conversations } = await stores();
    const { records, damaged } = await conversations.list();
    expect(records.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(damaged.map(({ key }) => key).toSorted()).toEqual(['c9', 'half']);
    await conversations.delete('c1');
    expect((await conversations.list()).damaged.map(({ key }) => key)).toEqual(['c9']);
  });

  test('a sealed form that opens to something else is refused', async () => {
    const root = await RootKey.from(randomSecret());
    const plain = savedCase('c1');
    const sealed = await encryptCase(root, plain);
    await verifyCase(root, plain, sealed);
    const shorter = { ...sealed, messages: sealed.messages.slice(1) };
    await expect(verifyCase(root, plain, shorter)).rejects.toMatchObject({
      kind: 'bad-data',
    });
    const other = { ...plain, header: { ...plain.header, title: 'Another' } };
    await expect(verifyCase(root, other, sealed)).rejects.toMatchObject({
      kind: 'bad-data',
    });
  });
});

async function expectEverything(): Promise<void> {
  const { conversations, attachments } = await stores();
  const { records, damaged } = await conversations.list();
  expect(records).toEqual(SAVED.conversations);
  expect(damaged).toEqual([]);
  for (const { id } of SAVED.conversations) {
    const opened = must(await conversations.open(id), id);
    const turns = SAVED.messages.filter((turn) => turn.conversationId === id);
    expect(opened.conversation.messages).toMatchObject(
      turns.map(
        ({
          conversationId: _id,
          order: _order,
          attachmentHashes: _h,
          version: _v,
          ...turn
        }) => turn,
      ),
    );
    for (const { attachmentHashes } of turns) {
      for (const hash of attachmentHashes) {
        const saved = must(
          SAVED.attachments.find(({ sha256 }) => sha256 === hash),
          hash,
        );
        const blob = must(await attachments.read(id, hash), hash);
        expect(blob.type).toBe(saved.mediaType);
        expect(await blob.arrayBuffer()).toEqual(saved.bytes);
      }
    }
  }
}

async function stores() {
  const kept = must(database, 'open');
  const vault = await Vault.open(kept);
  return {
    conversations: new ConversationStore(kept, vault),
    attachments: new AttachmentStore(kept, vault),
  };
}

async function open(): Promise<Database> {
  database ??= await openDatabase({ name });
  return database;
}

async function encrypt(): Promise<void> {
  const kept = await open();
  await encryptPlain(kept, (await Vault.open(kept)).root);
}

/** Writes the saved profile with the steps that version 1 had. */
async function keepSaved(): Promise<void> {
  database?.close();
  database = undefined;
  const old = await openDB<AssistantSchema>(name, 1, {
    upgrade: (fresh, _old, _new, transaction) =>
      must(UPGRADES[0], 'it stays')(fresh, transaction),
  });
  for (const store of ['conversations', 'messages', 'attachments'] as const) {
    for (const record of SAVED[store]) await old.put(store, record);
  }
  old.close();
  // the vault lies there before anything is sealed
  await Vault.open(await open());
}

/** Runs `work` while the browser dies at the n-th write: its transaction is gone. */
async function crashing(n: number, work: () => Promise<void>): Promise<void> {
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (++writes === n) {
      this.transaction.abort();
      throw new Error('The browser died.');
    }
    return put.apply(this, given);
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}

function savedCase(id: string): PlainCase {
  return {
    header: SAVED.conversations.find((header) => header.id === id),
    messages: SAVED.messages.filter((turn) => turn.conversationId === id),
    attachments: SAVED.attachments.slice(0, 1),
  } as unknown as PlainCase;
}

function plainTurn(
  id: string,
  conversationId: string,
  order: number,
  text: string,
  attachmentHashes: string[] = [],
) {
  const attachments = attachmentHashes.map((sha256) => ({
    sha256,
    name: `${sha256.slice(0, 4)}.png`,
    mediaType: 'image/png',
    widthPx: 4,
    heightPx: 3,
    sizeBytes: 11,
  }));
  const place = { version: 1, id, conversationId, order, attachmentHashes };
  return { ...place, role: 'user', text, attachments, state: 'complete', createdMs: 5 };
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
