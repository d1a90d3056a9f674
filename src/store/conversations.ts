/**
 * @file Consultations on disk: a header record, and one record per turn.
 *
 * A list reads headers only. A turn and the empty answer to it are written in
 * one transaction with the turn's images, so a killed tab leaves either all of
 * it or nothing.
 */
import {
  CONVERSATION_VERSION,
  type Conversation,
  type Message,
} from '../clinic/conversation.ts';
import { attachmentRecord, type KeptImage, removeUnreferenced } from './attachments.ts';
import {
  type Database,
  keeping,
  STRICT,
  TURN_STORES,
  type TurnTransaction,
} from './database.ts';
import {
  type ConversationRecord,
  type DamagedRecord,
  type MessageRecord,
  type ReadRecords,
  RECORD_VERSION,
  readRecords,
  toMessage,
  toMessageRecord,
} from './records.ts';

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

export interface OpenedConversation {
  readonly conversation: Conversation;
  readonly damaged: readonly DamagedRecord[];
}

export class ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Headers, the one changed last first. */
  async list(): Promise<ReadRecords<ConversationRecord>> {
    const { records, damaged } = readRecords(
      'conversations',
      await this.#database.getAll('conversations'),
    );
    return { records: records.toSorted((a, b) => b.updatedMs - a.updatedMs), damaged };
  }

  /** A consultation with the turns that can be read; undefined when it is gone. */
  async open(id: string): Promise<OpenedConversation | undefined> {
    const headers = readRecords('conversations', [
      await this.#database.get('conversations', id),
    ]);
    const header = headers.records[0];
    if (header === undefined) return undefined;
    const { records, damaged } = readRecords(
      'messages',
      await this.#database.getAllFromIndex('messages', 'byConversation', allOf(id)),
    );
    const messages = records.map(toMessage);
    return {
      conversation: { ...header, version: CONVERSATION_VERSION, messages },
      damaged,
    };
  }

  /** Writes a turn, all of it or nothing, and makes its consultation when it is new. */
  async keepTurn(turn: Turn): Promise<ConversationRecord> {
    return keeping(async () => {
      const transaction = this.#database.transaction(TURN_STORES, 'readwrite', STRICT);
      const header = await putHeader(transaction, turn);
      for (const image of turn.images) {
        await transaction.objectStore('attachments').put(attachmentRecord(image));
      }
      const removed = await removeReplaced(transaction, turn);
      await appendMessages(transaction, turn);
      await removeUnreferenced(transaction, removed);
      await transaction.done;
      return header;
    });
  }

  /** Writes an answer over its earlier self. Does nothing when it was deleted meanwhile. */
  async updateMessage(message: Message): Promise<void> {
    await keeping(async () => {
      const transaction = this.#database.transaction('messages', 'readwrite', STRICT);
      const kept = await transaction.store.get(message.id);
      if (kept !== undefined) {
        const { conversationId, order } = kept;
        await transaction.store.put(
          toMessageRecord(message, { conversationId, order }),
        );
      }
      await transaction.done;
    });
  }

  async rename(id: string, title: string): Promise<void> {
    await keeping(async () => {
      const transaction = this.#database.transaction(
        'conversations',
        'readwrite',
        STRICT,
      );
      const header = await transaction.store.get(id);
      if (header !== undefined) await transaction.store.put({ ...header, title });
      await transaction.done;
    });
  }

  /** Removes a consultation, its turns, and the images that no other turn shows. */
  async delete(id: string): Promise<void> {
    await keeping(async () => {
      const transaction = this.#database.transaction(TURN_STORES, 'readwrite', STRICT);
      const messages = transaction.objectStore('messages');
      const removed = await messages.index('byConversation').getAll(allOf(id));
      for (const { id: messageId } of removed) await messages.delete(messageId);
      await transaction.objectStore('conversations').delete(id);
      await removeUnreferenced(transaction, hashesOf(removed));
      await transaction.done;
    });
  }

  /**
   * Turns answers that a killed tab left growing into stopped ones.
   *
   * @param isAlive - true for an answer that another tab is still making
   */
  async stopAbandoned(isAlive: (messageId: string) => boolean): Promise<number> {
    return keeping(async () => {
      const transaction = this.#database.transaction('messages', 'readwrite', STRICT);
      const growing = await transaction.store.index('byState').getAll('growing');
      const abandoned = growing.filter((message) => !isAlive(message.id));
      for (const message of abandoned) {
        // no `finish`: nobody stopped it
        await transaction.store.put({ ...message, state: 'stopped' });
      }
      await transaction.done;
      return abandoned.length;
    });
  }
}

async function putHeader(
  transaction: TurnTransaction,
  { conversationId, title, nowMs }: Turn,
): Promise<ConversationRecord> {
  const headers = transaction.objectStore('conversations');
  const kept = await headers.get(conversationId);
  const header: ConversationRecord = {
    version: RECORD_VERSION,
    id: conversationId,
    title: kept?.title ?? title,
    createdMs: kept?.createdMs ?? nowMs,
    updatedMs: nowMs,
  };
  await headers.put(header);
  return header;
}

/** Deletes `turn.replaceFrom` and what follows; gives the hashes of the images that were in there. */
async function removeReplaced(
  transaction: TurnTransaction,
  turn: Turn,
): Promise<readonly string[]> {
  if (turn.replaceFrom === undefined) return [];
  const messages = transaction.objectStore('messages');
  const first = await messages.get(turn.replaceFrom);
  if (first === undefined || first.conversationId !== turn.conversationId) return [];
  const removed = await messages
    .index('byConversation')
    .getAll(allOf(turn.conversationId, first.order));
  for (const { id } of removed) await messages.delete(id);
  return hashesOf(removed);
}

async function appendMessages(transaction: TurnTransaction, turn: Turn): Promise<void> {
  const { conversationId } = turn;
  const messages = transaction.objectStore('messages');
  const last = await messages
    .index('byConversation')
    .openKeyCursor(allOf(conversationId), 'prev');
  let order = last === null ? 0 : last.key[1] + 1;
  for (const message of turn.messages) {
    await messages.put(toMessageRecord(message, { conversationId, order: order++ }));
  }
}

/** The turns of a consultation from `order` on, in the index `byConversation`. */
function allOf(conversationId: string, order = 0): IDBKeyRange {
  return IDBKeyRange.bound([conversationId, order], [conversationId, Infinity]);
}

function hashesOf(messages: readonly MessageRecord[]): readonly string[] {
  return messages.flatMap((message) => message.attachmentHashes ?? []);
}
