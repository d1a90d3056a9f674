/**
 * @file Being the tab that writes, or one that follows it.
 *
 * The writer puts the records in order, owns the drafts and makes answers. A
 * follower shows what the writer keeps, and reads again when it hears of a change.
 */
import type { Change } from '../store/lease-channel.ts';
import { type LeaseState, WRITER_LOCK } from '../store/writer-lease.ts';
import { showConsultation } from './consultation-actions.ts';
import type { Desk } from './desk.ts';
import { showKept } from './lock.ts';
import { currentId } from './selectors.ts';
import type { WriterState } from './state.ts';

/** A free lock is granted well within this. */
const GRANT_MS = 2000;
/** A growing answer is written twice a second; a follower need not read faster. */
const FOLLOW_MS = 300;

export class WriterRole {
  readonly #desk: Desk;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isListStale = false;
  #stops: (() => void)[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Opens the database and stands in line to write; when nobody else does, waits until this tab may. */
  async open(): Promise<void> {
    const { core } = this.#desk;
    await core.openKept(() => this.#finish());
    const { lease } = core.kept;
    this.#stops = [
      lease.subscribe((state) => this.#follow(state)),
      lease.follow((what) => this.#hear(what)),
    ];
    const others = await core.parts.browser.heldLocks();
    const granted = new Promise<void>((resolve) => {
      const stop = lease.subscribe(() => {
        stop();
        resolve();
      });
      if (lease.state.kind !== 'waiting') resolve();
    });
    await lease.start();
    if (!others.has(WRITER_LOCK)) await Promise.race([granted, after(GRANT_MS)]);
  }

  /** Has the writer hand over to this tab. */
  async takeOver(): Promise<void> {
    const { core } = this.#desk;
    if (core.now.writer !== 'waiting') return;
    core.set({ writer: 'taking-over' });
    await core.kept.lease.takeOver();
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #follow(state: LeaseState): void {
    const { core, answering } = this.#desk;
    const writer: WriterState = state.kind === 'closed' ? 'waiting' : state.kind;
    const before = core.now.writer;
    core.set({ writer });
    if (before === 'writing' && writer !== 'writing') answering.stop();
    const isOpen = core.now.start.kind === 'started';
    if (writer === 'writing' && before !== 'writing' && isOpen) {
      void core.attempt(() => showKept(this.#desk));
    }
  }

  /** The last this tab writes before another may. */
  async #finish(): Promise<void> {
    const { core, answering, drafts } = this.#desk;
    await answering.stopAndWait();
    if (core.now.start.kind !== 'started') return;
    const typed = core.now.drafts;
    core.set({ drafts: {} }); // they are the other tab's now
    await drafts.finish(typed);
  }

  #hear(what: Change): void {
    this.#desk.core.search.hear(what);
    if (what.kind !== 'conversation') this.#isListStale = true;
    else if (what.id !== currentId(this.#desk.core.now)) return;
    const { core } = this.#desk;
    this.#timer ??= setTimeout(() => void core.attempt(() => this.#read()), FOLLOW_MS);
  }

  async #read(): Promise<void> {
    this.#timer = undefined;
    const { core, answering, list } = this.#desk;
    if (core.now.start.kind !== 'started' || core.now.writer === 'writing') return;
    if (this.#isListStale) await list.read();
    this.#isListStale = false;
    const id = currentId(core.now);
    if (id !== undefined) await showConsultation(core, answering, id, 'again');
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
