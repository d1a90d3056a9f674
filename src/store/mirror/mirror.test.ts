// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase, writing } from '../database.ts';
import { isEqual } from '../equal-records.ts';
import { keptImage, userMessage } from '../../testing/turns.ts';
import { ConversationStore } from '../conversations.ts';
import { Vault } from '../vault.ts';
import { type OpenedMirror, openMirror } from './open-mirror.ts';
import type { PlaceApart } from './place-apart.ts';
import { STORES } from './settle-mirror.ts';

let [name, names] = ['', 0];
let place: PlaceApart & { isRemoved: boolean };
let open: { database: Database; mirror: OpenedMirror } | undefined;

beforeEach(() => {
  name = `mirrored-${++names}`;
  place = {
    factory: new IDBFactory(),
    usedBytes: async () => 1,
    isRemoved: false,
    async remove() {
      this.isRemoved = true;
    },
  };
});
afterEach(stop);

/** As a start of the page. */
async function start(at: PlaceApart | undefined = place) {
  const database = await openDatabase({ name });
  const mirror = await openMirror(database, at);
  open = { database, mirror };
  return open;
}

async function stop(): Promise<void> {
  open?.mirror.close();
  open?.database.close();
  open = undefined;
}

/** What Chromium does with files that it cannot read. */
async function loseDatabase(): Promise<void> {
  await stop();
  await deleteDB(name);
}

async function keep(id: string): Promise<void> {
  const { database } = open ?? (await start());
  const conversations = new ConversationStore(database, await Vault.open(database));
  await conversations.keepTurn({
    conversationId: id,
    title: `Title of ${id}`,
    messages: [userMessage(`${id}-u`, 'Does it hurt?', [keptImage('a')])],
    images: [keptImage('a')],
    nowMs: 1,
  });
}

/** Every record but those that speak of the pair. */
async function recordsOf(database: Database): Promise<Record<string, unknown>> {
  const records: Record<string, unknown> = {};
  for (const store of STORES) {
    const all = database as unknown as IDBPDatabase;
    const keys = (await all.getAllKeys(store)) as (string | number)[];
    for (const key of keys) {
      const isOfPair = store === 'meta' && String(key).startsWith('second-copy');
      if (!isOfPair) records[`${store}/${String(key)}`] = await all.get(store, key);
    }
  }
  return records;
}

test('every store of the database is in the second copy', async () => {
  const { database } = await start();
  expect([...STORES].toSorted()).toEqual([...database.objectStoreNames].toSorted());
});

test('what was kept is there again after the browser threw the database away', async () => {
  const { database } = await start();
  await keep('c1');
  await keep('c2');
  const before = await recordsOf(database);
  await loseDatabase();
  const after = await start();
  expect(after.mirror.broughtBack).toMatchObject({ isWhole: true });
  const records = await recordsOf(after.database);
  expect(Object.keys(records)).toEqual(Object.keys(before));
  expect(isEqual(records, before)).toBe(true);
  const vault = await Vault.open(after.database);
  const kept = new ConversationStore(after.database, vault);
  expect((await kept.list()).records.map(({ title }) => title).toSorted()).toEqual([
    'Title of c1',
    'Title of c2',
  ]);
  expect(await after.mirror.report()).toMatchObject({
    state: 'whole',
    broughtBack: { isWhole: true },
  });
  await loseDatabase(); // and once more, from the same copy
  expect((await start()).mirror.broughtBack).toBeDefined();
});

test('bringing back that was cut off begins again', async () => {
  await keep('c1');
  await loseDatabase();
  const cut = await openDatabase({ name });
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (this.name === 'vault' && ++puts === 1) {
      throw new DOMException('', 'QuotaExceededError');
    }
    return put.apply(this, given);
  };
  await expect(openMirror(cut, place)).rejects.toMatchObject({ kind: 'out-of-memory' });
  IDBObjectStore.prototype.put = put;
  cut.close();
  const { mirror, database } = await start();
  expect(mirror.broughtBack).toMatchObject({ isWhole: true });
  expect(await database.count('messages')).toBe(1);
});

