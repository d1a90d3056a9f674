/** @file A tab that may write: its lease, its connection, and what was acknowledged in it. */
import type { LeaseLocks } from '../store/lock-line.ts';
import type { WriterEpochs } from '../store/writer-epoch.ts';
import { type LeaseState, WriterLease } from '../store/writer-lease.ts';
import type { ImitatedTab, ImitatedTabs } from './tab-locks.ts';
import { TurnsDatabase } from './turns-database.ts';

interface LeaseTabOptions {
  readonly tabs: ImitatedTabs;
  readonly id: string;
  readonly databaseName: string;
  readonly schemaVersion?: number;
  /** What its code knows, where that is not the database's own version. */
  readonly knownVersion?: number;
  readonly hasLocks?: boolean;
  readonly beforeHandOver?: (tab: LeaseTab) => Promise<void>;
  readonly epochs?: (epochs: WriterEpochs) => WriterEpochs;
  /** An epoch is on disk, whether or not the tab lives to hear of it. */
  readonly onRaised?: (epoch: number) => void;
}

export class LeaseTab {
  readonly id: string;
  readonly schemaVersion: number;
  readonly tab: ImitatedTab;
  readonly states: LeaseState[] = [];
  readonly problems: unknown[] = [];
  readonly #options: LeaseTabOptions;
  #database: TurnsDatabase | undefined;
  #lease: WriterLease | undefined;
  #isInTheWay = false;

  constructor(options: LeaseTabOptions) {
    this.#options = options;
    this.id = options.id;
    this.schemaVersion = options.schemaVersion ?? 1;
    this.tab = options.tabs.open();
  }

  get lease(): WriterLease {
    if (this.#lease === undefined) throw new Error(`${this.id} is not open yet.`);
    return this.#lease;
  }

  get isOpen(): boolean {
    return this.#lease !== undefined;
  }

  get state(): LeaseState | undefined {
    return this.tab.isGone ? undefined : this.#lease?.state;
  }

  /** @throws VersionError when newer code has changed the database, or is about to */
  async open(): Promise<void> {
    const { databaseName } = this.#options;
    const opening = TurnsDatabase.open(databaseName, this.schemaVersion, () => {
      void this.#makeWay(opening);
    });
    opening.then(
      (opened) => {
        this.#database = opened; // to be killed, although the tab has not heard of it
        if (this.tab.isGone) opened.kill();
      },
      () => {},
    );
    const database = await this.tab.hears(opening);
    if (this.#isInTheWay) throw new DOMException('It was closed.', 'VersionError');
    this.#lease = this.#newLease(database);
    this.#lease.subscribe((state) => this.states.push(state));
    await this.#lease.start();
  }

  /** Gives the turn's key when it is acknowledged. */
  write(text: string): Promise<number> {
    return this.lease.write(async (epoch) => {
      await this.tab.hears(Promise.resolve()); // while it is sealed
      return this.tab.hears(this.#opened.write(text, epoch));
    });
  }

  /** As a person closes it. */
  async close(): Promise<void> {
    await this.#lease?.close();
    await this.tab.hears(Promise.resolve());
    this.#database?.close();
    this.tab.end();
  }

  crash(): void {
    this.tab.end();
    this.#database?.kill();
  }

  get #opened(): TurnsDatabase {
    if (this.#database === undefined) throw new Error(`${this.id} is not open yet.`);
    return this.#database;
  }

  async #makeWay(opening: Promise<TurnsDatabase>): Promise<void> {
    this.#isInTheWay = true;
    const database = await this.tab.hears(opening);
    await this.#lease?.outdate();
    database.close();
  }

  #newLease(database: TurnsDatabase): WriterLease {
    const { hasLocks = true, knownVersion, beforeHandOver } = this.#options;
    const kept = this.#heardEpochs(database.epochs(this.id, knownVersion));
    const locks: LeaseLocks | undefined = hasLocks ? this.tab.locks : undefined;
    return new WriterLease({
      locks,
      channel: this.tab.channel(),
      epochs: this.#options.epochs?.(kept) ?? kept,
      beforeHandOver: async () => beforeHandOver?.(this),
      onProblem: (problem) => this.problems.push(problem),
    });
  }

  #heardEpochs(epochs: WriterEpochs): WriterEpochs {
    const { tab } = this;
    return {
      ...epochs,
      read: () => tab.hears(epochs.read()),
      raise: async () => {
        await tab.hears(Promise.resolve());
        const raised = epochs.raise();
        raised.then(
          ({ epoch }) => this.#options.onRaised?.(epoch),
          () => {},
        );
        return tab.hears(raised);
      },
    };
  }
}
