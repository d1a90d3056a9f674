/**
 * @file Generations of the database: each is a database of its own, and records
 * are brought over from the one before by copying.
 *
 * The copy is read again and compared with the original, byte for byte.
 * Then one transaction notes where it came from: that is the switch. Until then
 * the old database is what counts, and a copy that was cut off begins again. The
 * old one is kept for 30 days; no page of before can open it meanwhile.
 *
 * What version 1 kept in the clear is sealed on the way, and goes from the old
 * database at once.
 */
import { deleteDB } from 'idb';
import * as v from 'valibot';
import { bringPlainOver, removePlainBroughtOver } from './bring-plain-over.ts';
import { copyRecords } from './copy-records.ts';
import { type Database, writing } from './database.ts';
import { type FirstDatabase, openFirstGeneration } from './first-generation.ts';
import { messagesOf } from './keep-turn.ts';
import { type DamagedRecord, keyOf, time } from './records.ts';
import { SEALED_STORES } from './schema.ts';

export const FIRST_DATABASE_NAME = 'pulsemind';

const KEPT_MS = 30 * 86_400_000;
const ORIGIN = 'origin';

const origin = v.object({
  broughtOverMs: time,
  /** Name of the database that the records came from, while it is there. */
  from: v.nullable(v.string()),
  counts: v.record(v.string(), v.number()),
});

/** Where the records came from. */
type Origin = v.InferOutput<typeof origin>;

const LEFT_EMPTY = [...SEALED_STORES, 'settings', 'failedUnlocks', 'vault'] as const;

/** Brings everything over from the first generation, unless that is done. @throws AssistantError, and the old database stays what counts */
export async function bringOver(database: Database, firstName: string): Promise<void> {
  await alone(firstName, async () => {
    if ((await readOrigin(database)) !== undefined) return;
    const first = await openFirstGeneration(firstName);
    if (first === undefined) return switchTo(database, { from: null, counts: {} });
    try {
      await empty(database);
      const counts = await copyRecords(first, database);
      await bringPlainOver(first, database);
      await switchTo(database, { from: firstName, counts });
    } finally {
      first.close();
    }
  });
}

/** Removes from the old database what lay there in the clear and is here now. */
export async function removePlain(database: Database): Promise<void> {
  await inFirstGeneration(database, (first) => removePlainBroughtOver(first, database));
}

/** Removes the old database when its 30 days are over and nothing unread is left in it. */
export async function removeFirstGeneration(
  database: Database,
  nowMs: number,
): Promise<void> {
  const came = await readOrigin(database);
  if (came === undefined || came.from === null) return;
  if (nowMs - came.broughtOverMs < KEPT_MS) return;
  if ((await leftInTheClear(database)).length > 0) return;
  await deleteDB(came.from);
  await writing(database, ['meta'], (transaction) =>
    transaction.objectStore('meta').put({ ...came, from: null }, ORIGIN),
  );
}

/** Removes consultations from the old database, their keys first. */
export async function eraseInFirstGeneration(
  database: Database,
  conversationIds: readonly string[],
): Promise<void> {
  await inFirstGeneration(database, async (first) => {
    await writing(first, ['sealedConversations'], async (transaction) => {
      const headers = transaction.objectStore('sealedConversations');
      for (const id of conversationIds) await headers.delete(id);
    });
    await writing(
      first,
      ['sealedMessages', 'sealedAttachments', 'messages'],
      async (transaction) => {
        const sealed = transaction.objectStore('sealedMessages');
        const plain = transaction.objectStore('messages');
        for (const id of conversationIds) {
          for (const message of await sealed
            .index('byConversation')
            .getAll(messagesOf(id))) {
            for (const image of message.attachmentIds) {
              await transaction.objectStore('sealedAttachments').delete(image);
            }
            await sealed.delete(message.id);
          }
          for (const key of await plain
            .index('byConversation')
            .getAllKeys(messagesOf(id))) {
            await plain.delete(key);
          }
        }
      },
    );
  });
}

/** What version 1 kept in the clear and nobody could read. */
export async function leftInTheClear(
  database: Database,
): Promise<readonly DamagedRecord[]> {
  const left: DamagedRecord[] = [];
  await inFirstGeneration(database, async (first) => {
    for (const store of ['conversations', 'messages'] as const) {
      for (const value of await first.getAll(store)) {
        const reason = 'It could not be read when consultations were encrypted.';
        left.push({ store, key: keyOf(value), reason });
      }
    }
  });
  return left;
}

async function readOrigin(database: Database): Promise<Origin | undefined> {
  const result = v.safeParse(origin, await database.get('meta', ORIGIN));
  return result.success ? result.output : undefined;
}

async function inFirstGeneration(
  database: Database,
  work: (first: FirstDatabase) => Promise<void>,
): Promise<void> {
  const from = (await readOrigin(database))?.from ?? null;
  const first = from === null ? undefined : await openFirstGeneration(from);
  if (first === undefined) return;
  try {
    await work(first);
  } finally {
    first.close();
  }
}

/** One tab at a time, where the browser has locks. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const hasLocks = typeof navigator !== 'undefined' && 'locks' in navigator;
  if (!hasLocks) return work();
  await navigator.locks.request(`bring-over:${name}`, work);
}

async function switchTo(
  database: Database,
  came: Pick<Origin, 'from' | 'counts'>,
): Promise<void> {
  await writing(database, ['meta'], (transaction) =>
    transaction.objectStore('meta').put({ broughtOverMs: Date.now(), ...came }, ORIGIN),
  );
}

/** What a copy that was cut off left. */
async function empty(database: Database): Promise<void> {
  await writing(database, LEFT_EMPTY, async (transaction) => {
    for (const store of LEFT_EMPTY) await transaction.objectStore(store).clear();
  });
}
