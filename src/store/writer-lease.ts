/**
 * @file One tab of all that are open writes; the others follow, and can take over.
 *
 *   waiting ──▶ writing ──▶ waiting …      the lock is granted, handed over, stolen
 *      └──────────┴──▶ outdated, closed    for good
 *
 * Everyone stands in line for one Web Lock. The browser releases it when a tab
 * closes or crashes, so the next in line follows at once. A person who wants to
 * write in another tab has the writer asked over the channel: it writes what is
 * unwritten, then lets go. A writer that does not answer loses the lock.
 *
 * Who holds the lock begins a new epoch in the database, and writes under it. The
 * epoch alone decides what is written (`writer-epoch.ts`); the lock decides who
 * begins the next.
 */
import { isKind } from '../base/errors.ts';
import {
  type Change,
  LeaseChannel,
  type LeaseMessage,
  type TabChannel,
} from './lease-channel.ts';
import { type LeaseLocks, LockLine, withoutLocks } from './lock-line.ts';
import { notWriter, type WriterEpochs } from './writer-epoch.ts';

/** The same in all versions of the app. */
export const WRITER_LOCK = 'pulsemind-writer';

/** A writer that has not answered by then is hung or frozen. */
export const ANSWER_MS = 3000;
/** One that has answered gets this long to write what is unwritten. */
export const FINISH_MS = 10_000;
/** When it has let go, the lock comes this soon, unless a frozen tab got it. */
const GRANT_MS = 500;

export type LeaseState =
  /** Another tab writes, or none could begin yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'writing'; readonly epoch: number }
  /** Newer code uses the database. The page must be loaded again. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'closed' };

export interface WriterLeaseParts {
  /**
   * Undefined in a browser without Web Locks. There every new tab becomes the
   * writer, the one before it begins to wait, and nobody follows one that closes:
   * the person chooses where to write. The epoch still refuses all but one.
   */
  readonly locks: LeaseLocks | undefined;
  readonly channel: TabChannel;
  readonly epochs: WriterEpochs;
  /** Stops what is going on and writes what is unwritten, while this tab still may. */
  readonly beforeHandOver: () => Promise<void>;
  /** The epoch could not be begun, or what was unwritten not be written. */
  readonly onProblem: (error: unknown) => void;
}

/** From being granted the lock until it is let go or lost. */
class Turn {
  hasEnded = false;
  unwritten: Promise<void> | undefined;
  end = () => {};
  readonly ended = new Promise<void>((resolve) => {
    this.end = () => {
      this.hasEnded = true;
      resolve();
    };
  });
}

