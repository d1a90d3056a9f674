/**
 * @file The one IndexedDB database: opening it, and saying what it cannot do.
 *
 * Writes use strict durability: when the promise of a write resolves, the
 * record survives the tab being killed and the power going out.
 */
import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { AssistantError } from '../base/errors.ts';
import { must } from '../base/assert.ts';
import { SerialQueue } from '../base/serial-queue.ts';
import {
  type AssistantSchema,
  CASE_STORES,
  DATABASE_VERSION,
  UPGRADES,
} from './schema.ts';
import { type Change, recorded } from './recorded-transaction.ts';
import { storageError } from './storage-error.ts';
import { type FencedTransaction, requireEpoch } from './writer-epoch.ts';
import type { WriterLease } from './writer-lease.ts';

export type Database = IDBPDatabase<AssistantSchema>;

/** The stores that a turn touches, in one transaction. */
export const TURN_STORES: ['conversations', 'messages', 'attachments'] = [
  'conversations',
  'messages',
  'attachments',
];

export const DATABASE_NAME = 'pulsemind-2';
const STRICT = { durability: 'strict' } as const;
/**
 * One transaction writes at a time, whatever its stores. Chromium (seen in 156)
 * that is killed while two are open calls the files corrupt at the next start
 * and throws all databases of the page away. In this tab a queue sees to it, among
 * the tabs a Web Lock.
 */
const line = new SerialQueue();

export interface OpenOptions {
  readonly name?: string;
  /** A newer tab wants the database: what is unwritten is written now or never. */
  readonly beforeClosing?: () => Promise<void>;
  /** Another tab holds an older version open; called while we wait for it. */
  readonly onBlocked?: () => void;
  /** The browser or a newer tab closed our connection; nothing more can be written. */
  readonly onClosed?: () => void;
  /** The browser could not read its files, and began an empty database. */
  readonly onLost?: () => void;
}

/**
 * Opens the database, walking the upgrade steps it is behind by.
 *
 * @throws AssistantError 'bad-data' when a newer version of the app wrote it,
 *   'unsupported' when the browser keeps no data (private modes, policies)
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE_NAME, beforeClosing, onBlocked, onClosed, onLost } = options;
  if (typeof indexedDB === 'undefined') throw keepsNothing();
  try {
    return await openDB<AssistantSchema>(name, DATABASE_VERSION, {
      async upgrade(database, oldVersion, _newVersion, transaction, event) {
        if ('dataLoss' in event && event.dataLoss === 'total') onLost?.(); // Chromium
        for (let version = oldVersion; version < DATABASE_VERSION; version++) {
          const step = must(UPGRADES[version], 'there is a step for every version');
          await step(database, transaction);
        }
      },
      blocked: () => onBlocked?.(),
      blocking(_current, _blocked, event) {
        const close = () => {
          (event.target as IDBDatabase).close();
          onClosed?.();
        };
        if (beforeClosing === undefined) close();
        else void beforeClosing().finally(close);
      },
      terminated: () => onClosed?.(),
    });
  } catch (cause) {
    throw openingError(cause, name);
  }
}

function openingError(cause: unknown, name: string): unknown {
  if (!(cause instanceof Error)) return cause;
  if (cause.name === 'VersionError') {
    return new AssistantError(
      'bad-data',
      'Your consultations were written by a newer version of this app. Close all its tabs and reload to update it.',
      { path: `indexeddb:${name}` },
      { cause },
    );
  }
  if (cause.name === 'SecurityError' || cause.name === 'InvalidStateError') {
    return keepsNothing(cause);
  }
  return storageError(cause);
}

function keepsNothing(cause?: Error): AssistantError {
  return new AssistantError(
    'unsupported',
    'This browser keeps no data for this page. Leave private browsing, or allow the site to store data.',
    { missing: 'IndexedDB' },
    cause === undefined ? undefined : { cause },
  );
}

/** Only the tab that writes may change these; the others are safe in any tab. */
const FENCED: ReadonlySet<string> = new Set([...CASE_STORES, 'patients', 'erasures']);

