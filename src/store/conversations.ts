/**
 * @file Consultations on disk: a header record, and one record per turn, sealed.
 *
 * A list reads headers only, a page of them at a time. A turn and the empty
 * answer to it are written in one transaction with the turn's images, so a
 * killed tab leaves either all of it or nothing.
 */
import { must } from '../base/assert.ts';
import { isKind } from '../base/errors.ts';
import type { Conversation, Message, Shelf } from '../clinic/conversation.ts';
import { type Database, writing } from './database.ts';
import { isSame, keepTurn, messagesOf, type Turn } from './keep-turn.ts';
import {
  type ConversationHeader,
  type DamagedRecord,
  type ReadRecords,
  withParents,
} from './records.ts';
import { RefusedRecords } from './refused-records.ts';
import {
  openAll,
  openHeader,
  openMessage,
  type SealedConversation,
  sealHeader,
  type SealedMessage,
  sealMessage,
} from './sealed-records.ts';
import type { Vault } from './vault.ts';

export interface OpenedConversation {
  readonly conversation: Conversation;
  readonly damaged: readonly DamagedRecord[];
}

/** Headers, and where the next page begins; no `next` on the last page. */
export interface ConversationPage extends ReadRecords<ConversationHeader> {
  readonly next?: PageStart;
}

/** The last header of the page before. */
export interface PageStart {
  readonly updatedMs: number;
  readonly id: string;
}

/** What can be changed of a header. */
export type HeaderChange = Partial<
  Pick<ConversationHeader, 'title' | 'tags' | 'leafId' | 'facts'>
> & {
  /** null: of no patient any more. */
  readonly patientId?: string | null;
  /** null: in the list by its time again. */
  readonly shelf?: Shelf | null;
};

