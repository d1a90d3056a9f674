/**
 * @file Being killed at a certain write: between two requests of a transaction,
 * or after its end and before anybody has heard of it.
 *
 * A clock seldom hits the moment between two transactions. Here the page stands
 * still at the moment, and asks to be killed.
 */
import { KILL_PATH, type KillPoint } from '../page-api.ts';

/** Without a write for so long, nothing is being written. */
const QUIET_MS = 20;

let lastWriteMs = 0;
let waited: KillPoint | undefined;
let left = 0;

export function killAt(point: KillPoint): void {
  waited = point;
  left = point.n;
}

/** Resolves once nothing more is written. */
export async function quiet(): Promise<void> {
  while (performance.now() - lastWriteMs < QUIET_MS) {
    await new Promise((resolve) => {
      setTimeout(resolve, QUIET_MS);
    });
  }
}

export function watchWrites(): void {
  const { prototype: store } = IDBObjectStore;
  for (const write of ['put', 'add', 'delete', 'clear'] as const) {
    const original = store[write] as (...given: unknown[]) => IDBRequest;
    store[write] = function (this: IDBObjectStore, ...given: unknown[]): never {
      const request = original.apply(this, given);
      count('write');
      return request as never;
    };
  }
  const { prototype: database } = IDBDatabase;
  const begin = Reflect.get(database, 'transaction');
  database.transaction = function (this: IDBDatabase, ...given) {
    const transaction = begin.apply(this, given);
    if (transaction.mode === 'readwrite') {
      transaction.addEventListener('complete', () => count('commit')); // before any listener of the app
    }
    return transaction;
  };
}

function count(event: KillPoint['event']): void {
  lastWriteMs = performance.now();
  if (waited?.event !== event) return;
  left--;
  if (left > 0) return;
  waited = undefined;
  const asking = new XMLHttpRequest();
  asking.open('POST', KILL_PATH, false); // nothing here goes on until it is answered, which it never is
  asking.send();
}