const leases = new WeakMap<object, WriterLease>();

/** From here on what consultations hold is written under the lease, or refused. */
export function writeUnder(database: Database, lease: WriterLease): void {
  leases.set(database, lease);
}

/** A transaction that has `meta` in its scope. */
export interface MetaWriting {
  objectStore(name: 'meta'): {
    put(value: unknown, key: string): Promise<unknown>;
    delete(key: string): Promise<void>;
  };
}

/** Does elsewhere what was done here. */
export interface WriteFollower {
  /** The last step of a transaction that writes: notes in it what is to follow. */
  note(transaction: MetaWriting, changes: readonly Change[]): Promise<string>;
  /** The transaction of `note` is on disk. Never rejects. */
  follow(changes: readonly Change[], note: string): Promise<void>;
}

const followers = new WeakMap<object, WriteFollower>();

/** From here on nobody is told that something is written before `follower` has it too. */
export function followWrites(database: Database, follower: WriteFollower): void {
  followers.set(database, follower);
}

/**
 * Does `work` in one transaction: when the promise resolves all of its writes
 * survive, when it rejects none of them happened.
 *
 * @throws AssistantError 'not-writer' when another tab writes, 'out-of-memory' for
 *   a full disk
 */
export async function writing<
  Schema extends DBSchema,
  const Stores extends readonly StoreNames<Schema>[],
  T,
>(
  database: IDBPDatabase<Schema>,
  stores: Stores,
  work: (
    transaction: IDBPTransaction<Schema, Mutable<Stores>, 'readwrite'>,
  ) => Promise<T>,
): Promise<T> {
  const lease = leases.get(database);
  if (lease === undefined || !stores.some((store) => FENCED.has(store as string))) {
    return committing(database, stores, work);
  }
  const fenced = [...stores, 'meta'] as unknown as Stores;
  return lease.write((epoch) =>
    committing(database, fenced, async (transaction) => {
      await requireEpoch(transaction as unknown as FencedTransaction, epoch);
      return work(transaction);
    }),
  );
}

async function committing<
  Schema extends DBSchema,
  const Stores extends readonly StoreNames<Schema>[],
  T,
>(
  database: IDBPDatabase<Schema>,
  stores: Stores,
  work: (
    transaction: IDBPTransaction<Schema, Mutable<Stores>, 'readwrite'>,
  ) => Promise<T>,
): Promise<T> {
  const follower = followers.get(database);
  return alone(async () => {
    const scope = follower === undefined ? stores : new Set([...stores, 'meta']);
    const transaction = database.transaction(
      [...scope] as Mutable<Stores>,
      'readwrite',
      STRICT,
    );
    transaction.done.catch(() => {}); // `work` fails too, or the last line does
    const changes: Change[] = [];
    try {
      const result = await work(
        follower === undefined ? transaction : recorded(transaction, changes),
      );
      const note =
        changes.length === 0
          ? undefined
          : await follower?.note(transaction as unknown as MetaWriting, changes);
      await transaction.done;
      if (note !== undefined) await follower?.follow(changes, note);
      return result;
    } catch (error) {
      const cause = transaction.error ?? error; // a full disk aborts, and every request with it
      if (transaction.error === null) abort(transaction);
      await transaction.done.catch(() => {}); // it is over before the next begins
      throw cause;
    }
  });
}

type Mutable<Stores extends readonly unknown[]> = [...Stores];

/** Ends a transaction that may have ended already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Does `work` while nothing else writes; a full disk becomes an error somebody can act on. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const leave = await line.enter();
  try {
    return await amongTabs(work);
  } catch (cause) {
    throw storageError(cause);
  } finally {
    leave();
  }
}

/** A tab that follows writes too: its settings, the record of use. */
async function amongTabs<T>(work: () => Promise<T>): Promise<T> {
  const hasLocks = typeof navigator !== 'undefined' && 'locks' in navigator;
  return hasLocks ? navigator.locks.request('pulsemind-write', work) : work();
}
