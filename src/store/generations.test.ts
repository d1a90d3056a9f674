// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { makeFirstStores, makeSealedStores, SAVED } from '../testing/first-profile.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { encryptCase, type PlainCase, verifyCase } from './encrypt-plain.ts';
import { Erasures } from './erasures.ts';
import {
  bringOver,
  eraseInFirstGeneration,
  leftInTheClear,
  removeFirstGeneration,
  removePlain,
} from './generations.ts';
import { randomSecret, RootKey } from './root-key.ts';
import { sealJson } from './seal.ts';
import { SettingsStore } from './settings.ts';
import { Vault } from './vault.ts';

const MONTH_MS = 31 * 86_400_000;

let names = 0;
let name: string;
let firstName: string;
let database: Database | undefined;

beforeEach(() => newNames());
afterEach(() => database?.close());

describe('a profile of version 1, in the clear', () => {
  test('everything is there afterwards, and nothing lies in the clear', async () => {
    await keepPlain();
    await start();
    await expectEverything();
    for (const store of ['conversations', 'messages', 'attachments']) {
      expect(await countInFirst(store)).toBe(0);
    }
  });

  test('a crash at any write loses nothing, and the next start goes on', async () => {
    const writes = await writesOf(async () => {
      await keepPlain();
      await start();
    });
    expect(writes).toBeGreaterThan(8);
    for (let crashAt = 1; crashAt <= writes; crashAt++) {
      newNames();
      await keepPlain();
      await crashing(crashAt, () => start().then(undefined, () => {}));
      database?.close();
      database = undefined;
      await start();
      await expectEverything();
      expect(await countInFirst('conversations'), `crash at ${crashAt}`).toBe(0);
    }
  });

  test('what does not read is left where it is and reported, until its consultation is erased', async () => {
    await keepPlain();
    await inFirst(async (old) => {
      await old.put('conversations', { id: 'c9', title: 7 });
      await old.put('messages', { id: 'half', conversationId: 'c1', order: 8 });
    });
    const kept = await start();
    expect(await keysLeft(kept)).toEqual(['c9', 'half']);
    await removeFirstGeneration(kept, Date.now() + MONTH_MS);
    expect(await keysLeft(kept)).toEqual(['c9', 'half']);
    await (await stores()).erasures.eraseConversation('c1');
    expect(await keysLeft(kept)).toEqual(['c9']);
  });
});

describe('a profile of the first generation, sealed', () => {
  test('everything is copied, and opens with the same key', async () => {
    await keepSealed();
    await start();
    await expectEverything();
    const { settings } = await new SettingsStore(must(database, 'open')).read();
    expect(settings).toEqual({ language: 'zh' });
  });

  test('turns that stood in a row are a branch now', async () => {
    await keepSealed();
    await start();
    const { conversations } = await stores();
    const opened = must(await conversations.open('c1'), 'c1');
    expect(opened.conversation.messages.map(({ parentId }) => parentId)).toEqual([
      null,
      'u1',
    ]);
  });

  test('a page of before loses its database, and the copy is what counts', async () => {
    await keepSealed();
    let isClosed = false;
    const old = await openDB(firstName, 4, {
      blocking(_current, _blocked, event) {
        isClosed = true;
        (event.target as IDBDatabase).close();
      },
    });
    await start();
    expect(isClosed).toBe(true);
    await expect(openDB(firstName, 4)).rejects.toThrow(/version/);
    old.close();
    await expectEverything();
  });

  test('the old database goes after 30 days, not before', async () => {
    await keepSealed();
    const kept = await start();
    await removeFirstGeneration(kept, Date.now() + MONTH_MS / 2);
    expect(await databaseNames()).toContain(firstName);
    await removeFirstGeneration(kept, Date.now() + MONTH_MS);
    expect(await databaseNames()).not.toContain(firstName);
    await expectEverything();
  });

  test('what is erased is erased in the old database too, key and all', async () => {
    await keepSealed();
    await start();
    await (await stores()).erasures.eraseConversation('c2');
    await inFirst(async (old) => {
      expect(await old.getAllKeys('sealedConversations')).toEqual(['c1']);
      expect(await old.getAllKeys('sealedMessages')).toEqual(['a1', 'u1']);
      expect(await old.count('sealedAttachments')).toBe(1);
    });
  });

  test('a copy that differs from its original is not switched to', async () => {
    await keepSealed();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, ...key) {
      const isTurn = this.name === 'messages';
      return put.apply(this, [isTurn ? { ...value, state: 'stopped' } : value, ...key]);
    };
    await expect(start()).rejects.toMatchObject({ kind: 'bad-data' });
    IDBObjectStore.prototype.put = put;
    database?.close();
    database = undefined;
    await start();
    await expectEverything();
  });

  test('asking for a first generation that never was does not make one', async () => {
    await start();
    expect(await databaseNames()).not.toContain(firstName);
  });
});

