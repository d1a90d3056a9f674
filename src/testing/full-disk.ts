/**
 * @file A disk that refuses: transactions of the imitated database abort at the
 * n-th write and at every one after it, until there is space again.
 *
 * Chromium reports a full disk this way: the request fails with `AbortError`, and
 * the transaction has the reason.
 */

/** `QuotaExceededError`: no space; `UnknownError`: the disk or the database's files fail. */
export type DiskFault = 'QuotaExceededError' | 'UnknownError';

type Write = (this: { transaction: IDBTransaction }, ...args: unknown[]) => IDBRequest;

const STORE_WRITES = ['put', 'add', 'delete', 'clear'] as const;
const CURSOR_WRITES = ['update', 'delete'] as const;

export class FullDisk {
  /** Writes asked for so far. */
  writes = 0;
  /** Of these, refused. */
  refused = 0;
  readonly #undo: (() => void)[] = [];
  #failFrom = Infinity;
  #fault: DiskFault = 'QuotaExceededError';

  constructor() {
    for (const name of STORE_WRITES) this.#watch(IDBObjectStore.prototype, name);
    for (const name of CURSOR_WRITES) this.#watch(IDBCursor.prototype, name);
  }

  /** Refuses write number `n` of those to come, counted from 1, and all after it. */
  failFrom(n: number, fault: DiskFault): void {
    this.#failFrom = this.writes + n;
    this.#fault = fault;
  }

  /** There is space again. */
  free(): void {
    this.#failFrom = Infinity;
  }

  /** Resolves when nothing has been written for a moment. */
  async quiet(): Promise<void> {
    for (let [calm, seen] = [0, -1]; calm < 4;) {
      calm = seen === this.writes ? calm + 1 : 0;
      seen = this.writes;
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
  }

  /** Puts the imitated database back as it was. */
  dispose(): void {
    for (const undo of this.#undo) undo();
  }

  #watch(prototype: object, name: string): void {
    const methods = prototype as Record<string, Write>;
    const write = methods[name];
    if (write === undefined) return;
    const refuse = (transaction: IDBTransaction) => this.#refuse(transaction);
    methods[name] = function (...args) {
      const request = write.apply(this, args);
      const of = 'transaction' in this ? this.transaction : undefined;
      refuse(
        of ?? ((this as unknown as IDBCursor).request.transaction as IDBTransaction),
      );
      return request;
    };
    this.#undo.push(() => {
      methods[name] = write;
    });
  }

  #refuse(transaction: IDBTransaction): void {
    this.writes++;
    if (this.writes < this.#failFrom) return;
    this.refused++;
    (transaction as unknown as { _abort(name: string): void })._abort(this.#fault);
  }
}
