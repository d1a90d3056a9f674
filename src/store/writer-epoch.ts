/**
 * @file The fence between writers: a number in the database that grows with each.
 *
 *   tab A   begins: 7   writes under 7               writes under 7: refused
 *   tab B                                begins: 8      writes under 8
 *
 * A lock alone is not enough. A tab that was frozen while its lock was taken goes
 * on where it stopped, and would write once more before it hears of the loss. So
 * every transaction that writes looks at the number, in the transaction itself:
 * `meta` is in the scope of all of them, and the database lets them in one by one.
 *
 * @see Kleppmann, How to do distributed locking, 2016 ("fencing tokens")
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';

const WRITER_KEY = 'writer';

const writerRecord = v.object({
  /** One more with each tab that begins to write. */
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** What the code of that tab knows; older code writes no more. */
  schemaVersion: v.pipe(v.number(), v.safeInteger()),
  tabId: v.string(),
});

/** Who writes. Kept in the store `meta` under the key `writer`. */
export type WriterRecord = v.InferOutput<typeof writerRecord>;

/** A transaction with the store `meta` in its scope. */
export interface FencedTransaction {
  objectStore(name: 'meta'): { get(key: string): Promise<unknown> };
}

/** One that writes there. */
export interface MetaTransaction {
  objectStore(name: 'meta'): {
    get(key: string): Promise<unknown>;
    put(value: WriterRecord, key: string): Promise<unknown>;
  };
}

/** Reads and raises the epoch; each call is one transaction. */
export interface WriterEpochs {
  readonly tabId: string;
  readonly schemaVersion: number;
  /** Undefined while nobody ever wrote. */
  read(): Promise<WriterRecord | undefined>;
  /**
   * Makes this tab the writer, under a new epoch, and gives the record now in the
   * database. One that newer code left there stays, and is given instead.
   */
  raise(): Promise<WriterRecord>;
}

interface WriterEpochsOptions {
  readonly tabId: string;
  readonly schemaVersion: number;
  /** Does `work` in one strict readwrite transaction over `meta`; resolves when that is on disk. */
  readonly writingMeta: <T>(
    work: (transaction: MetaTransaction) => Promise<T>,
  ) => Promise<T>;
}

/** The epochs of a database. */
export function writerEpochs(options: WriterEpochsOptions): WriterEpochs {
  const { tabId, schemaVersion, writingMeta } = options;
  return {
    tabId,
    schemaVersion,
    read: () => writingMeta(readWriter),
    raise: () =>
      writingMeta(async (transaction) => {
        const kept = await readWriter(transaction);
        if (kept !== undefined && kept.schemaVersion > schemaVersion) return kept;
        const record = { epoch: (kept?.epoch ?? 0) + 1, schemaVersion, tabId };
        await transaction.objectStore('meta').put(record, WRITER_KEY);
        return record;
      }),
  };
}

/**
 * Lets a transaction go on when the epoch in the database is the one this tab was
 * given. To be awaited before the first write; a caller that fails must abort.
 *
 * @throws AssistantError 'not-writer' when another tab has begun to write
 */
export async function requireEpoch(
  transaction: FencedTransaction,
  epoch: number,
): Promise<void> {
  const kept = await readWriter(transaction);
  if (kept?.epoch !== epoch) throw notWriter(epoch);
}

/** @param epoch - what this tab wrote under; 0 for one that never did */
export function notWriter(epoch: number): AssistantError<'not-writer'> {
  return new AssistantError(
    'not-writer',
    'Another tab writes now, and nothing was written from this one. Choose “Write here”, then try again.',
    { epoch },
  );
}

async function readWriter(
  transaction: FencedTransaction,
): Promise<WriterRecord | undefined> {
  const value = await transaction.objectStore('meta').get(WRITER_KEY);
  if (value === undefined) return undefined;
  const parsed = v.safeParse(writerRecord, value);
  if (parsed.success) return parsed.output;
  throw new AssistantError(
    'bad-data',
    'The record of who writes is damaged. Close all tabs of this app, then restore a backup.',
    { path: `meta/${WRITER_KEY}` },
  );
}
