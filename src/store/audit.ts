/**
 * @file The record of what was done: entries are added and never changed.
 *
 *   entry n = seal(time, what, previous = SHA-256 of sealed entry n − 1)
 *   head    = seal(n, SHA-256 of sealed entry n)
 *
 * Place and order of an entry are bound to its seal, each entry names the one
 * before, and the head names the last: what is removed, changed, swapped or cut
 * off is found. Who puts back an old copy of the whole profile is not.
 *
 * A failed unlock happens while there is no key: its time waits in the clear
 * until the next unlock seals it.
 */
import { sha256Hex } from '../base/sha256.ts';
import { type Database, writing } from './database.ts';
import {
  type AuditEvent,
  openEntry,
  openHead,
  type SealedEntry,
  sealEntry,
  sealHead,
} from './sealed-audit.ts';
import type { Vault } from './vault.ts';

export interface AuditEntry extends AuditEvent {
  readonly seq: number;
  /** SHA-256 (hex) of the sealed entry, and of the one before; empty before the first. */
  readonly hash: string;
  readonly previous: string;
}

/** Where the record is not what was written: an entry that is missing or changed, or its end cut off. */
export interface AuditFault {
  readonly kind: 'missing' | 'changed' | 'cut-off';
  readonly seq: number;
}

export interface AuditReport {
  readonly entries: readonly AuditEntry[];
  readonly faults: readonly AuditFault[];
}

const HEAD = 'audit-head';

export class AuditStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Adds an entry behind the last, whichever tab wrote that. */
  async add(event: AuditEvent): Promise<void> {
    for (;;) if (await this.#tryToAdd(event)) return;
  }

  /** Notes a wrong passphrase. */
  async addFailedUnlock(timeMs: number): Promise<void> {
    await writing(this.#database, ['failedUnlocks'], (transaction) =>
      transaction.objectStore('failedUnlocks').add({ timeMs }),
    );
  }

  /** Seals the failed unlocks that wait; call it once the vault is open. */
  async addWaiting(): Promise<void> {
    for (const key of await this.#database.getAllKeys('failedUnlocks')) {
      const waiting = await this.#database.get('failedUnlocks', key);
      if (waiting === undefined) continue; // another tab took it
      const { timeMs } = waiting;
      while (!(await this.#tryToAdd({ timeMs, what: 'failed-unlock' }, key)));
    }
  }

  /** All entries that read, and every place where something is wrong. */
  async read(): Promise<AuditReport> {
    const transaction = this.#database.transaction(['audit', 'vault']);
    const [records, sealedHead] = await Promise.all([
      transaction.objectStore('audit').getAll(),
      transaction.objectStore('vault').get(HEAD),
    ]);
    const { own } = this.#vault.root;
    const head = await openHead(own, sealedHead);
    const entries: AuditEntry[] = [];
    const faults: AuditFault[] = [];
    let last = { seq: 0, hash: '' };
    for (const record of records) {
      const { seq } = record;
      for (let gone = last.seq + 1; gone < seq; gone++) {
        faults.push({ kind: 'missing', seq: gone });
      }
      const entry = await openEntry(own, record);
      // after a gap nobody knows what the one before was; the gap is told
      const follows = seq !== last.seq + 1 || entry?.previous === last.hash;
      if (entry === undefined || !follows) faults.push({ kind: 'changed', seq });
      const hash = await hashOf(record);
      if (entry !== undefined) entries.push({ seq, hash, ...entry });
      last = { seq, hash };
    }
    if (head?.seq !== last.seq || head.hash !== last.hash) {
      const isEmpty = head === undefined && sealedHead === undefined && last.seq === 0;
      if (!isEmpty) faults.push({ kind: 'cut-off', seq: last.seq });
    }
    return { entries, faults };
  }

  /**
   * False, and nothing written, when another tab added one meanwhile.
   *
   * @param waitingKey - of the failed unlock that becomes this entry, unless another tab took it
   */
  async #tryToAdd(event: AuditEvent, waitingKey?: number): Promise<boolean> {
    const { own } = this.#vault.root;
    const last = await this.#last();
    const seq = (last?.seq ?? 0) + 1;
    const previous = last === undefined ? '' : await hashOf(last);
    const entry = await sealEntry(own, seq, { ...event, previous });
    const head = await sealHead(own, { seq, hash: await hashOf(entry) });
    const stores = ['audit', 'vault', 'failedUnlocks'] as const;
    return writing(this.#database, stores, async (transaction) => {
      const audit = transaction.objectStore('audit');
      const newest = await audit.openKeyCursor(null, 'prev');
      if ((newest?.key ?? 0) !== seq - 1) return false;
      if (waitingKey !== undefined) {
        const waiting = transaction.objectStore('failedUnlocks');
        if ((await waiting.count(waitingKey)) === 0) return true;
        await waiting.delete(waitingKey);
      }
      await audit.add(entry);
      await transaction.objectStore('vault').put(head, HEAD);
      return true;
    });
  }

  async #last(): Promise<SealedEntry | undefined> {
    const { store } = this.#database.transaction('audit');
    return (await store.openCursor(null, 'prev'))?.value;
  }
}

function hashOf({ sealed }: Pick<SealedEntry, 'sealed'>): Promise<string> {
  return sha256Hex(new Uint8Array(sealed));
}
