/**
 * @file Moving what version 1 kept in the clear into its sealed form, one
 * consultation at a time.
 *
 * A consultation is sealed, opened again and compared, and then takes the place
 * of its plain form in one transaction. A crash leaves each consultation whole,
 * in one form or the other, and the next start goes on. What version 1 could not
 * read is left where it is, and told.
 */
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import { type Database, TURN_STORES, writing } from './database.ts';
import {
  type PlainAttachment,
  plainAttachment,
  type PlainConversation,
  plainConversation,
  type PlainMessage,
  plainMessage,
  readPlain,
  toMessage,
} from './plain-records.ts';
import { type DamagedRecord, keyOf } from './records.ts';
import type { RootKey } from './root-key.ts';
import {
  openAttachment,
  openHeader,
  openMessage,
  sealAttachment,
  SEALED_VERSION,
  type SealedAttachment,
  type SealedConversation,
  sealHeader,
  type SealedMessage,
  sealMessage,
} from './sealed-records.ts';

/** A consultation as version 1 kept it, with what of it can be read. */
export interface PlainCase {
  readonly header: PlainConversation;
  readonly messages: readonly PlainMessage[];
  readonly attachments: readonly PlainAttachment[];
}

export interface SealedCase {
  readonly header: SealedConversation;
  readonly messages: readonly SealedMessage[];
  readonly attachments: readonly SealedAttachment[];
}

const PLAIN_STORES = ['conversations', 'messages', 'attachments'] as const;

/** Seals everything of a consultation with a key of its own. */
export async function encryptCase(
  root: RootKey,
  { header, messages, attachments }: PlainCase,
): Promise<SealedCase> {
  const conversationId = header.id;
  const { key, wrapped } = await root.newConversationKey(conversationId);
  const keys = { conversationId, key, root };
  return {
    header: {
      version: SEALED_VERSION,
      id: conversationId,
      updatedMs: header.updatedMs,
      wrappedKey: wrapped,
      sealed: await sealHeader(keys, header),
    },
    messages: await Promise.all(
      messages.map((record) => sealMessage(keys, toMessage(record), record.order)),
    ),
    attachments: await Promise.all(
      attachments.map((image) => sealAttachment(keys, image)),
    ),
  };
}

/** @throws AssistantError 'bad-data' when `sealed` does not open to what `plain` is */
export async function verifyCase(
  root: RootKey,
  plain: PlainCase,
  sealed: SealedCase,
): Promise<void> {
  const { header, keys } = await openHeader(root, sealed.header);
  const messages = await Promise.all(
    sealed.messages.map((record) => openMessage(keys, record)),
  );
  const blobs = await Promise.all(
    sealed.attachments.map((record) => openAttachment(keys, record)),
  );
  const was = [
    plain.header.title,
    plain.header.createdMs,
    plain.messages.map(toMessage),
  ];
  const is = [header.title, header.createdMs, messages];
  const isSame =
    canonical(was) === canonical(is) &&
    (await hashes(plain.attachments.map(({ bytes }) => bytes))) ===
      (await hashes(await Promise.all(blobs.map((blob) => blob.arrayBuffer()))));
  if (isSame) return;
  throw new AssistantError(
    'bad-data',
    'A consultation did not come out of its encryption as it went in. Nothing was changed; reload the page to try again.',
    { path: plain.header.id },
  );
}

/** Seals every consultation that still lies in the clear. @throws what a full disk throws */
export async function encryptPlain(database: Database, root: RootKey): Promise<void> {
  for (const id of await database.getAllKeys('conversations')) {
    const plain = await readPlainCase(database, id);
    if (plain === undefined) continue;
    const sealed = await encryptCase(root, plain);
    await verifyCase(root, plain, sealed);
    await switchCase(database, plain, sealed);
  }
}

async function readPlainCase(
  database: Database,
  id: string,
): Promise<PlainCase | undefined> {
  const transaction = database.transaction(PLAIN_STORES);
  const header = readPlain(
    plainConversation,
    await transaction.objectStore('conversations').get(id),
  );
  if (header === undefined) return undefined;
  const kept = await transaction
    .objectStore('messages')
    .index('byConversation')
    .getAll(allOf(id));
  const messages = kept
    .map((value) => readPlain(plainMessage, value))
    .filter((message) => message !== undefined);
  const attachments: PlainAttachment[] = [];
  for (const hash of new Set(messages.flatMap((message) => message.attachmentHashes))) {
    const image = await transaction.objectStore('attachments').get(hash);
    const read = readPlain(plainAttachment, image);
    if (read !== undefined) attachments.push(read);
  }
  return { header, messages, attachments };
}

/** The sealed form for the plain one; nothing when another tab did it meanwhile. */
async function switchCase(
  database: Database,
  plain: PlainCase,
  sealed: SealedCase,
): Promise<void> {
  const stores = [...PLAIN_STORES, ...TURN_STORES] as const;
  await writing(database, stores, async (transaction) => {
    const headers = transaction.objectStore('conversations');
    if ((await headers.count(plain.header.id)) === 0) return;
    await transaction.objectStore('sealedConversations').put(sealed.header);
    for (const message of sealed.messages) {
      await transaction.objectStore('sealedMessages').put(message);
    }
    for (const image of sealed.attachments) {
      await transaction.objectStore('sealedAttachments').put(image);
    }
    await headers.delete(plain.header.id);
    const messages = transaction.objectStore('messages');
    for (const { id } of plain.messages) await messages.delete(id);
    for (const { sha256 } of plain.attachments) {
      const shown = await messages.index('byAttachment').count(sha256);
      if (shown === 0) await transaction.objectStore('attachments').delete(sha256);
    }
  });
}

/** What could not be read, and so was not sealed. */
export async function leftInTheClear(
  database: Database,
): Promise<readonly DamagedRecord[]> {
  const left: DamagedRecord[] = [];
  for (const store of ['conversations', 'messages'] as const) {
    for (const value of await database.getAll(store)) {
      const reason = 'It could not be read when consultations were encrypted.';
      left.push({ store, key: keyOf(value), reason });
    }
  }
  return left;
}

/** Removes what was left of a consultation. */
export async function removePlain(database: Database, id: string): Promise<void> {
  await writing(database, ['messages'], async (transaction) => {
    const messages = transaction.objectStore('messages');
    const left = await messages.index('byConversation').getAllKeys(allOf(id));
    for (const key of left) await messages.delete(key);
  });
}

/** The plain turns of a consultation, in the index `byConversation`. */
function allOf(conversationId: string): IDBKeyRange {
  return IDBKeyRange.bound([conversationId, 0], [conversationId, Infinity]);
}

async function hashes(images: readonly ArrayBuffer[]): Promise<string> {
  const each = await Promise.all(
    images.map((bytes) => sha256Hex(new Uint8Array(bytes))),
  );
  return each.join();
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
