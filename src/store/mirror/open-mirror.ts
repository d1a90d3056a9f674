/** @file The second copy of a database, as the app holds it. */
import { alone, type Database, followWrites } from '../database.ts';
import { Mirror } from './mirror.ts';
import { MirrorRows } from './mirror-rows.ts';
import type { PlaceApart } from './place-apart.ts';
import {
  bringBack,
  type BroughtBack,
  catchUp,
  growMirror,
  isLost,
  readBroughtBack,
  unpair,
} from './settle-mirror.ts';

/** How the second copy is. */
export interface SecondCopy {
  /** 'growing' until everything is in it; 'behind' after it could not follow; 'none' where the browser has no place apart. */
  readonly state: 'whole' | 'growing' | 'behind' | 'none';
  readonly usedBytes?: number | undefined;
  /** When the browser lost the first copy last. */
  readonly broughtBack?: BroughtBack | undefined;
}

export interface OpenedMirror {
  /** What came back from it at this start. */
  readonly broughtBack: BroughtBack | undefined;
  /** Copies what is not in it yet. */
  grow(): Promise<void>;
  report(): Promise<SecondCopy>;
  /** Makes it hold nothing any more, for good. @throws AssistantError when it still does */
  erase(): Promise<void>;
  close(): void;
}

/**
 * Opens the second copy beside `database`, brings back what the browser lost, and
 * has all writes follow from here on. Without a place apart there is one copy.
 *
 * @throws AssistantError when records cannot be brought back
 */
export async function openMirror(
  database: Database,
  place: PlaceApart | undefined,
): Promise<OpenedMirror> {
  const rows = await openRows(place, database.name);
  if (place === undefined) return withoutMirror(database);
  if (rows === undefined) {
    // Nothing is brought back from what does not open; the next start makes it anew.
    await place.remove().catch(() => {});
    return withoutMirror(database);
  }
  const settled = await oneTabAtATime(database.name, () => settle(database, rows));
  if (settled === 'unusable') {
    rows.close();
    return withoutMirror(database);
  }
  const { broughtBack } = settled;
  const mirror = new Mirror(rows);
  followWrites(database, mirror);
  return {
    broughtBack,
    grow: () => growMirror(database, mirror),
    report: () => report(database, mirror, place),
    async erase() {
      await alone(() => rows.begin());
      rows.close();
      await place.remove().catch(() => {}); // an empty one is left for the next start
    },
    close: () => rows.close(),
  };
}

async function openRows(
  place: PlaceApart | undefined,
  name: string,
): Promise<MirrorRows | undefined> {
  try {
    return place && (await MirrorRows.open(place.factory, name));
  } catch {
    return undefined;
  }
}

/** @throws AssistantError when there is something to bring back and it does not come */
async function settle(
  database: Database,
  rows: MirrorRows,
): Promise<{ readonly broughtBack: BroughtBack | undefined } | 'unusable'> {
  try {
    if (!(await isLost(database, rows))) {
      await catchUp(database, rows);
      return { broughtBack: undefined };
    }
  } catch {
    return 'unusable';
  }
  return { broughtBack: await bringBack(database, rows, Date.now()) };
}

async function withoutMirror(database: Database): Promise<OpenedMirror> {
  await unpair(database);
  return {
    broughtBack: undefined,
    grow: async () => {},
    report: async () => ({
      state: 'none',
      broughtBack: await readBroughtBack(database),
    }),
    erase: async () => {},
    close() {},
  };
}

async function report(
  database: Database,
  mirror: Mirror,
  place: PlaceApart,
): Promise<SecondCopy> {
  const state = await mirror.rows.state().catch(() => undefined);
  const isHere = state !== undefined && !mirror.isBehind;
  const growth = state?.isWhole === true ? 'whole' : 'growing';
  return {
    state: isHere ? growth : 'behind',
    usedBytes: await place.usedBytes().catch(() => undefined),
    broughtBack: await readBroughtBack(database),
  };
}

async function oneTabAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const hasLocks = typeof navigator !== 'undefined' && 'locks' in navigator;
  return hasLocks ? navigator.locks.request(`second-copy:${name}`, work) : work();
}
