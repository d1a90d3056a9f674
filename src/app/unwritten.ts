/**
 * @file What the disk refused, done again until it is done.
 *
 * A full disk is told once, not at every try. In between the person goes on:
 * what waits is in memory, sealed where it says anything. When all of it is
 * written, that is told too.
 */
import { isKind } from '../base/errors.ts';
import { isDatabaseFault, storageError } from '../store/storage-error.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

interface UnwrittenOptions {
  /** Shows an error; gives the notice's id. */
  readonly tell: (error: unknown) => string;
  readonly dismiss: (noticeId: string) => void;
  readonly tellAllIsWritten: () => void;
}

/** A database that was closed opens with the next page only. */
const CLOSED = 'InvalidStateError';

type Work = () => Promise<void>;

export class Unwritten {
  readonly #options: UnwrittenOptions;
  /** By what it is, so that newer work takes the place of older. */
  readonly #waiting = new Map<string, Work>();
  #notice: string | undefined;
  #delayMs = FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #trying: Promise<void> | undefined;

  constructor(options: UnwrittenOptions) {
    this.#options = options;
  }

  /**
   * Does `work`. When the disk refuses it, `again` is tried until it is done. Other
   * failures become a notice. True when `work` was done.
   */
  async insist(what: string, work: Work, again = work): Promise<boolean> {
    try {
      await work();
    } catch (error) {
      this.#wait(what, again, error);
      return false;
    }
    if (this.#waiting.delete(what)) this.#endIfWritten();
    return true;
  }

  /** True while something would be lost with the page. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** The screen was emptied: the next failure is told. */
  forgetNotice(): void {
    this.#notice = undefined;
  }

  /** Tries now, because there may be space again or the page may go. */
  retry(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#trying ??= this.#tryAll().finally(() => {
      this.#trying = undefined;
    });
    return this.#trying;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #wait(what: string, again: Work, thrown: unknown): void {
    const error = isDatabaseFault(thrown) ? storageError(thrown) : thrown;
    if (isKind(error, 'aborted')) return;
    if (!isRefusal(error)) {
      this.#waiting.delete(what);
      this.#options.tell(error);
      return;
    }
    this.#waiting.set(what, again);
    this.#notice ??= this.#options.tell(error);
    this.#timer ??= setTimeout(() => void this.retry(), this.#delayMs);
  }

  async #tryAll(): Promise<void> {
    this.#delayMs = Math.min(this.#delayMs * 2, LONGEST_MS);
    for (const [what, again] of this.#waiting) await this.insist(what, again);
  }

  #endIfWritten(): void {
    if (this.#waiting.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#delayMs = FIRST_MS;
    if (this.#notice === undefined) return;
    this.#options.dismiss(this.#notice);
    this.#notice = undefined;
    this.#options.tellAllIsWritten();
  }
}

/** True when the same may succeed later: there is no space, or the disk fails. */
function isRefusal(error: unknown): boolean {
  if (isKind(error, 'out-of-memory')) return error.details.where === 'disk';
  return isKind(error, 'storage-failed') && error.details.reason !== CLOSED;
}
