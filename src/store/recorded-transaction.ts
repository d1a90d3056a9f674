/** @file A transaction that remembers what is written through it, in order. */
import { assert } from '../base/assert.ts';

/** One write, as it can be done again elsewhere. */
export type Change =
  | {
      readonly kind: 'put';
      readonly store: string;
      readonly key: IDBValidKey;
      readonly value: unknown;
    }
  | { readonly kind: 'delete'; readonly store: string; readonly key: IDBValidKey }
  | { readonly kind: 'clear'; readonly store: string };

/** What is used of a store for writing; whatever else it has goes by unchanged. */
interface Store {
  put(value: unknown, key?: IDBValidKey): Promise<IDBValidKey>;
  add(value: unknown, key?: IDBValidKey): Promise<IDBValidKey>;
  delete(key: IDBValidKey | IDBKeyRange): Promise<void>;
  clear(): Promise<void>;
}

interface Transaction {
  objectStore(name: string): object;
}

/**
 * `transaction`, with every write through its stores added to `changes` once its
 * request succeeded. Writing through cursors is not seen, and nothing here does it.
 */
export function recorded<T extends object>(transaction: T, changes: Change[]): T {
  const stores = transaction as unknown as Transaction;
  return withMembers(transaction, {
    objectStore: (name: string) =>
      recordedStore(stores.objectStore(name) as Store, name, changes),
  });
}

function recordedStore(store: Store, name: string, changes: Change[]): Store {
  const members: Store = {
    async put(value, key) {
      const at = await store.put(value, key);
      changes.push({ kind: 'put', store: name, key: at, value });
      return at;
    },
    async add(value, key) {
      const at = await store.add(value, key);
      changes.push({ kind: 'put', store: name, key: at, value });
      return at;
    },
    async delete(key) {
      assert(!(key instanceof IDBKeyRange), 'records are deleted one by one');
      await store.delete(key);
      changes.push({ kind: 'delete', store: name, key });
    },
    async clear() {
      await store.clear();
      changes.push({ kind: 'clear', store: name });
    },
  };
  return withMembers(store, members);
}

/** `target` with some of its members replaced. */
function withMembers<T extends object>(target: T, members: object): T {
  return new Proxy(target, {
    get(_target, name) {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name) as unknown;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
