/**
 * @file At the start of the page: which of the two copies counts, and what the other
 * has to be told.
 *
 *   database            second copy        then
 *   of this pair        of this pair       what notes name is copied again
 *   anything else       anything else      a new pair: the copy grows from the database
 *   new and empty       has a root key     the browser lost the first: it is brought back
 */
import type { IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { alone, type Database, writing } from '../database.ts';
import { readBatch } from '../copy-records.ts';
import { count, time } from '../records.ts';
import type { AssistantSchema } from '../schema.ts';
import { changesSince, type Mirror, type Note, NOTES } from './mirror.ts';
import type { MirrorRows } from './mirror-rows.ts';

const ROOT = 'root';
/** In `meta`: the name of the pair. */
const PAIR = 'second-copy';
/** In `meta`: when records were brought back last. */
const BROUGHT_BACK = 'second-copy-brought-back';

const broughtBack = v.object({
  timeMs: time,
  records: count,
  /** False when the copy had not grown to the end, so that some may be missing. */
  isWhole: v.boolean(),
});

/** What came back from the second copy after the browser lost the first. */
export type BroughtBack = v.InferOutput<typeof broughtBack>;

type StoreName = (typeof STORES)[number];

/**
 * All of them, in the order of growing: what opens the others comes first. Bringing
 * back goes backwards, so that the key is there when everything is.
 */
export const STORES = [
  'vault',
  'meta',
  'settings',
  'failedUnlocks',
  'patients',
  'drafts',
  'audit',
  'erasures',
  'conversations',
  'messages',
  'reviews',
  'comparisons',
  'attachments',
  'searchTexts',
] as const satisfies readonly (keyof AssistantSchema)[];

const BATCH = 64;
/** Some megabytes each. */
const IMAGES_BATCH = 8;

/** True when the browser lost the database, and the second copy has what was in it. */
export async function isLost(database: Database, rows: MirrorRows): Promise<boolean> {
  if ((await database.get('meta', PAIR)) !== undefined) return false;
  return (await hasNoKey(database)) && (await rows.has('vault', ROOT));
}

/**
 * Tells the second copy what it does not know; begins it anew when it is not of this
 * database.
 */
export async function catchUp(database: Database, rows: MirrorRows): Promise<void> {
  const pair: unknown = await database.get('meta', PAIR);
  const isOfThis = pair !== undefined && (await rows.state())?.pair === pair;
  await (isOfThis ? followNotes(database, rows) : beginPair(database, rows));
}

/** For a start without the second copy: what is written now will be missing in it. */
export async function unpair(database: Database): Promise<void> {
  if ((await database.get('meta', PAIR)) === undefined) return;
  await writing(database, ['meta'], (transaction) =>
    transaction.objectStore('meta').delete(PAIR),
  );
}

/** Copies what is not in the second copy yet; goes on where it was cut off. */
export async function growMirror(database: Database, mirror: Mirror): Promise<void> {
  try {
    for (;;) {
      if (mirror.isBehind) return;
      const isWhole = await alone(() => growOneBatch(database, mirror));
      if (isWhole) return;
    }
  } catch {
    await alone(() => mirror.giveUp()); // no space for two copies: the first keeps what there is
  }
}

/** When records were brought back last; undefined if never. */
export async function readBroughtBack(
  database: Database,
): Promise<BroughtBack | undefined> {
  const parsed = v.safeParse(broughtBack, await database.get('meta', BROUGHT_BACK));
  return parsed.success ? parsed.output : undefined;
}

/** True for a database that nothing was ever kept in. */
async function hasNoKey(database: Database): Promise<boolean> {
  return (await database.count('vault')) === 0;
}

async function beginPair(database: Database, rows: MirrorRows): Promise<void> {
  const pair = crypto.randomUUID();
  const isWhole = await hasNoKey(database);
  await alone(() => rows.begin({ pair, isWhole }));
  await writing(database, ['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    for (const note of await meta.getAllKeys(notes())) await meta.delete(note);
    await meta.put(pair, PAIR);
  });
}

async function followNotes(database: Database, rows: MirrorRows): Promise<void> {
  const keys = await alone(async () => {
    const found = await database.getAllKeys('meta', notes());
    if (found.length === 0) return found;
    const left = await database.getAll('meta', notes());
    await rows.apply(await changesSince(database, left as Note[]));
    return found;
  });
  if (keys.length === 0) return;
  await writing(database, ['meta'], async (transaction) => {
    for (const key of keys) await transaction.objectStore('meta').delete(key);
  });
}

/** True when there was nothing left to copy. */
async function growOneBatch(database: Database, { rows }: Mirror): Promise<boolean> {
  const state = await rows.state();
  if (state === undefined || state.isWhole) return true;
  const { pair, grown } = state;
  const store = (grown?.store ?? STORES[0]) as StoreName;
  const batch = await readBatch(
    database as unknown as IDBPDatabase,
    store,
    grown?.after as IDBValidKey | undefined,
    batchOf(store),
  );
  const changes = batch
    .filter(({ key }) => store !== 'meta' || !isOfPair(key))
    .map(({ key, value }) => ({ kind: 'put', store, key, value }) as const);
  const last = batch.at(-1);
  const next = last === undefined ? STORES[STORES.indexOf(store) + 1] : store;
  const isWhole = next === undefined;
  await rows.apply(changes, {
    pair,
    isWhole,
    ...(next !== undefined && { grown: { store: next, after: last?.key } }),
  });
  return isWhole;
}

/**
 * Copies everything back; the key comes last, and until then it begins again.
 *
 * @throws AssistantError when the disk is full or fails; the second copy stays as it is
 */
export async function bringBack(
  database: Database,
  rows: MirrorRows,
  nowMs: number,
): Promise<BroughtBack> {
  const { pair, isWhole } = (await rows.state()) ?? {
    pair: crypto.randomUUID(), // it will not match, and the copy begins anew
    isWhole: false,
  };
  let records = 0;
  for (const store of STORES.toReversed()) {
    records += await bringStoreBack(database, rows, store);
  }
  const brought = { timeMs: nowMs, records, isWhole };
  await alone(() =>
    rows.apply([{ kind: 'put', store: 'meta', key: BROUGHT_BACK, value: brought }]),
  );
  await writing(database, ['meta'], async (transaction) => {
    await transaction.objectStore('meta').put(brought, BROUGHT_BACK);
    await transaction.objectStore('meta').put(pair, PAIR);
  });
  return brought;
}

async function bringStoreBack(
  database: Database,
  rows: MirrorRows,
  store: StoreName,
): Promise<number> {
  const name = store as 'settings'; // any store: the rows are what it held
  let [brought, after] = [0, undefined as IDBValidKey | undefined];
  for (;;) {
    const batch = await rows.read(store, after, batchOf(store));
    await writing(database, [name], async (transaction) => {
      const records = transaction.objectStore(name);
      const isKeyed = records.keyPath !== null;
      await Promise.all(
        batch.map(({ key, value }) =>
          isKeyed ? records.put(value) : records.put(value, key as string),
        ),
      );
    });
    brought += batch.length;
    after = batch.at(-1)?.key;
    if (after === undefined) return brought;
  }
}

/** What says which pair this is, and what is to follow, is of this database alone. */
function isOfPair(key: IDBValidKey): boolean {
  return key === PAIR || (typeof key === 'string' && key.startsWith(NOTES[0]));
}

function notes(): IDBKeyRange {
  return IDBKeyRange.bound(...NOTES);
}

function batchOf(store: StoreName): number {
  return store === 'attachments' ? IMAGES_BATCH : BATCH;
}
