/**
 * @file A place of the browser with files of its own, where a second copy lies.
 *
 * Chromium keeps one set of files for all databases of a page. When it cannot read
 * them (seen in 156 after it was killed while writing) it throws all of them away.
 * A storage bucket has files apart from those. Other browsers have no buckets, and
 * do not throw away what they cannot read.
 *
 * @see https://wicg.github.io/storage-buckets/
 */

/** Where the second copy lies. */
export interface PlaceApart {
  readonly factory: IDBFactory;
  /** Bytes used there, as far as the browser says. */
  usedBytes(): Promise<number | undefined>;
  /** Removes it with everything in it. */
  remove(): Promise<void>;
}

interface Bucket {
  readonly indexedDB: IDBFactory;
  estimate(): Promise<StorageEstimate>;
}

interface BucketManager {
  open(
    name: string,
    options: { readonly persisted: boolean; readonly durability: 'strict' },
  ): Promise<Bucket>;
  delete(name: string): Promise<void>;
}

/** For the second copy of the database `name`; undefined where the browser has no buckets, or gives none to this page. */
export async function placeApart(name: string): Promise<PlaceApart | undefined> {
  if (typeof navigator === 'undefined' || !('storageBuckets' in navigator)) {
    return undefined;
  }
  const buckets = navigator.storageBuckets as BucketManager;
  try {
    const bucketName = `second-copy-${name}`;
    const bucket = await buckets.open(bucketName, {
      persisted: true,
      durability: 'strict',
    });
    return {
      factory: bucket.indexedDB,
      usedBytes: async () => (await bucket.estimate()).usage,
      remove: () => buckets.delete(bucketName),
    };
  } catch {
    return undefined; // private windows, policies: the records have one copy there
  }
}
