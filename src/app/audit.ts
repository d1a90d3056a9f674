/**
 * @file Noting what was done, in order, behind the work itself.
 *
 * What happens while the page is locked waits in memory until it is unlocked.
 */
import type { AuditEvent } from '../store/sealed-audit.ts';

interface AuditOptions {
  /** Where entries go; undefined before the start and while the page is locked. */
  readonly store: () => { add(event: AuditEvent): Promise<void> } | undefined;
  /** Does work; when the disk refuses it, again until it is done. */
  readonly insist: (work: () => Promise<void>) => Promise<unknown>;
}

export class Audit {
  readonly #options: AuditOptions;
  #waiting: AuditEvent[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(options: AuditOptions) {
    this.#options = options;
  }

  note(event: Omit<AuditEvent, 'timeMs'>): void {
    this.#waiting.push({ timeMs: Date.now(), ...event });
    void this.flush();
  }

  /** Resolves once everything noted so far is written, or waits for the vault or the disk. */
  async flush(): Promise<void> {
    await this.#options.insist(() => this.#inOrder());
  }

  #inOrder(): Promise<void> {
    const written = this.#writing.then(() => this.#writeWaiting());
    this.#writing = written.catch(() => {}); // whoever asked hears of it
    return written;
  }

  async #writeWaiting(): Promise<void> {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const store = this.#options.store();
      if (store === undefined) return;
      await store.add(next);
      this.#waiting.shift();
    }
  }
}
