/**
 * @file The second copy of all records, in files of its own: it takes what is
 * written before anybody is told that it is, and gives everything back when the
 * browser has thrown the first away.
 *
 * Every transaction notes in itself which records it touches. The note goes with a
 * later one, when the copy has them too; a note that a killed page left is followed
 * at the next start.
 */
import type { Database, MetaWriting, WriteFollower } from '../database.ts';
import type { Change } from '../recorded-transaction.ts';
import type { MirrorRows } from './mirror-rows.ts';

/** In `meta`, before the id of each note. */
const NOTE = 'second-copy-note:';

/** The notes in `meta`. */
export const NOTES = [NOTE, `${NOTE}\uffff`] as const;

/** What a transaction touched. */
export interface Note {
  readonly touched: readonly (readonly [store: string, key: IDBValidKey])[];
  readonly cleared: readonly string[];
}

export class Mirror implements WriteFollower {
  readonly rows: MirrorRows;
  /** Notes that were followed, and still lie in the database. */
  #followed: string[] = [];
  #isBehind = false;

  constructor(rows: MirrorRows) {
    this.rows = rows;
  }

  /** True when something was not followed: the next start does it. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  async note(transaction: MetaWriting, changes: readonly Change[]): Promise<string> {
    const meta = transaction.objectStore('meta');
    const key = `${NOTE}${crypto.randomUUID()}`;
    await Promise.all([
      ...this.#followed.map((note) => meta.delete(note)),
      meta.put(noteOf(changes), key),
    ]);
    return key;
  }

  async follow(changes: readonly Change[], note: string): Promise<void> {
    if (this.#isBehind) return;
    try {
      await this.rows.apply(changes);
      this.#followed = [note]; // those before went with the transaction of this one
    } catch {
      await this.giveUp();
    }
  }

  /**
   * Empties the copy, after it could not follow: what is erased must not stay in it.
   * It is made anew at the next start. If even this fails the notes stay.
   */
  async giveUp(): Promise<void> {
    this.#isBehind = true;
    await this.rows.begin().catch(() => {});
  }
}

function noteOf(changes: readonly Change[]): Note {
  return {
    touched: changes.flatMap((change) =>
      change.kind === 'clear' ? [] : [[change.store, change.key] as const],
    ),
    cleared: changes.flatMap((change) =>
      change.kind === 'clear' ? [change.store] : [],
    ),
  };
}

/** What the notes name, as it is in the database now. */
export async function changesSince(
  database: Database,
  notes: readonly Note[],
): Promise<readonly Change[]> {
  const cleared = new Set(notes.flatMap((note) => note.cleared));
  const changes: Change[] = [];
  for (const store of cleared) {
    changes.push({ kind: 'clear', store });
    for (const key of await database.getAllKeys(store as 'settings')) {
      changes.push(await changeOf(database, store, key));
    }
  }
  for (const [store, key] of notes.flatMap((note) => note.touched)) {
    if (!cleared.has(store)) changes.push(await changeOf(database, store, key));
  }
  return changes;
}

async function changeOf(
  database: Database,
  store: string,
  key: IDBValidKey,
): Promise<Change> {
  const value: unknown = await database.get(store as 'settings', key as string);
  return value === undefined
    ? { kind: 'delete', store, key }
    : { kind: 'put', store, key, value };
}
