/**
 * @file The second copy itself: a database of rows, each a record of the first as it
 * lies there, sealed, under the name of its store and its key.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import * as v from 'valibot';
import type { Change } from '../recorded-transaction.ts';

/** A row by its key, as both databases have it. */
export interface Row {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

const mirrorState = v.object({
  /** Says which database this is the copy of. */
  pair: v.string(),
  /** True when every record is here; while it grows, `grown` says how far. */
  isWhole: v.boolean(),
  grown: v.optional(v.object({ store: v.string(), after: v.unknown() })),
});

export type MirrorState = v.InferOutput<typeof mirrorState>;

interface RowsSchema extends DBSchema {
  rows: { key: [string, IDBValidKey]; value: unknown };
  state: { key: string; value: unknown };
}

type RowsDatabase = IDBPDatabase<RowsSchema>;
type RowsTransaction = IDBPTransaction<RowsSchema, ['rows', 'state'], 'readwrite'>;

const STATE = 'state';

export class MirrorRows {
  readonly #database: RowsDatabase;

  private constructor(database: RowsDatabase) {
    this.#database = database;
  }

  /** @throws DOMException when the browser does not open it */
  static async open(factory: IDBFactory, name: string): Promise<MirrorRows> {
    const request = factory.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('rows');
      request.result.createObjectStore('state');
    });
    const database = (await wrap(request)) as unknown as RowsDatabase;
    database.addEventListener('versionchange', () => database.close());
    return new MirrorRows(database);
  }

  /** Undefined when nothing was ever copied, or nobody can tell what. */
  async state(): Promise<MirrorState | undefined> {
    const parsed = v.safeParse(mirrorState, await this.#database.get('state', STATE));
    return parsed.success ? parsed.output : undefined;
  }

  /** Does the same as was done to the first, and notes how far the copy has grown. */
  async apply(changes: readonly Change[], state?: MirrorState): Promise<void> {
    await this.#writing(async (transaction) => {
      const rows = transaction.objectStore('rows');
      await Promise.all([
        ...changes.map((change) =>
          change.kind === 'put'
            ? rows.put(change.value, [change.store, change.key])
            : rows.delete(
                change.kind === 'delete'
                  ? [change.store, change.key]
                  : all(change.store),
              ),
        ),
        ...(state === undefined
          ? []
          : [transaction.objectStore('state').put(state, STATE)]),
      ]);
    });
  }

  /** Empties it, and says what it is going to be a copy of; of nothing, if not given. */
  async begin(state?: MirrorState): Promise<void> {
    await this.#writing(async (transaction) => {
      const states = transaction.objectStore('state');
      await transaction.objectStore('rows').clear();
      await (state === undefined ? states.delete(STATE) : states.put(state, STATE));
    });
  }

  has(store: string, key: IDBValidKey): Promise<boolean> {
    return this.#database.count('rows', [store, key]).then((count) => count > 0);
  }

  /** The next rows of a store, at most `limit`, in the order of their keys. */
  async read(
    store: string,
    after: IDBValidKey | undefined,
    limit: number,
  ): Promise<readonly Row[]> {
    const range = after === undefined ? all(store) : restOf(store, after);
    const { store: rows } = this.#database.transaction('rows');
    const [keys, values] = await Promise.all([
      rows.getAllKeys(range, limit),
      rows.getAll(range, limit),
    ]);
    return keys.map(([, key], at) => ({ key, value: values[at] }));
  }

  close(): void {
    this.#database.close();
  }

  async #writing(work: (transaction: RowsTransaction) => Promise<void>): Promise<void> {
    const transaction = this.#database.transaction(['rows', 'state'], 'readwrite', {
      durability: 'strict',
    });
    transaction.done.catch(() => {}); // `work` fails too, or the last line does
    await work(transaction);
    await transaction.done;
  }
}

/** Lists come after every other key. */
const LAST: IDBValidKey = [];

function all(store: string): IDBKeyRange {
  return IDBKeyRange.bound([store], [store, LAST]);
}

function restOf(store: string, after: IDBValidKey): IDBKeyRange {
  return IDBKeyRange.bound([store, after], [store, LAST], true);
}
