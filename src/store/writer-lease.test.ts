// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LeaseTab } from '../testing/lease-tab.ts';
import { ImitatedTabs } from '../testing/tab-locks.ts';
import { TurnsDatabase } from '../testing/turns-database.ts';
import type { Change } from './lease-channel.ts';
import { ANSWER_MS, FINISH_MS } from './writer-lease.ts';

let tabs: ImitatedTabs;
let databaseName = '';
let opened: LeaseTab[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  tabs = new ImitatedTabs();
  databaseName = crypto.randomUUID();
  opened = [];
});

afterEach(() => {
  for (const tab of opened) tab.crash();
  vi.useRealTimers();
});

/** Lets everything happen that waits for no clock. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((done) => setImmediate(done));
}

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

type Options = Partial<ConstructorParameters<typeof LeaseTab>[0]>;

function newTab(id: string, options: Options = {}): LeaseTab {
  const tab = new LeaseTab({ tabs, id, databaseName, ...options });
  opened.push(tab);
  return tab;
}

async function openTab(id: string, options: Options = {}): Promise<LeaseTab> {
  const tab = newTab(id, options);
  await tab.open();
  await settle();
  return tab;
}

async function keptTexts(): Promise<readonly string[]> {
  const database = await TurnsDatabase.open(databaseName, 1);
  const turns = await database.turns();
  database.close();
  return [...turns.values()].map((turn) => turn.text);
}

describe('one of them writes', () => {
  test('the first tab writes, under epoch 1; the second waits', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    expect(first.state).toEqual({ kind: 'writing', epoch: 1 });
    expect(second.state).toEqual({ kind: 'waiting' });
    await first.write('a');
    await expect(second.write('b')).rejects.toMatchObject({ kind: 'not-writer' });
    expect(await keptTexts()).toEqual(['a']);
  });

  test('when it closes, what is unwritten is written and the next one follows', async () => {
    const first = await openTab('first', {
      beforeHandOver: async (tab) => void (await tab.write('unwritten')),
    });
    const second = await openTab('second');
    await first.close();
    await settle();
    expect(first.states.at(-1)).toEqual({ kind: 'closed' });
    expect(second.state).toEqual({ kind: 'writing', epoch: 2 });
    expect(await keptTexts()).toEqual(['unwritten']);
  });

  test('when it crashes, the next one follows', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    first.crash();
    await settle();
    expect(second.state).toEqual({ kind: 'writing', epoch: 2 });
  });

  test('a waiting tab that closes leaves the line', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const third = await openTab('third');
    await second.lease.close();
    first.crash();
    await settle();
    expect(third.state?.kind).toBe('writing');
    expect(second.state?.kind).toBe('closed');
  });
});

describe('taking over', () => {
  test('the writer writes what is unwritten, then waits; no clock is needed', async () => {
    const first = await openTab('first', {
      beforeHandOver: async (tab) => void (await tab.write('unwritten')),
    });
    const second = await openTab('second');
    const took = second.lease.takeOver();
    await settle();
    expect(await took).toEqual({ kind: 'writing', epoch: 2 });
    expect(first.state).toEqual({ kind: 'waiting' });
    expect(await keptTexts()).toEqual(['unwritten']);
  });

  test('the one who asked is next, whoever stood in line before', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const third = await openTab('third');
    void third.lease.takeOver();
    await settle();
    expect(third.state?.kind).toBe('writing');
    expect(first.state?.kind).toBe('waiting');
    expect(second.states, 'it never wrote').toEqual([]);
  });

  test('back and forth: each comes to write', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    for (const [at, tab] of [second, first, second, first].entries()) {
      void tab.lease.takeOver();
      await settle();
      expect(tab.state).toEqual({ kind: 'writing', epoch: at + 2 });
    }
  });

  test('a frozen writer loses the lock after three seconds, and what it still writes is refused', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const late = first.write('late');
    first.tab.freeze();
    const refused = late.catch((error: unknown) => error);
    void second.lease.takeOver();
    await settle();
    await pass(ANSWER_MS - 1);
    expect(second.state?.kind).toBe('waiting');
    await pass(1);
    expect(second.state).toEqual({ kind: 'writing', epoch: 2 });
    await second.write('on time');
    expect(first.lease.state, 'it knows nothing yet').toEqual({
      kind: 'writing',
      epoch: 1,
    });
    first.tab.thaw();
    await settle();
    expect(await refused).toMatchObject({ kind: 'not-writer' });
    expect(first.state).toEqual({ kind: 'waiting' });
    expect(second.state).toEqual({ kind: 'writing', epoch: 2 });
    expect(await keptTexts()).toEqual(['on time']);
  });

  test('a writer that answers gets ten seconds to write what is unwritten', async () => {
    const first = await openTab('first', {
      beforeHandOver: () => new Promise(() => {}),
    });
    const second = await openTab('second');
    void second.lease.takeOver();
    await settle();
    await pass(FINISH_MS - 1);
    expect(first.state?.kind).toBe('writing');
    await pass(1);
    expect(first.state?.kind).toBe('waiting');
    expect(second.state?.kind).toBe('writing');
  });

  test('what cannot be written is told, and holds nobody up', async () => {
    const full = new Error('The disk is full.');
    const first = await openTab('first', {
      beforeHandOver: () => Promise.reject(full),
    });
    const second = await openTab('second');
    void second.lease.takeOver();
    await settle();
    expect(first.problems).toEqual([full]);
    expect(second.state?.kind).toBe('writing');
  });

  test('two who ask at once both come to write, one after the other', async () => {
    await openTab('first');
    const second = await openTab('second');
    const third = await openTab('third');
    const both = Promise.all([second.lease.takeOver(), third.lease.takeOver()]);
    await settle(); // no clock is needed: who comes second asks the first
    const states = await both;
    expect(states.map((state) => state.kind)).toEqual(['writing', 'writing']);
    const now = [second, third].map(({ state }) => state?.kind);
    expect(new Set(now)).toEqual(new Set(['waiting', 'writing']));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'a tab that closes %i steps after it began to steal keeps nobody from writing',
    async (steps) => {
      const first = await openTab('first');
      first.tab.freeze();
      const second = await openTab('second');
      void second.lease.takeOver();
      await settle();
      vi.advanceTimersByTime(ANSWER_MS);
      for (let step = 0; step < steps; step++) await Promise.resolve();
      await second.lease.close();
      await settle();
      first.crash();
      const third = await openTab('third');
      expect(third.state?.kind).toBe('writing');
    },
  );

  test('a frozen tab that got the lock next in line does not keep it', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const third = await openTab('third');
    second.tab.freeze();
    void third.lease.takeOver();
    await settle();
    expect(first.state?.kind).toBe('waiting');
    expect(third.state?.kind, 'the second holds the lock, asleep').toBe('waiting');
    await pass(500);
    expect(third.state?.kind).toBe('writing');
  });

  test('an epoch that begins late, after its lock was stolen, is overtaken', async () => {
    let begin = () => {};
    const slow = await openTab('slow', {
      epochs: (epochs) => ({
        ...epochs,
        raise: async () => {
          await new Promise<void>((resolve) => {
            begin = resolve;
          });
          return epochs.raise();
        },
      }),
    });
    const other = await openTab('other');
    void other.lease.takeOver();
    await settle();
    await pass(ANSWER_MS);
    expect(other.state).toEqual({ kind: 'writing', epoch: 1 });
    begin();
    await settle();
    expect(slow.state?.kind).toBe('waiting');
    expect(other.state).toEqual({ kind: 'writing', epoch: 3 });
    await other.write('a');
    expect(await keptTexts()).toEqual(['a']);
  });

  test('a write refused although the lock is here is done again under a new epoch', async () => {
    const first = await openTab('first');
    const database = await TurnsDatabase.open(databaseName, 1);
    await database.epochs('one that began late and crashed').raise();
    database.close();
    await first.write('a');
    expect(first.state).toEqual({ kind: 'writing', epoch: 3 });
    expect(await keptTexts()).toEqual(['a']);
  });
});

describe('newer code', () => {
  test('makes a tab write what is unwritten and stop for good', async () => {
    const old = await openTab('old', {
      beforeHandOver: async (tab) => void (await tab.write('unwritten')),
    });
    const newer = newTab('newer', { schemaVersion: 2 });
    const opening = newer.open();
    await settle();
    await opening;
    await settle();
    expect(old.state).toEqual({ kind: 'outdated' });
    expect(newer.state).toEqual({ kind: 'writing', epoch: 2 });
    await expect(old.write('more')).rejects.toMatchObject({ kind: 'not-writer' });
    expect(await old.lease.takeOver()).toEqual({ kind: 'outdated' });
  });

  test('that has changed the database turns older code away', async () => {
    const newer = await openTab('newer', { schemaVersion: 2 });
    await expect(newTab('old').open()).rejects.toMatchObject({ name: 'VersionError' });
    expect(newer.state?.kind).toBe('writing');
  });

  test('on the same database is noticed by a message, by its record, and by a refusal', async () => {
    const told = await openTab('told');
    const frozen = await openTab('frozen');
    frozen.tab.freeze();
    const newer = await openTab('newer', { knownVersion: 2 });
    expect(told.state).toEqual({ kind: 'outdated' });
    void newer.lease.takeOver();
    await settle();
    await pass(ANSWER_MS);
    expect(newer.state?.kind).toBe('writing');
    frozen.tab.thaw();
    await settle();
    expect(frozen.state).toEqual({ kind: 'outdated' });
    const late = await openTab('late');
    expect(late.state).toEqual({ kind: 'outdated' });
    expect(newer.state?.kind).toBe('writing');
  });
});

describe('following', () => {
  test('what the writer changed is told to the others by id, and to itself not', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const heard: Change[][] = [first, second].map((tab) => {
      const changes: Change[] = [];
      tab.lease.follow((what) => changes.push(what));
      return changes;
    });
    first.lease.changed({ kind: 'conversation', id: 'c1' });
    first.lease.changed({ kind: 'list' });
    await settle();
    expect(heard).toEqual([[], [{ kind: 'conversation', id: 'c1' }, { kind: 'list' }]]);
  });

  test('a new writer has everything read again, by the others and by itself', async () => {
    const first = await openTab('first');
    const second = await openTab('second');
    const third = await openTab('third');
    const heard: string[] = [];
    second.lease.follow(({ kind }) => heard.push(`second ${kind}`));
    third.lease.follow(({ kind }) => heard.push(`third ${kind}`));
    first.crash();
    await settle();
    expect(heard.toSorted()).toEqual(['second everything', 'third everything']);
  });

  test('what another version says and this one does not know is passed over', async () => {
    const first = await openTab('first');
    const channel = tabs.open().channel();
    for (const message of [
      undefined,
      'hand-over',
      { kind: 'sing' },
      { kind: 'hand-over', to: 7 },
    ]) {
      channel.postMessage(message);
    }
    await settle();
    expect(first.state).toEqual({ kind: 'writing', epoch: 1 });
  });
});

test('an epoch that cannot be begun is told once, others may try, and it is tried again', async () => {
  const full = new Error('The disk is full.');
  let isFull = true;
  const first = await openTab('first', {
    epochs: (epochs) => ({
      ...epochs,
      raise: () => (isFull ? Promise.reject(full) : epochs.raise()),
    }),
  });
  await pass(3000);
  expect(first.problems).toEqual([full]);
  const second = await openTab('second');
  expect(second.state?.kind).toBe('writing');
  isFull = false;
  await pass(3000);
  second.crash();
  await settle();
  expect(first.state?.kind).toBe('writing');
});

test('without Web Locks the tab opened last writes, and one that is asked again does', async () => {
  const first = await openTab('first', { hasLocks: false });
  expect(first.state).toEqual({ kind: 'writing', epoch: 1 });
  const second = await openTab('second', { hasLocks: false });
  expect(first.state?.kind).toBe('waiting');
  expect(second.state).toEqual({ kind: 'writing', epoch: 2 });
  void first.lease.takeOver();
  await settle();
  await pass(500);
  expect(first.state).toEqual({ kind: 'writing', epoch: 3 });
  expect(second.state?.kind).toBe('waiting');
});
