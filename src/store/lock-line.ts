/**
 * @file Standing in line for a Web Lock, again and again.
 *
 * The lock is held while `hold` runs. When it ends, or the lock is stolen, this tab
 * goes to the end of the line. A tab has one place: who steals leaves theirs first,
 * or it would come back before those it was handed over to.
 */

/** What is needed of a `LockManager`. */
export interface LeaseLocks {
  request(
    name: string,
    options: LockOptions,
    granted: (lock: unknown) => Promise<void>,
  ): Promise<void>;
}

/** After an error (a full disk) others may try before this tab does again. */
const RETRY_MS = 3000;

interface LockLineParts {
  readonly locks: LeaseLocks;
  readonly name: string;
  /** Runs with the lock. */
  readonly hold: () => Promise<void>;
  /** The lock is gone: `hold` has ended, or must. */
  readonly onLost: () => void;
  readonly onProblem: (error: unknown) => void;
}

export class LockLine {
  readonly #parts: LockLineParts;
  #place = new AbortController();
  #isToSteal = false;
  #hasLeft = false;
  /** A problem that lasts is told once. */
  #told: string | undefined;
  #endPause = () => {};

  constructor(parts: LockLineParts) {
    this.#parts = parts;
  }

  /** Stands in line until `leave`. */
  async stand(): Promise<void> {
    while (!this.#hasLeft) {
      let problem: unknown;
      try {
        await this.#holdOnce();
        this.#told = undefined;
      } catch (error) {
        problem = error;
      }
      this.#parts.onLost();
      if (problem !== undefined && !isAbort(problem)) await this.#pauseAfter(problem);
    }
  }

  /** Lets those behind pass. */
  stepBack(): void {
    this.#place.abort();
  }

  /** Takes the lock from whoever holds it. */
  steal(): void {
    this.#isToSteal = true;
    this.#place.abort();
    this.#endPause();
  }

  /** For good. A lock that is held stays until `hold` ends. */
  leave(): void {
    this.#hasLeft = true;
    this.#place.abort();
    this.#endPause();
  }

  /**
   * False when nobody has the lock. Locks are dealt with in order: whoever was
   * stolen from has heard of it before this answers.
   */
  async isHeld(): Promise<boolean> {
    const { locks, name } = this.#parts;
    let isHeld = true;
    await locks.request(
      name,
      { mode: 'exclusive', ifAvailable: true },
      async (lock) => {
        isHeld = lock === null;
      },
    );
    return isHeld;
  }

  async #holdOnce(): Promise<void> {
    const { locks, name, hold } = this.#parts;
    this.#place = new AbortController();
    const how = this.#isToSteal ? { steal: true } : { signal: this.#place.signal };
    this.#isToSteal = false;
    await locks.request(name, { mode: 'exclusive', ...how }, async () => {
      if (!this.#hasLeft) await hold();
    });
  }

  async #pauseAfter(problem: unknown): Promise<void> {
    if (this.#told !== String(problem)) this.#parts.onProblem(problem);
    this.#told = String(problem);
    if (this.#hasLeft) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, RETRY_MS);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The place was left, or the lock stolen. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * For a browser without Web Locks: the first request is granted and each that
 * steals, and nobody is told of a loss.
 */
export function withoutLocks(): LeaseLocks {
  let isFirst = true;
  return {
    async request(_name, { signal, steal, ifAvailable }, granted) {
      if (isFirst || steal === true || ifAvailable === true) {
        isFirst = false;
        return granted({});
      }
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    },
  };
}