export class ConversationStore {
  readonly #database: Database;
  readonly #vault: Vault;
  /** Answers newer than on disk. */
  readonly #refused = new RefusedRecords<SealedMessage>({
    put: (message) => this.#replace(message),
  });

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Headers, the one changed last first. */
  async list(limit = Infinity, start?: PageStart): Promise<ConversationPage> {
    const { values, next } = await this.#page(limit, start);
    const opened = await this.#headers(values);
    return { ...opened, ...(next !== undefined && { next }) };
  }

  /** A page of those that are neither pinned nor archived, or of the archived ones. */
  async page(
    of: 'unshelved' | 'archived',
    limit: number,
    start?: PageStart,
  ): Promise<ConversationPage> {
    const { values, next } =
      of === 'archived'
        ? await this.#archivedPage(limit, start)
        : await this.#page(limit, start, ({ shelf }) => shelf === undefined);
    const opened = await this.#headers(values);
    return { ...opened, ...(next !== undefined && { next }) };
  }

  /** All that are pinned, without reading the others. */
  async pinned(): Promise<ReadRecords<ConversationHeader>> {
    const values = await this.#database.getAllFromIndex(
      'conversations',
      'byShelf',
      onShelf('pinned'),
    );
    return this.#headers(values);
  }

  count(): Promise<number> {
    return this.#database.count('conversations');
  }

  /** Ids of all consultations. */
  ids(): Promise<readonly string[]> {
    return this.#database.getAllKeys('conversations');
  }

  /** The header alone; undefined when it is gone or damaged. */
  async header(id: string): Promise<ConversationHeader | undefined> {
    return (await this.#open(id))?.header;
  }

  /** A consultation with the turns that can be read; undefined when it is gone or its header damaged. */
  async open(id: string): Promise<OpenedConversation | undefined> {
    const opened = await this.#open(id);
    if (opened === undefined) return undefined;
    const kept = await this.#database.getAllFromIndex(
      'messages',
      'byConversation',
      messagesOf(id),
    );
    const { records, damaged } = await openAll(
      'messages',
      this.#refused.over(kept, () => false),
      (value) => openMessage(opened.keys, value),
    );
    const messages = withParents(records);
    return { conversation: { ...opened.header, messages }, damaged };
  }

  /** Writes a turn, all of it or nothing, and makes its consultation when it is new. */
  async keepTurn(turn: Turn): Promise<ConversationHeader> {
    await keepTurn(this.#database, this.#vault.root, turn);
    return must(await this.header(turn.conversationId), 'it was written');
  }

  /**
   * Writes an answer over its earlier self. Does nothing when it was deleted meanwhile.
   * When this throws, the answer is read as it is now, and `writeRefused` writes it.
   */
  async updateMessage(message: Message): Promise<void> {
    const kept = await this.#database.get('messages', message.id);
    if (kept === undefined) return;
    const opened = await this.#open(kept.conversationId);
    if (opened === undefined) return;
    await this.#refused.put(await sealMessage(opened.keys, message, kept.order));
  }

  /** Writes the answers that the disk did not take. */
  writeRefused(): Promise<void> {
    return this.#refused.writeAgain();
  }

  /** Changes a header; gives what it is now, undefined when it is gone. */
  async change(
    id: string,
    change: HeaderChange,
  ): Promise<ConversationHeader | undefined> {
    for (;;) {
      const opened = await this.#open(id);
      if (opened === undefined) return undefined;
      const { header, keys, record } = opened;
      const changed = withChange(header, change);
      const sealed = await sealHeader(keys, record.wrappedKey, changed);
      if (await this.#replaceHeader(record, sealed)) return changed;
    }
  }

  /**
   * Turns answers that a killed tab left growing into stopped ones.
   *
   * @param isAlive - true for an answer that another tab is still making
   */
  async stopAbandoned(isAlive: (messageId: string) => boolean): Promise<number> {
    const growing = await this.#database.getAllFromIndex(
      'messages',
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

  #headers(
    values: readonly SealedConversation[],
  ): Promise<ReadRecords<ConversationHeader>> {
    const { root } = this.#vault;
    return openAll(
      'conversations',
      values,
      async (value) => (await openHeader(root, value)).header,
    );
  }

  async #archivedPage(limit: number, start: PageStart | undefined) {
    const { store } = this.#database.transaction('conversations');
    const range = onShelf('archived', start?.updatedMs);
    let cursor = await store.index('byShelf').openCursor(range, 'prev');
    const isPast = ({ updatedMs, id }: SealedConversation) =>
      start === undefined ||
      updatedMs < start.updatedMs ||
      (updatedMs === start.updatedMs && id < start.id);
    const values: SealedConversation[] = [];
    while (cursor !== null && values.length < limit) {
      if (isPast(cursor.value)) values.push(cursor.value);
      cursor = await cursor.continue();
    }
    return { values, next: nextAfter(values, cursor !== null) };
  }

  async #page(
    limit: number,
    start: PageStart | undefined,
    isWanted: (value: SealedConversation) => boolean = () => true,
  ) {
    const { store } = this.#database.transaction('conversations');
    const newest = store.index('byUpdated');
    const range = start === undefined ? null : IDBKeyRange.upperBound(start.updatedMs);
    let cursor = await newest.openCursor(range, 'prev');
    if (start !== undefined && cursor !== null) {
      const isPast = cursor.key < start.updatedMs || cursor.primaryKey < start.id;
      if (!isPast) {
        if (cursor.primaryKey !== start.id) {
          cursor = await cursor.continuePrimaryKey(start.updatedMs, start.id);
        }
        if (cursor?.primaryKey === start.id) cursor = await cursor.continue();
      }
    }
    const values: SealedConversation[] = [];
    while (cursor !== null && values.length < limit) {
      if (isWanted(cursor.value)) values.push(cursor.value);
      cursor = await cursor.continue();
    }
    return { values, next: nextAfter(values, cursor !== null) };
  }

  /** The answer as it is when nobody makes it any more; no `finish`, for nobody stopped it. */
  async #stopped(record: SealedMessage): Promise<SealedMessage | undefined> {
    const opened = await this.#open(record.conversationId);
    if (opened === undefined) return undefined;
    const message = await openMessage(opened.keys, record);
    return sealMessage(opened.keys, { ...message, state: 'stopped' }, record.order);
  }

  async #open(id: string) {
    const record = await this.#database.get('conversations', id);
    if (record === undefined) return undefined;
    try {
      return { ...(await openHeader(this.#vault.root, record)), record };
    } catch (error) {
      if (isKind(error, 'bad-data')) return undefined;
      throw error;
    }
  }

  /** Writes a message over itself; does nothing when it is gone. */
  async #replace(message: SealedMessage): Promise<void> {
    await writing(this.#database, ['messages'], async (transaction) => {
      const messages = transaction.objectStore('messages');
      const kept = await messages.get(message.id);
      if (kept?.conversationId === message.conversationId) await messages.put(message);
    });
  }

  /** False, and nothing written, when the header is not `over` any more. */
  #replaceHeader(
    over: SealedConversation,
    header: SealedConversation,
  ): Promise<boolean> {
    return writing(this.#database, ['conversations'], async (transaction) => {
      const headers = transaction.objectStore('conversations');
      const now = await headers.get(header.id);
      if (now === undefined) return true; // erased meanwhile, and stays so
      if (!isSame(now, over)) return false;
      await headers.put(header);
      return true;
    });
  }
}

function nextAfter(
  values: readonly SealedConversation[],
  hasMore: boolean,
): PageStart | undefined {
  const last = values.at(-1);
  if (last === undefined || !hasMore) return undefined;
  return { updatedMs: last.updatedMs, id: last.id };
}

/** In the index `byShelf`, up to a time. */
function onShelf(shelf: Shelf, toMs = Infinity): IDBKeyRange {
  return IDBKeyRange.bound([shelf, -Infinity], [shelf, toMs]);
}

function withChange(
  header: ConversationHeader,
  { patientId, shelf, ...change }: HeaderChange,
): ConversationHeader {
  const { patientId: patientBefore, shelf: shelfBefore, ...rest } = header;
  const patient = patientId === undefined ? patientBefore : (patientId ?? undefined);
  const place = shelf === undefined ? shelfBefore : (shelf ?? undefined);
  return {
    ...rest,
    ...change,
    ...(patient !== undefined && { patientId: patient }),
    ...(place !== undefined && { shelf: place }),
  };
}
