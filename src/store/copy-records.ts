/**
 * @file Copying what is sealed from the first generation to the second, some
 * records at a time, and comparing each with what it was copied from.
 */
import type { IDBPDatabase } from 'idb';
import { AssistantError } from '../base/errors.ts';
import { type Database, writing } from './database.ts';
import { isEqual } from './equal-records.ts';
import type {
  FirstAttachment,
  FirstConversation,
  FirstDatabase,
  FirstMessage,
} from './first-generation.ts';
import { secondAttachment, secondConversation, secondMessage } from './first-steps.ts';

/** As they are. */
const UNCHANGED = ['vault', 'settings', 'failedUnlocks', 'drafts', 'audit'];

const BATCH = 64;

interface Copying {
  readonly from: string;
  readonly to: string;
  /** The record as the second generation has it; undefined to leave it behind. */
  readonly step: (value: unknown) => unknown;
}

/** Copies everything sealed, and what stands beside it; gives how many of each. @throws AssistantError 'bad-data' when a copy is not its original, and as `writing` */
export async function copyRecords(
  first: FirstDatabase,
  second: Database,
): Promise<Record<string, number>> {
  const ownerOf = new Map<string, string>();
  const work: Copying[] = [
    ...UNCHANGED.map((store) => ({
      from: store,
      to: store,
      step: (value: unknown) => value,
    })),
    {
      from: 'sealedConversations',
      to: 'conversations',
      step: (value) => secondConversation(value as FirstConversation),
    },
    {
      from: 'sealedMessages',
      to: 'messages',
      step(value) {
        const message = value as FirstMessage;
        for (const image of message.attachmentIds ?? []) {
          ownerOf.set(image, message.conversationId);
        }
        return secondMessage(message);
      },
    },
    {
      from: 'sealedAttachments',
      to: 'attachments',
      step(value) {
        const image = value as FirstAttachment;
        const owner = ownerOf.get(image.id);
        return owner === undefined ? undefined : secondAttachment(image, owner);
      },
    },
  ];
  const counts: Record<string, number> = {};
  for (const copying of work) {
    counts[copying.to] = await copyStore(first, second, copying);
  }
  return counts;
}

export interface Copy {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

async function copyStore(
  first: FirstDatabase,
  second: Database,
  { from, to, step }: Copying,
): Promise<number> {
  let [copied, after] = [0, undefined as IDBValidKey | undefined];
  for (;;) {
    const batch = await readBatch(first as unknown as IDBPDatabase, from, after);
    const copies = batch
      .map(({ key, value }) => ({ key, value: step(value) }))
      .filter(({ value }) => value !== undefined);
    await writeBatch(second, to, copies);
    await compareBatch(second, to, copies);
    copied += copies.length;
    after = batch.at(-1)?.key;
    if (after === undefined) return copied;
  }
}

/** The next records of a store, in the order of their keys. */
export async function readBatch(
  database: IDBPDatabase,
  store: string,
  after: IDBValidKey | undefined,
  limit = BATCH,
): Promise<readonly Copy[]> {
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const transaction = database.transaction(store);
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(range, limit),
    transaction.store.getAll(range, limit),
  ]);
  return keys.map((key, at) => ({ key, value: values[at] as unknown }));
}

async function writeBatch(
  second: Database,
  store: string,
  copies: readonly Copy[],
): Promise<void> {
  const name = store as 'settings'; // any store: what `step` gives is what it holds
  await writing(second, [name], async (transaction) => {
    const records = transaction.objectStore(name);
    for (const { key, value } of copies) {
      if (records.keyPath === null) await records.put(value, key as string);
      else await records.put(value);
    }
  });
}

async function compareBatch(
  second: Database,
  store: string,
  copies: readonly Copy[],
): Promise<void> {
  for (const { key, value } of copies) {
    const kept: unknown = await second.get(store as 'settings', key as string);
    if (isEqual(kept, value)) continue;
    throw new AssistantError(
      'bad-data',
      'Your consultations could not be copied into the new version of their database. Nothing was changed; reload the page to try again.',
      { path: `${store}/${JSON.stringify(key)}` },
    );
  }
}
