/**
 * @file What a search reads of each consultation: one record with the words of all
 * its turns, sealed with its key, so that a profile opens for searching by one
 * record a consultation, and erasing the key erases that too.
 *
 * The record is derived. It says of which state of the consultation it is; one
 * that is missing, damaged or of an earlier state is made again from the turns.
 * The words are kept as they were written, for the snippet, and folded when they
 * are opened. Title, patient and tags are read from the header, which is opened
 * for its key anyway.
 */
import * as v from 'valibot';
import { breathe } from '../base/breathe.ts';
import { isKind } from '../base/errors.ts';
import {
  openCaseRecord,
  type SealedCaseRecord,
  sealCaseRecord,
} from './sealed-case-record.ts';
import { type Database, writing } from './database.ts';
import { messagesOf } from './keep-turn.ts';
import {
  type ConversationHeader,
  count,
  id,
  type KeptMessage,
  time,
} from './records.ts';
import type { SearchedTurn } from './search-index.ts';
import {
  check,
  type ConversationKeys,
  openAll,
  openHeader,
  openMessage,
  type SealedConversation,
} from './sealed-records.ts';
import type { Vault } from './vault.ts';

const STORE = 'searchTexts';

/** Consultations opened in one go; the page moves in between. */
const SLICE = 16;

const searchText = v.object({
  id,
  /** Of the header, when this was written. */
  updatedMs: time,
  turnCount: count,
  /** True when an answer was not finished then: its words came later. */
  isGrowing: v.boolean(),
  turns: v.array(v.object({ id, text: v.string() })),
});

type SearchText = v.InferOutput<typeof searchText>;

/** A consultation as a search knows it. */
export interface Searchable {
  readonly header: ConversationHeader;
  readonly turns: readonly SearchedTurn[];
}

export interface OpenedTexts {
  readonly opened: readonly Searchable[];
  /** Ids of those to be written again. */
  readonly stale: readonly string[];
}

interface Kept {
  readonly record: SealedConversation;
  readonly text: SealedCaseRecord | undefined;
  readonly turnCount: number;
}

export class SearchTexts {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Opens everything, the consultation changed last first. */
  async *openAll(): AsyncGenerator<OpenedTexts, void> {
    const ids = await this.newestFirst();
    for (let at = 0; at < ids.length; at += SLICE) {
      yield await this.open(ids.slice(at, at + SLICE));
      await breathe();
    }
  }

  /** Ids of all consultations, the one changed last first. */
  async newestFirst(): Promise<readonly string[]> {
    const ids = await this.#database.getAllKeysFromIndex('conversations', 'byUpdated');
    return ids.toReversed();
  }

  /** Opens what is kept of these consultations; those whose header is damaged are left out. */
  async open(ids: readonly string[]): Promise<OpenedTexts> {
    const { root } = this.#vault;
    const { records } = await openAll(STORE, await this.#read(ids), async (value) => {
      const { record, text, turnCount } = value as Kept;
      const { header, keys } = await openHeader(root, record);
      const turns = await openTurns(keys, text, header.updatedMs, turnCount);
      return { header, turns };
    });
    return {
      opened: records.flatMap(({ header, turns }) =>
        turns ? [{ header, turns }] : [],
      ),
      stale: records.flatMap(({ header, turns }) => (turns ? [] : [header.id])),
    };
  }

  /** Makes the record of a consultation from its turns; undefined when it is gone or damaged. */
  async gather(conversationId: string): Promise<GatheredText | undefined> {
    const record = await this.#database.get('conversations', conversationId);
    if (record === undefined) return undefined;
    const values = await this.#database.getAllFromIndex(
      'messages',
      'byConversation',
      messagesOf(conversationId),
    );
    const header = await openHeader(this.#vault.root, record).catch(unlessDamaged);
    if (header === undefined) return undefined;
    const { records } = await openAll('messages', values, (value) =>
      openMessage(header.keys, value),
    );
    const text = searchTextOf(header.header, records, values.length);
    return { header: header.header, turns: text.turns, keys: header.keys, text };
  }

  /** Writes a record over its earlier self; does nothing when its consultation is gone. */
  async keep({ keys, text }: GatheredText): Promise<void> {
    const sealed = await sealSearchText(keys, text);
    await writing(this.#database, ['conversations', STORE], async (transaction) => {
      const headers = transaction.objectStore('conversations');
      if ((await headers.count(text.id)) === 0) return;
      await transaction.objectStore(STORE).put(sealed);
    });
  }

  async #read(ids: readonly string[]): Promise<readonly Kept[]> {
    const transaction = this.#database.transaction([
      'conversations',
      'messages',
      STORE,
    ]);
    const headers = transaction.objectStore('conversations');
    const turns = transaction.objectStore('messages').index('byConversation');
    const read = ids.map(async (conversationId) => {
      const [record, text, turnCount] = await Promise.all([
        headers.get(conversationId),
        transaction.objectStore(STORE).get(conversationId),
        turns.count(messagesOf(conversationId)),
      ]);
      return record === undefined ? [] : [{ record, text, turnCount }];
    });
    return (await Promise.all(read)).flat();
  }
}

/** @param turnCount - of all turns, also those that cannot be read */
export function searchTextOf(
  { id: conversationId, updatedMs }: ConversationHeader,
  messages: readonly KeptMessage[],
  turnCount: number,
): SearchText {
  const isGrowing = messages.some(({ state }) => state === 'growing');
  const turns = messages.map(searchedTurn);
  return { id: conversationId, updatedMs, turnCount, isGrowing, turns };
}

export function sealSearchText(
  keys: ConversationKeys,
  text: SearchText,
): Promise<SealedCaseRecord> {
  return sealCaseRecord(keys, STORE, text);
}

/** Read, and not written yet. */
export interface GatheredText extends Searchable {
  readonly keys: ConversationKeys;
  readonly text: SearchText;
}

/** The turns, when the record is there, whole, and of the state that the consultation is in. */
async function openTurns(
  keys: ConversationKeys,
  sealed: SealedCaseRecord | undefined,
  updatedMs: number,
  turnCount: number,
): Promise<readonly SearchedTurn[] | undefined> {
  if (sealed === undefined) return undefined;
  try {
    const text = check(searchText, await openCaseRecord(keys, STORE, sealed));
    const isOfNow = text.updatedMs === updatedMs && text.turnCount === turnCount;
    return isOfNow && !text.isGrowing ? text.turns : undefined;
  } catch (error) {
    return unlessDamaged(error);
  }
}

function unlessDamaged(error: unknown): undefined {
  if (!isKind(error, 'bad-data')) throw error;
}

function searchedTurn({ id: messageId, text, attachments }: KeptMessage): SearchedTurn {
  const images = attachments.map(({ name, caption }) =>
    caption === undefined ? name : `${name} ${caption}`,
  );
  return { id: messageId, text: [text, ...images].filter(Boolean).join('\n') };
}
