/** @file A small database with turns and a fence, and what becomes of it when its tab is killed. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import {
  requireEpoch,
  type WriterEpochs,
  writerEpochs,
  type WriterRecord,
} from '../store/writer-epoch.ts';

export interface KeptTurn {
  readonly text: string;
  /** What its tab wrote under, and what the database said in the same transaction. */
  readonly epoch: number;
  readonly epochThen: number | undefined;
  readonly schemaVersion: number;
}

interface TurnsSchema extends DBSchema {
  meta: { key: string; value: unknown };
  turns: { key: number; value: KeptTurn };
}
const STORES: ['meta', 'turns'] = ['meta', 'turns'];
type TurnsTransaction = IDBPTransaction<TurnsSchema, typeof STORES, 'readwrite'>;

export class TurnsDatabase {
  readonly #database: IDBPDatabase<TurnsSchema>;
  readonly #running = new Set<TurnsTransaction>();

  private constructor(database: IDBPDatabase<TurnsSchema>) {
    this.#database = database;
  }

  /**
   * @param schemaVersion - undefined for whichever it has
   * @param onNewer - newer code waits for this connection to close
   */
  static async open(
    name: string,
    schemaVersion: number | undefined,
    onNewer: () => void = () => {},
  ): Promise<TurnsDatabase> {
    const database = await openDB<TurnsSchema>(name, schemaVersion, {
      upgrade(upgraded, oldVersion) {
        if (oldVersion > 0) return;
        upgraded.createObjectStore('meta');
        upgraded.createObjectStore('turns', { autoIncrement: true });
      },
      blocking: onNewer,
    });
    return new TurnsDatabase(database);
  }

  /** @param schemaVersion - what the code knows, where that is not the database's own version */
  epochs(tabId: string, schemaVersion = this.#database.version): WriterEpochs {
    const writingMeta: Parameters<typeof writerEpochs>[0]['writingMeta'] = (work) =>
      this.#writing(work);
    return writerEpochs({ tabId, schemaVersion, writingMeta });
  }

  /** Resolves with the turn's key when it is on disk. */
  write(text: string, epoch: number): Promise<number> {
    return this.#writing(async (transaction) => {
      await requireEpoch(transaction, epoch);
      const writer = await transaction.objectStore('meta').get('writer');
      return transaction.objectStore('turns').add({
        text,
        epoch,
        epochThen: (writer as WriterRecord | undefined)?.epoch,
        schemaVersion: this.#database.version,
      });
    });
  }

  async turns(): Promise<ReadonlyMap<number, KeptTurn>> {
    const transaction = this.#database.transaction('turns');
    const [keys, turns] = await Promise.all([
      transaction.store.getAllKeys(),
      transaction.store.getAll(),
    ]);
    return new Map(turns.map((turn, at) => [keys[at] ?? Number.NaN, turn]));
  }

  /** Waits for what is running. */
  close(): void {
    this.#database.close();
  }

  /** What is not on disk yet will not be. */
  kill(): void {
    for (const transaction of this.#running) abort(transaction);
    this.#database.close();
  }

  async #writing<T>(work: (transaction: TurnsTransaction) => Promise<T>): Promise<T> {
    const transaction = this.#database.transaction(STORES, 'readwrite', {
      durability: 'strict',
    });
    this.#running.add(transaction);
    transaction.done.catch(() => {});
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      throw error;
    } finally {
      this.#running.delete(transaction);
    }
  }
}

/** Ends a transaction that may have ended already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
