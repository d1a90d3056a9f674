/**
 * @file What was typed and not sent when the page was locked, sealed until it is
 * unlocked.
 */
import { type Database, writing } from './database.ts';
import {
  type KeptDraft,
  openDraft,
  sealDraft,
  type SealedDraft,
} from './sealed-drafts.ts';
import { openAll } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export class DraftStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  async keep(drafts: readonly KeptDraft[]): Promise<void> {
    const { own } = this.#vault.root;
    const sealed = await Promise.all(drafts.map((draft) => sealDraft(own, draft)));
    await writing(this.#database, ['drafts'], async (transaction) => {
      for (const draft of sealed) await transaction.objectStore('drafts').put(draft);
    });
  }

  /** What was kept, and keeps it no longer; what does not open is left. */
  async take(): Promise<readonly KeptDraft[]> {
    const { own } = this.#vault.root;
    const values = await this.#database.getAll('drafts');
    const { records } = await openAll('drafts', values, async (value) => {
      const { id } = value as SealedDraft;
      return { id, draft: await openDraft(own, value as SealedDraft) };
    });
    await writing(this.#database, ['drafts'], async (transaction) => {
      for (const { id } of records) await transaction.objectStore('drafts').delete(id);
    });
    return records.map(({ draft }) => draft);
  }
}