test('a profile of before grows a second copy, and goes on where it was cut off', async () => {
  const before = await openDatabase({ name });
  open = { database: before, mirror: await openMirror(before, undefined) };
  for (let at = 0; at < 70; at++) await keep(`c${at}`);
  await stop();
  const first = await start();
  expect((await first.mirror.report()).state).toBe('growing');
  await stop();
  const { database, mirror } = await start();
  await Promise.all([mirror.grow(), keep('late')]);
  expect((await mirror.report()).state).toBe('whole');
  const records = await recordsOf(database);
  await loseDatabase();
  expect(isEqual(await recordsOf((await start()).database), records)).toBe(true);
});

test('what a page that died had not told the second copy is told at the next start', async () => {
  const { database, mirror } = await start();
  await keep('c1');
  await writing(database, ['settings'], (writes) =>
    writes.objectStore('settings').put('en', 'language'),
  );
  mirror.close(); // from here on nothing reaches it
  await keep('c2');
  await writing(database, ['settings'], (writes) =>
    writes.objectStore('settings').delete('language'),
  );
  expect((await mirror.report()).state).toBe('behind');
  await stop();
  const next = await start();
  expect((await next.mirror.report()).state).toBe('whole');
  await loseDatabase();
  const { database: again } = await start();
  expect(await again.count('conversations')).toBe(2);
  expect(await again.get('settings', 'language')).toBeUndefined();
});

test('nothing is brought back from a copy whose keys were destroyed', async () => {
  const { mirror } = await start();
  await keep('c1');
  await mirror.erase();
  expect(place.isRemoved).toBe(true);
  await loseDatabase();
  const again = await start();
  expect(again.mirror.broughtBack).toBeUndefined();
  expect(await again.database.count('conversations')).toBe(0);
});

test('a start without the second copy makes the next one copy everything anew', async () => {
  await keep('c1');
  await stop();
  await start({ ...place, factory: { open: fail } as unknown as IDBFactory });
  await keep('c2');
  expect((await open?.mirror.report())?.state).toBe('none');
  await stop();
  const { mirror } = await start();
  expect((await mirror.report()).state).toBe('growing');
  await mirror.grow();
  await loseDatabase();
  expect(await (await start()).database.count('conversations')).toBe(2);
});

test('a second copy that cannot follow is emptied, and nothing else fails', async () => {
  const { mirror } = await start();
  await keep('c1');
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (this.name === 'rows') throw new DOMException('', 'QuotaExceededError');
    return put.apply(this, given);
  };
  await keep('c2');
  IDBObjectStore.prototype.put = put;
  expect((await mirror.report()).state).toBe('behind');
  await stop();
  const { mirror: next } = await start();
  expect((await next.report()).state).toBe('growing');
  await next.grow();
  await loseDatabase();
  expect(await (await start()).database.count('conversations')).toBe(2);
});

type Step =
  | { readonly kind: 'put' | 'delete'; readonly key: number }
  | { readonly kind: 'clear' | 'restart' | 'abort' };

const step: Arbitrary<Step> = oneof(
  record({
    kind: constantFrom('put', 'delete'),
    key: integer({ min: 0, max: 4 }),
  }),
  record({ kind: constantFrom('clear', 'restart', 'abort') }),
);

test('whatever is written, refused and cut off, the second copy holds the same records', async () => {
  const history = array(step, { maxLength: 30 });
  await assert(
    asyncProperty(history, async (steps) => {
      name = `mirrored-${++names}`;
      place = { ...place, factory: new IDBFactory() };
      let { database } = await start();
      await Vault.open(database);
      let value = 0;
      for (const now of steps) {
        if (now.kind === 'restart') {
          await stop();
          ({ database } = await start());
          continue;
        }
        const ends = writing(
          database,
          ['failedUnlocks', 'settings'],
          async (writes) => {
            const times = writes.objectStore('failedUnlocks');
            if (now.kind === 'put') await times.put({ timeMs: ++value }, now.key);
            if (now.kind === 'delete') await times.delete(now.key);
            if (now.kind === 'clear') await times.clear();
            if (now.kind !== 'abort') return;
            await writes.objectStore('settings').put(++value, 'lastBackupMs');
            throw new Error('Refused.');
          },
        );
        await ends.catch(() => {});
      }
      const before = await recordsOf(database);
      await loseDatabase();
      const again = await start();
      expect(await recordsOf(again.database)).toEqual(before);
      await stop();
    }),
    { numRuns: 60 },
  );
}, 30_000);

function fail(): never {
  throw new DOMException('', 'UnknownError');
}
