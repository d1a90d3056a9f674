/**
 * @file Two and three tabs that do anything in any order: one writes, nothing is lost.
 *
 * Every command starts something and lets a few turns of the event loop go by, so
 * that the next one comes in the middle of it. What a tab hears of locks, channel
 * and database comes late by a random number of turns.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import {
  assert,
  type AsyncCommand,
  asyncModelRun,
  asyncProperty,
  commands,
  constantFrom,
  nat,
  tuple,
} from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isKind } from '../base/errors.ts';
import { Random } from '../base/random.ts';
import { LeaseTab } from '../testing/lease-tab.ts';
import { ImitatedTabs } from '../testing/tab-locks.ts';
import { TurnsDatabase } from '../testing/turns-database.ts';

const RUNS = 400;
const SEED = 20_261_122;

/** What happened in all runs: each of these must have been tried. */
const tally = {
  acknowledged: 0,
  refusedByFence: 0,
  tookOver: 0,
  outdated: 0,
  turnedAway: 0,
  stuckBehindFrozen: 0,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  // oxlint-disable-next-line no-console -- how much of it was tried
  console.info(`${RUNS} runs:`, JSON.stringify(tally));
});

interface Acknowledged {
  readonly key: number;
  readonly text: string;
  /** The last key acknowledged anywhere when this write began. */
  readonly after: number;
}

/** The tabs, as they are, and what was promised. */
class Clinic {
  readonly tabs: LeaseTab[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly unexpected: unknown[] = [];
  readonly databaseName = crypto.randomUUID();
  /** The highest epoch that is on disk. */
  epoch = 0;
  newest = 1;
  #nextId = 1;
  readonly #imitated: ImitatedTabs;
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#imitated = new ImitatedTabs((task) => {
      void ticks(this.#random.below(4)).then(task);
    });
  }

  get living(): readonly LeaseTab[] {
    return this.tabs.filter((tab) => !tab.tab.isGone);
  }

  open(schemaVersion: number): void {
    const tab: LeaseTab = new LeaseTab({
      tabs: this.#imitated,
      id: `tab-${this.#nextId++}`,
      databaseName: this.databaseName,
      schemaVersion,
      beforeHandOver: () => this.write(tab, 'unwritten'),
      onRaised: (epoch) => {
        this.epoch = Math.max(this.epoch, epoch);
      },
    });
    this.tabs.push(tab);
    this.newest = Math.max(this.newest, schemaVersion);
    tab.open().catch((error: unknown) => {
      const isTurnedAway = error instanceof Error && error.name === 'VersionError';
      if (!isTurnedAway) return this.unexpected.push(error);
      tally.turnedAway++;
      tab.crash();
    });
  }

  /** Resolves however it ends; a frozen tab goes on when it thaws. */
  async write(tab: LeaseTab, what: string): Promise<void> {
    const after = Math.max(0, ...this.acknowledged.map(({ key }) => key));
    const text = `${what} of ${tab.id}, ${this.#nextId++}`;
    const wasWriting = tab.lease.state.kind === 'writing';
    try {
      const key = await tab.write(text);
      this.acknowledged.push({ key, text, after });
      tally.acknowledged++;
    } catch (error) {
      if (isKind(error, 'not-writer')) {
        if (wasWriting) tally.refusedByFence++;
      } else if (tab.state?.kind === 'outdated') {
        tally.outdated++; // its connection is closed
      } else {
        this.unexpected.push(error);
      }
    }
  }
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick++) {
    await new Promise((done) => setImmediate(done));
  }
}

/** Lets everything come to rest, also what waits for a clock. */
async function rest(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await ticks(40);
    vi.advanceTimersByTime(3500);
  }
  await ticks(40);
}

type What =
  | 'open'
  | 'open newer'
  | 'open older'
  | 'close'
  | 'crash'
  | 'freeze'
  | 'thaw'
  | 'take over'
  | 'write'
  | 'wait';

/** What the commands know: which tabs there are, by their place in `Clinic.tabs`. */
interface Model {
  readonly living: { readonly at: number; isFrozen: boolean }[];
  opened: number;
  newest: number;
}

class Step implements AsyncCommand<Model, Clinic> {
  readonly what: What;
  readonly pick: number;
  readonly turns: number;

  constructor(what: What, pick: number, turns: number) {
    this.what = what;
    this.pick = pick;
    this.turns = turns;
  }

  toString(): string {
    return `${this.what} #${this.pick} +${this.turns}`;
  }

  check(model: Readonly<Model>): boolean {
    const hasRoom = model.living.length < 3;
    const tab = this.#picked(model);
    switch (this.what) {
      case 'open':
        return hasRoom;
      case 'open newer':
        return hasRoom && model.newest < 3;
      case 'open older':
        return hasRoom && model.newest > 1;
      case 'wait':
        return true;
      case 'crash':
      case 'write':
        return tab !== undefined;
      case 'thaw':
        return tab !== undefined && tab.isFrozen;
      case 'close':
      case 'freeze':
      case 'take over':
        return tab !== undefined && !tab.isFrozen;
    }
  }

  async run(model: Model, clinic: Clinic): Promise<void> {
    this.#start(model, clinic);
    await ticks(this.turns);
    expectOneWriter(clinic);
  }