export class WriterLease {
  readonly #parts: WriterLeaseParts;
  readonly #line: LockLine;
  readonly #channel: LeaseChannel;
  readonly #listeners = new Set<(state: LeaseState) => void>();
  readonly #followers = new Set<(what: Change) => void>();
  #state: LeaseState = { kind: 'waiting' };
  #turn: Turn | undefined;
  #claim: Promise<void> | undefined;
  #isTakingOver = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: WriterLeaseParts) {
    const { locks = withoutLocks(), channel, onProblem } = parts;
    this.#parts = parts;
    this.#channel = new LeaseChannel(channel, (message) => this.#hear(message));
    this.#line = new LockLine({
      locks,
      name: WRITER_LOCK,
      hold: () => this.#hold(),
      onLost: () => this.#letGo(),
      onProblem,
    });
  }

  get state(): LeaseState {
    return this.#state;
  }

  /** Calls `listener` with every new state, until the returned function is called. */
  subscribe(listener: (state: LeaseState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Calls `follower` with what another tab has changed. */
  follow(follower: (what: Change) => void): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Tells the other tabs; to be called when a write is acknowledged. */
  changed(what: Change): void {
    this.#channel.say({ kind: 'changed', what });
  }

  /**
   * Stands in line to write: at once when no tab does, else when the writer closes,
   * crashes or hands over. Resolves when it stands there.
   */
  async start(): Promise<void> {
    const { epochs } = this.#parts;
    const kept = await epochs.read();
    if (this.#hasStopped) return;
    if (kept !== undefined && this.#isNewer(kept)) return this.#end('outdated');
    this.#channel.say({ kind: 'here', schemaVersion: epochs.schemaVersion });
    void this.#line.stand();
  }

  /**
   * Asks the writer to hand over, and takes the lock from one that does not.
   * Gives the state this came to: writing, unless the tab was stopped meanwhile.
   */
  async takeOver(): Promise<LeaseState> {
    if (this.#state.kind === 'waiting' && !this.#isTakingOver) {
      this.#isTakingOver = true;
      this.#ask();
    }
    while (this.#state.kind === 'waiting') await this.#nextState();
    return this.#state;
  }

  /**
   * Does `work`, one transaction that begins with `requireEpoch`. When it was
   * refused although the lock is still here, a new epoch is begun and `work` done again.
   *
   * @throws AssistantError 'not-writer' when another tab writes; nothing was written
   */
  async write<T>(work: (epoch: number) => Promise<T>): Promise<T> {
    const before = this.#state;
    if (before.kind !== 'writing') throw notWriter(0);
    try {
      return await work(before.epoch);
    } catch (error) {
      if (!isKind(error, 'not-writer')) throw error;
      await this.#claimAgain(before.epoch);
      const now: LeaseState = this.#state;
      if (now.kind !== 'writing' || now.epoch === before.epoch) throw error;
      return work(now.epoch);
    }
  }

  /**
   * Newer code waits to change the database: writes what is unwritten, then stops for
   * good. The caller closes its connection afterwards.
   */
  async outdate(): Promise<void> {
    await this.#writeUnwritten();
    this.#end('outdated');
  }

  /** Hands over to whoever is next, and stops. */
  async close(): Promise<void> {
    await this.#writeUnwritten();
    this.#end('closed');
    this.#channel.close();
  }

  get #hasStopped(): boolean {
    return this.#state.kind === 'outdated' || this.#state.kind === 'closed';
  }

  #isNewer({ schemaVersion }: { readonly schemaVersion: number }): boolean {
    return schemaVersion > this.#parts.epochs.schemaVersion;
  }

  /** The lock is held for as long as this runs, unless it is stolen. */
  async #hold(): Promise<void> {
    const turn = new Turn();
    this.#turn = turn;
    await this.#begin(turn);
    await turn.ended;
  }

  /** Begins an epoch. A turn that was lost meanwhile began one too many: the others must hear. */
  async #begin(turn: Turn): Promise<void> {
    const writer = await this.#parts.epochs.raise();
    if (this.#isNewer(writer)) return this.#end('outdated');
    const { epoch, schemaVersion } = writer;
    this.#channel.say({ kind: 'writing', epoch, schemaVersion });
    if (turn.hasEnded) return;
    this.#become({ kind: 'writing', epoch });
    this.#tellFollowers({ kind: 'everything' });
  }

  #letGo(): void {
    this.#turn?.end();
    this.#turn = undefined;
    if (this.#state.kind === 'writing') this.#become({ kind: 'waiting' });
  }

  /**
   * Another tab began an epoch after `epoch`, which is ours. It may have been granted
   * the lock. Or it lost it to us just when it began: then ours is begun anew.
   */
  async #claimAgain(epoch: number): Promise<void> {
    const turn = this.#turn;
    if (this.#state.kind !== 'writing' || this.#state.epoch > epoch) return;
    if (turn === undefined) return;
    this.#claim ??= this.#claimOnce(turn).finally(() => {
      this.#claim = undefined;
    });
    await this.#claim;
  }

  async #claimOnce(turn: Turn): Promise<void> {
    const isHeld = await this.#line.isHeld();
    if (turn.hasEnded) return;
    if (isHeld) await this.#begin(turn);
    else this.#letGo();
  }

  #hear(message: LeaseMessage): void {
    if (this.#hasStopped) return;
    switch (message.kind) {
      case 'here':
        if (this.#isNewer(message)) void this.outdate();
        return;
      case 'writing':
        return this.#hearWriter(message);
      case 'hand-over':
        return this.#hearAsked(message.to);
      case 'handing-over':
        return this.#hearAnswer(message.to, FINISH_MS);
      case 'handed-over':
        return this.#hearAnswer(message.to, GRANT_MS);
      case 'changed':
        return this.#tellFollowers(message.what);
    }
  }

  #hearWriter(writer: LeaseMessage & { kind: 'writing' }): void {
    if (this.#isNewer(writer)) return this.#end('outdated');
    if (this.#state.kind === 'waiting') {
      this.#tellFollowers({ kind: 'everything' });
      if (this.#isTakingOver) this.#ask(); // another was faster
    } else if (this.#state.kind === 'writing' && this.#state.epoch < writer.epoch) {
      this.#claimAgain(this.#state.epoch).catch(this.#parts.onProblem);
    }
  }

  /** The writer hands over; who only stands in line lets the other pass. */
  #hearAsked(to: string): void {
    if (this.#turn !== undefined) void this.#handOver(this.#turn, to);
    else if (!this.#isTakingOver) this.#line.stepBack();
  }

  #hearAnswer(to: string, waitMs: number): void {
    if (this.#isTakingOver && to === this.#parts.epochs.tabId) this.#stealIn(waitMs);
  }

  async #handOver(turn: Turn, to: string): Promise<void> {
    this.#channel.say({ kind: 'handing-over', to });
    await this.#writeUnwritten();
    if (!turn.hasEnded) this.#letGo();
    this.#channel.say({ kind: 'handed-over', to });
  }

  async #writeUnwritten(): Promise<void> {
    const turn = this.#turn;
    if (turn === undefined || this.#state.kind !== 'writing') return;
    const { beforeHandOver, onProblem } = this.#parts;
    turn.unwritten ??= within(FINISH_MS, beforeHandOver().catch(onProblem));
    await turn.unwritten;
  }

  #ask(): void {
    if (this.#turn !== undefined) return;
    this.#channel.say({ kind: 'hand-over', to: this.#parts.epochs.tabId });
    this.#stealIn(ANSWER_MS);
  }

  #stealIn(ms: number): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      if (this.#turn === undefined) this.#line.steal();
    }, ms);
  }

  /** Stops for good. */
  #end(kind: 'outdated' | 'closed'): void {
    if (!this.#hasStopped) this.#become({ kind });
    this.#turn?.end();
    this.#line.leave();
  }

  #become(state: LeaseState): void {
    this.#state = state;
    if (state.kind !== 'waiting') {
      this.#isTakingOver = false;
      clearTimeout(this.#patience);
    }
    for (const listener of this.#listeners) listener(state);
  }

  #nextState(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  #tellFollowers(what: Change): void {
    for (const follower of this.#followers) follower(what);
  }
}

/** Resolves with `work`, or after `ms`. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
