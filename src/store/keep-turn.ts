/**
 * @file Keeping a turn: sealed first, then written in one transaction.
 *
 * A transaction cannot wait for ciphers. So a turn is sealed for the end of the
 * consultation as it is now, and written only when that end is still the same;
 * when another tab was faster, it is sealed again.
 */
import type { IDBPObjectStore } from 'idb';
import type { Message } from '../clinic/conversation.ts';
import { removeUnreferenced } from './attachments.ts';
import {
  type Database,
  TURN_STORES,
  type TurnTransaction,
  writing,
} from './database.ts';
import type { AssistantSchema } from './migrations.ts';
import type { RootKey } from './root-key.ts';
import {
  type ConversationKeys,
  type KeptImage,
  openHeader,
  sealAttachment,
  SEALED_VERSION,
  type SealedAttachment,
  type SealedConversation,
  type SealedMessage,
  sealHeader,
  sealMessage,
} from './sealed-records.ts';

/** Something to keep at the end of a consultation. */
export interface Turn {
  readonly conversationId: string;
  /** Used when the consultation is not kept yet. */
  readonly title: string;
  /** This message and all after it go first: an edit, or an answer made again. */
  readonly replaceFrom?: string;
  readonly messages: readonly Message[];
  readonly images: readonly KeptImage[];
  readonly nowMs: number;
}

/** Ready to be written, as long as the consultation ends before `firstOrder`. */
interface SealedTurn {
  readonly isNew: boolean;
  readonly firstOrder: number;
  readonly header: SealedConversation;
  readonly messages: readonly SealedMessage[];
  readonly attachments: readonly SealedAttachment[];
  readonly replaceFrom: string | undefined;
}

type Messages = IDBPObjectStore<
  AssistantSchema,
  typeof TURN_STORES,
  'sealedMessages',
  'readonly' | 'readwrite'
>;

/** Writes a turn, all of it or nothing, and makes its consultation when it is new. */
export async function keepTurn(
  database: Database,
  root: RootKey,
  turn: Turn,
): Promise<void> {
  for (;;) {
    const sealed = await sealTurn(database, root, turn);
    if (await writeTurn(database, sealed)) return;
  }
}

async function sealTurn(
  database: Database,
  root: RootKey,
  turn: Turn,
): Promise<SealedTurn> {
  const { conversationId, replaceFrom } = turn;
  const transaction = database.transaction(TURN_STORES);
  const kept = await transaction.objectStore('sealedConversations').get(conversationId);
  const firstOrder = await nextOrder(
    transaction.objectStore('sealedMessages'),
    conversationId,
  );
  const { keys, header } = await (kept === undefined
    ? newHeader(root, turn)
    : keptHeader(root, kept, turn));
  const [messages, attachments] = await Promise.all([
    Promise.all(
      turn.messages.map((message, at) => sealMessage(keys, message, firstOrder + at)),
    ),
    Promise.all(turn.images.map((image) => sealAttachment(keys, image))),
  ]);
  const isNew = kept === undefined;
  return { isNew, firstOrder, header, messages, attachments, replaceFrom };
}

interface KeyedHeader {
  readonly keys: ConversationKeys;
  readonly header: SealedConversation;
}

async function newHeader(root: RootKey, turn: Turn): Promise<KeyedHeader> {
  const { conversationId, title, nowMs } = turn;
  const { key, wrapped } = await root.newConversationKey(conversationId);
  const keys = { conversationId, key, root };
  const header = {
    version: SEALED_VERSION,
    id: conversationId,
    updatedMs: nowMs,
    wrappedKey: wrapped,
    sealed: await sealHeader(keys, { title, createdMs: nowMs }),
  } as const;
  return { keys, header };
}

async function keptHeader(
  root: RootKey,
  kept: SealedConversation,
  { nowMs }: Turn,
): Promise<KeyedHeader> {
  const { keys } = await openHeader(root, kept);
  return { keys, header: { ...kept, updatedMs: nowMs } };
}

/** False, and nothing written, when the consultation is not what it was when `turn` was sealed. */
async function writeTurn(database: Database, turn: SealedTurn): Promise<boolean> {
  const { header, firstOrder } = turn;
  return writing(database, TURN_STORES, async (transaction) => {
    const headers = transaction.objectStore('sealedConversations');
    const messages = transaction.objectStore('sealedMessages');
    const kept = await headers.get(header.id);
    if ((kept === undefined) !== turn.isNew) return false;
    if ((await nextOrder(messages, header.id)) !== firstOrder) return false;
    // a title that was given meanwhile stays
    await headers.put({ ...(kept ?? header), updatedMs: header.updatedMs });
    for (const image of turn.attachments) {
      await transaction.objectStore('sealedAttachments').put(image);
    }
    const removed = await removeReplaced(transaction, turn);
    for (const message of turn.messages) await messages.put(message);
    await removeUnreferenced(transaction, removed);
    return true;
  });
}

/** Deletes `turn.replaceFrom` and what follows; gives the ids of the images that were in there. */
async function removeReplaced(
  transaction: TurnTransaction,
  { replaceFrom, header }: SealedTurn,
): Promise<readonly string[]> {
  if (replaceFrom === undefined) return [];
  const first = await transaction.objectStore('sealedMessages').get(replaceFrom);
  if (first === undefined || first.conversationId !== header.id) return [];
  return removeMessages(transaction, header.id, first.order);
}

/** Deletes the turns of a consultation from `order` on; gives the ids of their images. */
export async function removeMessages(
  transaction: TurnTransaction,
  conversationId: string,
  order = 0,
): Promise<readonly string[]> {
  const messages = transaction.objectStore('sealedMessages');
  const removed = await messages
    .index('byConversation')
    .getAll(messagesOf(conversationId, order));
  for (const { id } of removed) await messages.delete(id);
  return removed.flatMap((message) => message.attachmentIds ?? []);
}

/** The turns of a consultation from `order` on, in the index `byConversation`. */
export function messagesOf(conversationId: string, order = 0): IDBKeyRange {
  return IDBKeyRange.bound([conversationId, order], [conversationId, Infinity]);
}

async function nextOrder(messages: Messages, conversationId: string): Promise<number> {
  const last = await messages
    .index('byConversation')
    .openKeyCursor(messagesOf(conversationId), 'prev');
  return last === null ? 0 : last.key[1] + 1;
}