  #start(model: Model, clinic: Clinic): void {
    if (this.what === 'wait') return void vi.advanceTimersByTime(this.pick * 1000);
    if (this.what.startsWith('open')) return this.#open(model, clinic);
    const picked = this.#picked(model);
    const tab = clinic.tabs[picked?.at ?? -1];
    if (picked === undefined || tab === undefined) return;
    if (this.what === 'crash' || this.what === 'close') {
      model.living.splice(model.living.indexOf(picked), 1);
      if (this.what === 'crash' || !tab.isOpen) tab.crash();
      else void tab.close();
    } else if (this.what === 'freeze') {
      picked.isFrozen = true;
      tab.tab.freeze();
    } else if (this.what === 'thaw') {
      picked.isFrozen = false;
      tab.tab.thaw();
    } else if (tab.isOpen && !tab.tab.isGone) {
      if (this.what === 'write') void clinic.write(tab, 'turn');
      else void takeOver(tab);
    }
  }

  #open(model: Model, clinic: Clinic): void {
    const step = { open: 0, 'open newer': 1, 'open older': -1 }[this.what as 'open'];
    clinic.open(model.newest + step);
    model.newest = Math.max(model.newest, model.newest + step);
    model.living.push({ at: model.opened++, isFrozen: false });
  }

  #picked({ living }: Readonly<Model>) {
    return living[this.pick % living.length];
  }
}

async function takeOver(tab: LeaseTab): Promise<void> {
  const state = await tab.lease.takeOver();
  if (state.kind === 'writing') tally.tookOver++;
}

/** At any moment: no two tabs under the current epoch, nor two under any. */
function expectOneWriter(clinic: Clinic): void {
  expect(clinic.unexpected).toEqual([]);
  const epochs = clinic.living.flatMap(({ state }) =>
    state?.kind === 'writing' ? [state.epoch] : [],
  );
  expect(new Set(epochs).size).toBe(epochs.length);
  expect(epochs.filter((epoch) => epoch > clinic.epoch)).toEqual([]);
}

/** Tabs that could write, were it their turn. */
function candidates(clinic: Clinic): readonly LeaseTab[] {
  return clinic.living.filter(
    ({ state, tab }) =>
      tab.isAwake && (state?.kind === 'waiting' || state?.kind === 'writing'),
  );
}

/** At rest: one of those that are awake writes, if need be when a person asks it to. */
async function expectSomebodyWrites(clinic: Clinic): Promise<void> {
  const [first] = candidates(clinic);
  if (first === undefined) return;
  const writing = () =>
    candidates(clinic).filter(({ state }) => state?.kind === 'writing');
  const isAnyFrozen = clinic.living.some(({ tab }) => !tab.isAwake);
  if (isAnyFrozen && writing().length === 0) {
    tally.stuckBehindFrozen++;
    void takeOver(first);
    await rest();
  }
  expect(writing()).toHaveLength(1);
  const before = clinic.acknowledged.length;
  for (const tab of writing()) void clinic.write(tab, 'last turn');
  await rest();
  expect(clinic.acknowledged).toHaveLength(before + 1);
}

/** On disk: all that was acknowledged, in order, each under the epoch of its time. */
async function expectNothingLost(clinic: Clinic): Promise<void> {
  for (const tab of clinic.living) tab.crash();
  await rest();
  const database = await TurnsDatabase.open(clinic.databaseName, undefined);
  const turns = await database.turns();
  expect(
    await database
      .epochs('the test')
      .read()
      .then((writer) => writer?.epoch ?? 0),
  ).toBe(clinic.epoch);
  database.close();
  for (const { key, text, after } of clinic.acknowledged) {
    expect(turns.get(key)?.text).toBe(text);
    expect(key).toBeGreaterThan(after);
  }
  let before = { epoch: 0, schemaVersion: 0 };
  for (const turn of turns.values()) {
    expect(turn.epoch, turn.text).toBe(turn.epochThen);
    expect(turn.epoch).toBeGreaterThanOrEqual(before.epoch);
    expect(turn.schemaVersion).toBeGreaterThanOrEqual(before.schemaVersion);
    before = turn;
  }
  expect(clinic.unexpected).toEqual([]);
}

const WHATS: readonly What[] = [
  ...(['open', 'open', 'write', 'write', 'write', 'write'] as const),
  ...(['take over', 'take over', 'freeze', 'thaw', 'thaw'] as const),
  ...(['wait', 'wait', 'wait', 'close', 'crash', 'open newer', 'open older'] as const),
];

const step = tuple(constantFrom(...WHATS), nat(5), nat(12)).map(
  ([what, pick, turns]) => new Step(what, pick, turns),
);

test('one tab writes at a time, no acknowledged turn is lost, and somebody always can write', async () => {
  const holds = asyncProperty(
    commands([step], { maxCommands: 80, size: 'max' }),
    nat(),
    async (steps, seed) => {
      const clinic = new Clinic(seed);
      const setup = () => ({
        model: { living: [], opened: 0, newest: 1 },
        real: clinic,
      });
      await asyncModelRun(setup, steps);
      await rest();
      expectOneWriter(clinic);
      await expectSomebodyWrites(clinic);
      for (const { tab } of clinic.living) tab.thaw();
      await rest();
      await expectSomebodyWrites(clinic);
      await expectNothingLost(clinic);
    },
  );
  await assert(holds, { numRuns: RUNS, seed: SEED });
  for (const [what, times] of Object.entries(tally)) {
    expect(times, `${what} was tried`).toBeGreaterThan(0);
  }
}, 60_000);
