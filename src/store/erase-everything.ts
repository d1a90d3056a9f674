/**
 * @file Erasing everything: the root key goes first, in a transaction of its own;
 * from then on nobody reads any of it. Then the databases go, as far as other tabs
 * let go of them; after a crash the next start clears them. Weights of checkpoints stay.
 */
import { deleteDB } from 'idb';
import { removeBackupFolder } from './backup-folder.ts';
import { type Database, writing } from './database.ts';
import { openFirstGeneration } from './first-generation.ts';
import type { OpenedMirror } from './mirror/open-mirror.ts';
import { ERASED, type Vault } from './vault.ts';

/** A tab that does not let go by then is frozen; the database goes when it does. */
const DELETE_MS = 10_000;

/** What was there, and is not any more. */
export interface ErasedCounts {
  readonly consultations: number;
  readonly turns: number;
  readonly images: number;
  readonly patients: number;
  /** False while another tab holds what nobody can open: it goes when that tab closes. */
  readonly isCleared: boolean;
}

export interface EraseOptions {
  readonly database: Database;
  readonly vault: Vault;
  /** Of the database of the first generation, which may still be there. */
  readonly firstName: string;
  readonly mirror: Pick<OpenedMirror, 'erase'>;
  /** Called when the keys are gone: nothing more is to be written. */
  readonly letGo: () => Promise<void>;
}

/** @throws AssistantError before anything is erased, or the keys are gone */
export async function eraseEverything({
  database,
  vault,
  firstName,
  mirror,
  letGo,
}: EraseOptions): Promise<ErasedCounts> {
  const counts = {
    consultations: await database.count('conversations'),
    turns: await database.count('messages'),
    images: await database.count('attachments'),
    patients: await database.count('patients'),
  };
  await destroyFirstRoot(firstName);
  await mirror.erase();
  await writing(database, ['vault', 'meta'], async (transaction) => {
    await transaction.objectStore('vault').clear();
    await transaction.objectStore('meta').put(true, ERASED);
  });
  vault.forget();
  await letGo();
  const { name } = database;
  database.close();
  const gone = await Promise.all([
    remove(name),
    remove(firstName),
    removeBackupFolder(),
  ]);
  return { ...counts, isCleared: gone.every(Boolean) };
}

/** The old database has a copy of the root key. */
async function destroyFirstRoot(firstName: string): Promise<void> {
  const first = await openFirstGeneration(firstName);
  if (first === undefined) return;
  try {
    await writing(first, ['vault'], (transaction) =>
      transaction.objectStore('vault').clear(),
    );
  } finally {
    first.close();
  }
}

async function remove(name: string): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DELETE_MS);
  });
  const removed = deleteDB(name).then(() => true);
  return Promise.race([removed, late]).finally(() => clearTimeout(timer));
}
