import { afterEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { TurnsDatabase } from '../testing/turns-database.ts';
import type { Change, TabChannel } from './lease-channel.ts';
import { ANSWER_MS, type LeaseState, WriterLease } from './writer-lease.ts';

/** What this test makes is told apart from what other tests do at the same time. */
const CHANNEL = crypto.randomUUID();
const LOCK = crypto.randomUUID();
let databaseName = crypto.randomUUID();
const undo: (() => void)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0)) step();
  indexedDB.deleteDatabase(databaseName);
  databaseName = crypto.randomUUID();
});

interface Page {
  readonly lease: WriterLease;
  readonly database: TurnsDatabase;
}

interface PageOptions {
  readonly locks?: LockManager;
  readonly channel?: TabChannel;
  readonly beforeHandOver?: () => Promise<void>;
}

async function openPage(id: string, options: PageOptions = {}): Promise<Page> {
  const database = await TurnsDatabase.open(databaseName, 1);
  const { locks = navigator.locks } = options;
  const lease = new WriterLease({
    locks: {
      async request(name, how, granted) {
        await locks.request(`${name} ${LOCK}`, how, granted);
      },
    },
    channel: options.channel ?? new BroadcastChannel(CHANNEL),
    epochs: database.epochs(id),
    beforeHandOver: options.beforeHandOver ?? (async () => {}),
    onProblem: (problem) => {
      throw problem;
    },
  });
  undo.push(() => {
    void lease.close();
    database.close();
  });
  await lease.start();
  return { lease, database };
}

function write({ lease, database }: Page, text: string): Promise<number> {
  return lease.write((epoch) => database.write(text, epoch));
}

async function keptTexts({ database }: Page): Promise<readonly string[]> {
  return [...(await database.turns()).values()].map((turn) => turn.text);
}

async function becomes(page: Page, kind: LeaseState['kind']): Promise<void> {
  await expect.poll(() => page.lease.state.kind, { timeout: 10_000 }).toBe(kind);
}

/** A channel to which nobody listens: of a page that hangs. */
function deafChannel(): TabChannel {
  return { postMessage: () => {}, addEventListener: () => {}, close: () => {} };
}

test('one page writes; asked to, it writes what is unwritten and hands over', async () => {
  const first: Page = await openPage('first', {
    beforeHandOver: async () => void (await write(first, 'unwritten')),
  });
  await becomes(first, 'writing');
  const second = await openPage('second');
  await write(first, 'a');
  await expect(write(second, 'b')).rejects.toMatchObject({ kind: 'not-writer' });
  const askedMs = performance.now();
  expect(await second.lease.takeOver()).toEqual({ kind: 'writing', epoch: 2 });
  expect(performance.now() - askedMs, 'nothing was stolen').toBeLessThan(ANSWER_MS);
  expect(first.lease.state).toEqual({ kind: 'waiting' });
  await write(second, 'b');
  expect(await keptTexts(second)).toEqual(['a', 'unwritten', 'b']);
});

test('a page that does not answer loses the lock, and its late write is refused', async () => {
  const hung = await openPage('hung', { channel: deafChannel() });
  await becomes(hung, 'writing');
  const second = await openPage('second');
  let goOn = () => {};
  const hanging = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const late = hung.lease
    .write(async (epoch) => {
      await hanging;
      return hung.database.write('late', epoch);
    })
    .catch((error: unknown) => error);
  expect(await second.lease.takeOver()).toEqual({ kind: 'writing', epoch: 2 });
  goOn();
  expect(await late).toMatchObject({ kind: 'not-writer' });
  await becomes(hung, 'waiting');
  await write(second, 'on time');
  expect(await keptTexts(second)).toEqual(['on time']);
});

test('when the page of the writer goes away, the next one follows by itself', async () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = must(frame.contentWindow, 'it is in the page') as typeof globalThis &
    Window;
  const first = await openPage('in the frame', {
    locks: inside.navigator.locks,
    channel: new inside.BroadcastChannel(CHANNEL),
  });
  await becomes(first, 'writing');
  const second = await openPage('second');
  const heard: Change[] = [];
  second.lease.follow((what) => heard.push(what));
  first.lease.changed({ kind: 'list' });
  await expect.poll(() => heard).toEqual([{ kind: 'list' }]);
  frame.remove();
  await becomes(second, 'writing');
  await write(second, 'a');
  expect(await keptTexts(second)).toEqual(['a']);
});

test('newer code makes the page write what is unwritten, stop, and let it open', async () => {
  const name = crypto.randomUUID();
  let makeWay = () => {};
  const old = await TurnsDatabase.open(name, 1, () => makeWay());
  const lease = new WriterLease({
    locks: undefined,
    channel: new BroadcastChannel(crypto.randomUUID()),
    epochs: old.epochs('old'),
    beforeHandOver: async () => {
      await lease.write((epoch) => old.write('unwritten', epoch));
    },
    onProblem: (problem) => {
      throw problem;
    },
  });
  makeWay = () => void lease.outdate().then(() => old.close());
  await lease.start();
  await expect.poll(() => lease.state.kind).toBe('writing');
  const newer = await TurnsDatabase.open(name, 2);
  expect(lease.state).toEqual({ kind: 'outdated' });
  expect([...(await newer.turns()).values()].map(({ text }) => text)).toEqual([
    'unwritten',
  ]);
  newer.close();
  indexedDB.deleteDatabase(name);
});
