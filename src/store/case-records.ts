/**
 * @file Small records that belong to a consultation, sealed with its key: what
 * becomes of them is decided with the consultation. They are added and read,
 * never changed.
 */
import type * as v from 'valibot';
import type { Database } from './database.ts';
import { writing } from './database.ts';
import type { ReadRecords } from './records.ts';
import { openCaseRecord, sealCaseRecord } from './sealed-case-record.ts';
import { check, openAll, openHeader } from './sealed-records.ts';
import type { Vault } from './vault.ts';

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
