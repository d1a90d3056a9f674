/**
 * @file Consultations on disk: a header record, and one record per turn, sealed.
 *
 * A list reads headers only. A turn and the empty answer to it are written in
 * one transaction with the turn's images, so a killed tab leaves either all of
 * it or nothing.
 */
import { must } from '../base/assert.ts';
import { isKind } from '../base/errors.ts';
import type { Conversation, Message } from '../clinic/conversation.ts';
import { removeUnreferenced } from './attachments.ts';
import { type Database, TURN_STORES, writing } from './database.ts';
import { leftInTheClear, removePlain } from './encrypt-plain.ts';
import { keepTurn, messagesOf, removeMessages, type Turn } from './keep-turn.ts';
import type { ConversationHeader, DamagedRecord, ReadRecords } from './records.ts';
import {
  openAll,
  openHeader,
  openMessage,
  sealHeader,
  type SealedMessage,
  sealMessage,
} from './sealed-records.ts';
import type { Vault } from './vault.ts';

export interface OpenedConversation {
  readonly conversation: Conversation;
  readonly damaged: readonly DamagedRecord[];
}

export class ConversationStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Headers, the one changed last first. */
  async list(): Promise<ReadRecords<ConversationHeader>> {
    const { root } = this.#vault;
    const { records, damaged } = await openAll(
      'conversations',
      await this.#database.getAll('sealedConversations'),
      async (value) => (await openHeader(root, value)).header,
    );
    return {
      records: records.toSorted((a, b) => b.updatedMs - a.updatedMs),
      damaged: [...damaged, ...(await leftInTheClear(this.#database))],
    };
  }

  /** A consultation with the turns that can be read; undefined when it is gone or its header damaged. */
  async open(id: string): Promise<OpenedConversation | undefined> {
    const opened = await this.#open(id);
    if (opened === undefined) return undefined;
    const { records: messages, damaged } = await openAll(
      'messages',
      await this.#database.getAllFromIndex(
        'sealedMessages',
        'byConversation',
        messagesOf(id),
      ),
      (value) => openMessage(opened.keys, value),
    );
    return { conversation: { ...opened.header, messages }, damaged };
  }

  /** Writes a turn, all of it or nothing, and makes its consultation when it is new. */
  async keepTurn(turn: Turn): Promise<ConversationHeader> {
    await keepTurn(this.#database, this.#vault.root, turn);
    return must(await this.#open(turn.conversationId), 'it was written').header;
  }

  /** Writes an answer over its earlier self. Does nothing when it was deleted meanwhile. */
  async updateMessage(message: Message): Promise<void> {
    const kept = await this.#database.get('sealedMessages', message.id);
    if (kept === undefined) return;
    const opened = await this.#open(kept.conversationId);
    if (opened === undefined) return;
    await this.#replace(await sealMessage(opened.keys, message, kept.order));
  }

  async rename(id: string, title: string): Promise<void> {
    const opened = await this.#open(id);
    if (opened === undefined) return;
    const sealed = await sealHeader(opened.keys, { ...opened.header, title });
    await writing(this.#database, ['sealedConversations'], async (transaction) => {
      const headers = transaction.objectStore('sealedConversations');
      const kept = await headers.get(id);
      if (kept !== undefined) await headers.put({ ...kept, sealed });
    });
  }

  /**
   * Removes a consultation, its turns and its images. Its key goes first: what a
   * crash leaves of the rest nobody can read, and `removeKeyless` clears it away.
   */
  async delete(id: string): Promise<void> {
    await writing(this.#database, ['sealedConversations'], (transaction) =>
      transaction.objectStore('sealedConversations').delete(id),
    );
    await this.#removeTurns(id);
    await removePlain(this.#database, id);
  }

  /** Removes the turns of consultations whose key is gone. */
  async removeKeyless(): Promise<void> {
    const transaction = this.#database.transaction(TURN_STORES);
    const headers = transaction.objectStore('sealedConversations');
    const turns = transaction.objectStore('sealedMessages').index('byConversation');
    const keyless: string[] = [];
    let cursor = await turns.openKeyCursor();
    while (cursor !== null) {
      const [id] = cursor.key;
      if ((await headers.count(id)) === 0) keyless.push(id);
      cursor = await cursor.continue([id, Infinity]);
    }
    for (const id of keyless) await this.#removeTurns(id);
  }

  /**
   * Turns answers that a killed tab left growing into stopped ones.
   *
   * @param isAlive - true for an answer that another tab is still making
   */
  async stopAbandoned(isAlive: (messageId: string) => boolean): Promise<number> {
    const growing = await this.#database.getAllFromIndex(
      'sealedMessages',
      'byState',
      'growing',
    );
    const abandoned = growing.filter((record) => !isAlive(record.id));
    const { records } = await openAll('messages', abandoned, (value) =>
      this.#stopped(value as SealedMessage),
    );
    const stopped = records.filter((record) => record !== undefined);
    for (const record of stopped) await this.#replace(record);
    return stopped.length;
  }

  /** The answer as it is when nobody makes it any more; no `finish`, for nobody stopped it. */
  async #stopped(record: SealedMessage): Promise<SealedMessage | undefined> {
    const opened = await this.#open(record.conversationId);
    if (opened === undefined) return undefined;
    const message = await openMessage(opened.keys, record);
    return sealMessage(opened.keys, { ...message, state: 'stopped' }, record.order);
  }

  async #open(id: string) {
    const value = await this.#database.get('sealedConversations', id);
    if (value === undefined) return undefined;
    try {
      return await openHeader(this.#vault.root, value);
    } catch (error) {
      if (isKind(error, 'bad-data')) return undefined;
      throw error;
    }
  }

  /** Writes a message over itself; does nothing when it is gone. */
  async #replace(message: SealedMessage): Promise<void> {
    await writing(this.#database, ['sealedMessages'], async (transaction) => {
      const messages = transaction.objectStore('sealedMessages');
      const kept = await messages.get(message.id);
      if (kept?.conversationId === message.conversationId) await messages.put(message);
    });
  }

  async #removeTurns(conversationId: string): Promise<void> {
    await writing(this.#database, TURN_STORES, async (transaction) => {
      const images = await removeMessages(transaction, conversationId);
      await removeUnreferenced(transaction, images);
    });
  }
}
