/**
 * @file Small records that belong to a consultation, sealed with its key: what
 * becomes of them is decided with the consultation. They are added and read,
 * never changed.
 */
import * as v from 'valibot';
import type { Database } from './database.ts';
import { writing } from './database.ts';
import { id, type ReadRecords } from './records.ts';
import { sealJson, unsealJson } from './seal.ts';
import {
  check,
  type ConversationKeys,
  openAll,
  openHeader,
  SEALED_VERSION,
} from './sealed-records.ts';
import type { Vault } from './vault.ts';

const sealedCaseRecord = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  conversationId: id,
  sealed: v.instance(ArrayBuffer),
});

export type SealedCaseRecord = v.InferOutput<typeof sealedCaseRecord>;

type CaseStoreName = 'reviews' | 'comparisons';

/** What tells one kind of record from another. */
export interface CaseRecordKind<T> {
  readonly store: CaseStoreName;
  readonly schema: v.GenericSchema<unknown, T>;
}

export class CaseRecords<T extends { readonly id: string }> {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #kind: CaseRecordKind<T>;

  constructor(database: Database, vault: Vault, kind: CaseRecordKind<T>) {
    this.#database = database;
    this.#vault = vault;
    this.#kind = kind;
  }

  /** Adds a record; does nothing when its consultation is gone. */
  async add(conversationId: string, record: T): Promise<void> {
    const { store } = this.#kind;
    const kept = await this.#database.get('conversations', conversationId);
    if (kept === undefined) return;
    const { keys } = await openHeader(this.#vault.root, kept);
    const sealed = await sealCaseRecord(keys, store, record);
    await writing(this.#database, ['conversations', store], async (transaction) => {
      const headers = transaction.objectStore('conversations');
      if ((await headers.count(conversationId)) === 0) return;
      await transaction.objectStore(store).add(sealed);
    });
  }

  /** The records of a consultation, and those that do not open. */
  async of(conversationId: string): Promise<ReadRecords<T>> {
    const { store, schema } = this.#kind;
    const kept = await this.#database.get('conversations', conversationId);
    if (kept === undefined) return { records: [], damaged: [] };
    const { keys } = await openHeader(this.#vault.root, kept);
    const values = await this.#database.getAllFromIndex(
      store,
      'byConversation',
      conversationId,
    );
    return openAll(store, values, async (value) =>
      check(schema, await openCaseRecord(keys, store, value)),
    );
  }
}

/** @param store - names the kind; bound to the seal */
export async function sealCaseRecord(
  { conversationId, key }: ConversationKeys,
  store: string,
  record: { readonly id: string },
): Promise<SealedCaseRecord> {
  const place = [store, conversationId, record.id] as const;
  return {
    version: SEALED_VERSION,
    id: record.id,
    conversationId,
    sealed: await sealJson(key, place, record),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openCaseRecord(
  { conversationId, key }: ConversationKeys,
  store: string,
  value: unknown,
): Promise<unknown> {
  const record = check(sealedCaseRecord, value);
  return unsealJson(key, [store, conversationId, record.id], record.sealed);
}
