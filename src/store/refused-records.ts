/**
 * @file Records that the disk did not take: sealed already, they wait in memory.
 *
 * Who reads gets them before what is on disk, so a full disk loses nothing while
 * the page is open. They need no key to be written, so a lock does not lose them.
 */

interface RefusedRecordsOptions<T> {
  /** Writes a record over its earlier self. */
  readonly put: (record: T) => Promise<void>;
  readonly remove?: (id: string) => Promise<void>;
}

export class RefusedRecords<T extends { readonly id: string }> {
  readonly #options: RefusedRecordsOptions<T>;
  /** By id, the newest; null for one that is to be removed. */
  readonly #waiting = new Map<string, T | null>();

  constructor(options: RefusedRecordsOptions<T>) {
    this.#options = options;
  }

  /** Writes a record. When this throws, it waits. */
  put(record: T): Promise<void> {
    this.#waiting.set(record.id, record);
    return this.#write(record.id, record);
  }

  /** Removes a record. When this throws, the removal waits. */
  remove(id: string): Promise<void> {
    this.#waiting.set(id, null);
    return this.#write(id, null);
  }

  /** Writes what waits. @throws what the first that is refused again throws; the others are tried too */
  async writeAgain(): Promise<void> {
    const results = await Promise.allSettled(
      [...this.#waiting].map(([id, record]) => this.#write(id, record)),
    );
    const refused = results.find((result) => result.status === 'rejected');
    if (refused !== undefined) throw refused.reason;
  }

  /** `records` of the disk, with what waits in place of its earlier self. */
  over<R extends { readonly id: string }>(
    records: readonly R[],
    isOne: (waiting: T) => boolean = () => true,
  ): readonly (R | T)[] {
    const onDisk = new Set(records.map(({ id }) => id));
    const newer = records.flatMap((record) => {
      const waiting = this.#waiting.get(record.id);
      return waiting === null ? [] : [waiting ?? record];
    });
    const alone = [...this.#waiting.values()].filter(
      (waiting) => waiting !== null && !onDisk.has(waiting.id) && isOne(waiting),
    );
    return [...newer, ...(alone as T[])];
  }

  /** Forgets what is gone by intent. */
  forget(isGone: (record: T) => boolean): void {
    for (const [id, record] of this.#waiting) {
      if (record !== null && isGone(record)) this.#waiting.delete(id);
    }
  }

  async #write(id: string, record: T | null): Promise<void> {
    const { put, remove } = this.#options;
    await (record === null ? remove?.(id) : put(record));
    if (this.#waiting.get(id) === record) this.#waiting.delete(id);
  }
}
