/**
 * @file Keeping a turn: sealed first, then written in one transaction.
 *
 * A transaction cannot wait for ciphers. So a turn is sealed for the end of the
 * consultation as it is now, and written only when that end is still the same;
 * when something else was faster, it is sealed again.
 */
import type { IDBPObjectStore } from 'idb';
import { areSameBytes } from '../base/bytes.ts';
import type { CaseFacts } from '../clinic/case-facts.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import type { Message } from '../clinic/conversation.ts';
import { type Database, TURN_STORES, writing } from './database.ts';
import type { ConversationHeader } from './records.ts';
import type { RootKey } from './root-key.ts';
import type { AssistantSchema } from './schema.ts';
import {
  type ConversationKeys,
  type KeptImage,
  openHeader,
  sealAttachment,
  type SealedAttachment,
  type SealedConversation,
  type SealedMessage,
  sealHeader,
  sealMessage,
} from './sealed-records.ts';

/** Something to keep in a consultation. The last of its messages becomes the end of the branch on screen. */
export interface Turn {
  readonly conversationId: string;
  /** Used when the consultation is not kept yet. */
  readonly title: string;
  /** Likewise. */
  readonly facts?: CaseFacts;
  /** Likewise. */
  readonly syntheticPatient?: SyntheticPatient;
  readonly messages: readonly Message[];
  readonly images: readonly KeptImage[];
  readonly nowMs: number;
}

/** Ready to be written, as long as the consultation is as it was. */
interface SealedTurn {
  /** The header on disk when the turn was sealed. */
  readonly over: SealedConversation | undefined;
  readonly firstOrder: number;
  readonly header: SealedConversation;
  readonly messages: readonly SealedMessage[];
  readonly attachments: readonly SealedAttachment[];
}

type Messages = IDBPObjectStore<
  AssistantSchema,
  typeof TURN_STORES,
  'messages',
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
  const { conversationId } = turn;
  const transaction = database.transaction(TURN_STORES);
  const over = await transaction.objectStore('conversations').get(conversationId);
  const messagesStore = transaction.objectStore('messages');
  const firstOrder = await nextOrder(messagesStore, conversationId);
  const { keys, wrappedKey, header } = await headerAfter(root, over, turn);
  const [sealedHeader, messages, attachments] = await Promise.all([
    sealHeader(keys, wrappedKey, header),
    Promise.all(
      turn.messages.map((message, at) => sealMessage(keys, message, firstOrder + at)),
    ),
    Promise.all(turn.images.map((image) => sealAttachment(keys, image))),
  ]);
  return { over, firstOrder, header: sealedHeader, messages, attachments };
}

interface KeyedHeader {
  readonly keys: ConversationKeys;
  readonly wrappedKey: ArrayBuffer;
  readonly header: ConversationHeader;
}

/** The header as it is once the turn is kept. */
async function headerAfter(
  root: RootKey,
  over: SealedConversation | undefined,
  { conversationId, title, facts, syntheticPatient, messages, nowMs }: Turn,
): Promise<KeyedHeader> {
  const leafId = messages.at(-1)?.id;
  const change = { updatedMs: nowMs, ...(leafId !== undefined && { leafId }) };
  if (over !== undefined) {
    const { keys, header } = await openHeader(root, over);
    return { keys, wrappedKey: over.wrappedKey, header: { ...header, ...change } };
  }
  const { key, wrapped } = await root.newKey(conversationId);
  const first = { id: conversationId, title, tags: [], createdMs: nowMs };
  return {
    keys: { conversationId, key, root },
    wrappedKey: wrapped,
    header: {
      ...first,
      ...change,
      ...(facts !== undefined && { facts }),
      ...(syntheticPatient !== undefined && { syntheticPatient }),
    },
  };
}

/** False, and nothing written, when the consultation is not what it was when `turn` was sealed. */
async function writeTurn(database: Database, turn: SealedTurn): Promise<boolean> {
  const { over, header, firstOrder } = turn;
  return writing(database, TURN_STORES, async (transaction) => {
    const headers = transaction.objectStore('conversations');
    const messages = transaction.objectStore('messages');
    if (!isSame(await headers.get(header.id), over)) return false;
    if ((await nextOrder(messages, header.id)) !== firstOrder) return false;
    await headers.put(header);
    for (const image of turn.attachments) {
      await transaction.objectStore('attachments').put(image);
    }
    for (const message of turn.messages) await messages.add(message);
    return true;
  });
}

/** True when nobody sealed the record again: two seals of the same words differ. */
export function isSame(
  now: Pick<SealedConversation, 'sealed'> | undefined,
  was: Pick<SealedConversation, 'sealed'> | undefined,
): boolean {
  if (now === undefined || was === undefined) return now === was;
  return areSameBytes(new Uint8Array(now.sealed), new Uint8Array(was.sealed));
}

/** The turns of a consultation, in the index `byConversation`. */
export function messagesOf(conversationId: string): IDBKeyRange {
  return IDBKeyRange.bound([conversationId, 0], [conversationId, Infinity]);
}

async function nextOrder(messages: Messages, conversationId: string): Promise<number> {
  const last = await messages
    .index('byConversation')
    .openKeyCursor(messagesOf(conversationId), 'prev');
  return last === null ? 0 : last.key[1] + 1;
}