describe('sealing what lay in the clear', () => {
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
  expect(records).toEqual(
    SAVED.conversations.map(({ version: _version, ...header }) => ({
      ...header,
      tags: [],
    })),
  );
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
    erasures: new Erasures(kept, vault, (ids) => eraseInFirstGeneration(kept, ids)),
  };
}

function newNames(): void {
  database?.close();
  database = undefined;
  name = `second-${++names}`;
  firstName = `first-${names}`;
}

/** What happens when the page starts. */
async function start(): Promise<Database> {
  database ??= await openDatabase({ name });
  await bringOver(database, firstName);
  await removePlain(database);
  return database;
}

/** Writes the saved profile as version 1 did. */
async function keepPlain(): Promise<void> {
  const old = await openDB(firstName, 1, { upgrade: makeFirstStores });
  for (const store of ['conversations', 'messages', 'attachments'] as const) {
    for (const record of SAVED[store]) await old.put(store, record);
  }
  old.close();
}

/** Writes the saved profile as version 4 did: sealed with a device key. */
async function keepSealed(): Promise<void> {
  const old = await openDB(firstName, 4, {
    upgrade(fresh) {
      makeFirstStores(fresh);
      makeSealedStores(fresh);
    },
  });
  await old.put('settings', 'zh', 'language');
  const root = await rootIn(old);
  for (const { id } of SAVED.conversations) await sealInto(old, root, id);
  old.close();
}

/** The root key of the old database, made as version 4 made it. */
async function rootIn(old: IDBPDatabase): Promise<RootKey> {
  const helper = await openDatabase({ name: `${name}-vault` });
  const vault = await Vault.open(helper);
  await old.put('vault', await helper.get('vault', 'root'), 'root');
  helper.close();
  return vault.root;
}

async function sealInto(old: IDBPDatabase, root: RootKey, id: string): Promise<void> {
  const sealed = await encryptCase(root, savedCase(id));
  const { wrappedKey, updatedMs } = sealed.header;
  const key = await root.unwrap(id, wrappedKey);
  const { title, createdMs } = savedCase(id).header;
  await old.put('sealedConversations', {
    version: 2,
    id,
    updatedMs,
    wrappedKey,
    sealed: await sealJson(key, ['conversations', id], { title, createdMs }),
  });
  for (const message of sealed.messages) {
    const { attachmentHashes } = must(
      savedCase(id).messages.find((turn) => turn.id === message.id),
      message.id,
    );
    const attachmentIds = await Promise.all(
      attachmentHashes.map((hash) => root.imageId(id, hash)),
    );
    await old.put('sealedMessages', { ...message, version: 2, attachmentIds });
  }
  for (const { conversationId: _owner, ...image } of sealed.attachments) {
    await old.put('sealedAttachments', { ...image, version: 2 });
  }
}

async function inFirst<T>(work: (old: IDBPDatabase) => Promise<T>): Promise<T> {
  const old = await openDB(firstName);
  try {
    return await work(old);
  } finally {
    old.close();
  }
}

const countInFirst = (store: string) => inFirst((old) => old.count(store));

async function keysLeft(kept: Database): Promise<readonly string[]> {
  const left = await leftInTheClear(kept);
  return left.map(({ key }) => key).toSorted();
}

async function databaseNames(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map((known) => known.name);
}

/** How many records `work` writes after the profile lies there. */
async function writesOf(work: () => Promise<void>): Promise<number> {
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    writes++;
    return put.apply(this, given);
  };
  await work();
  IDBObjectStore.prototype.put = put;
  return (
    writes -
    SAVED.conversations.length -
    SAVED.messages.length -
    SAVED.attachments.length
  );
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
    attachments: SAVED.attachments.slice(0, id === 'c1' ? 1 : 2),
  } as unknown as PlainCase;
}
