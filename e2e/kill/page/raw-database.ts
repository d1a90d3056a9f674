/**
 * @file Looks at the records themselves, past the app: a record without the one
 * it belongs to is half of something.
 */

interface RawRecord {
  readonly id: string;
  readonly conversationId?: string;
  readonly state?: string;
}

/** Records beside a header, each of one consultation. */
const OWNED = [
  'messages',
  'attachments',
  'reviews',
  'comparisons',
  'searchTexts',
] as const;

/** Of the first generation, which lay in the clear; nothing of them may stay. */
const IN_THE_CLEAR = ['conversations', 'messages', 'attachments'] as const;

/** What is half-written in the databases of this name, in words. Call it once the app has started. */
export async function findHalfWritten(name: string): Promise<string[]> {
  const complaints: string[] = [];
  for (const database of await openAll(name)) {
    const isSecond = database.objectStoreNames.contains('meta');
    complaints.push(...(await (isSecond ? checkSecond : checkFirst)(database)));
    database.close();
  }
  return complaints;
}

async function checkSecond(database: IDBDatabase): Promise<string[]> {
  const complaints: string[] = [];
  const headers = new Set(
    (await readAll(database, 'conversations')).map(({ id }) => id),
  );
  for (const store of OWNED) {
    for (const { id, conversationId = '', state } of await readAll(database, store)) {
      if (!headers.has(conversationId)) {
        complaints.push(`${id} of ${store} has no consultation.`);
      }
      if (state === 'growing') complaints.push(`Answer ${id} stays growing.`);
    }
  }
  for (const { id, toClear } of (await readAll(database, 'erasures')) as readonly {
    id: string;
    toClear?: readonly string[];
  }[]) {
    if ((toClear ?? []).length > 0) complaints.push(`Erasure ${id} is not finished.`);
  }
  return complaints;
}

async function checkFirst(database: IDBDatabase): Promise<string[]> {
  const complaints: string[] = [];
  for (const store of IN_THE_CLEAR) {
    const left = (await readAll(database, store)).length;
    if (left > 0) complaints.push(`${left} of ${store} lie in the clear.`);
  }
  return complaints;
}

export async function deleteDatabases(name: string): Promise<void> {
  for (const one of await namesOf(name)) await done(indexedDB.deleteDatabase(one));
}

/** The app keeps several generations under one name. */
async function namesOf(name: string): Promise<string[]> {
  const all = await indexedDB.databases();
  return all
    .map((one) => one.name ?? '')
    .filter((one) => one === name || one.startsWith(`${name}-`));
}

async function openAll(name: string): Promise<IDBDatabase[]> {
  return Promise.all((await namesOf(name)).map((one) => done(indexedDB.open(one))));
}

async function readAll(
  database: IDBDatabase,
  store: string,
): Promise<readonly RawRecord[]> {
  if (!database.objectStoreNames.contains(store)) return [];
  return done<RawRecord[]>(database.transaction(store).objectStore(store).getAll());
}

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(String(request.error))));
  });
}
