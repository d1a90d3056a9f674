/** @file The writer's lease of a database, in this browser. */
import { type Database, writeUnder, writing } from './database.ts';
import type { TabChannel } from './lease-channel.ts';
import type { LeaseLocks } from './lock-line.ts';
import { SCHEMA_NUMBER } from './schema.ts';
import { writerEpochs } from './writer-epoch.ts';
import { WriterLease, type WriterLeaseParts } from './writer-lease.ts';

export type LeaseHooks = Pick<WriterLeaseParts, 'beforeHandOver' | 'onProblem'>;

/** What tabs share; tests have their own. */
export interface TabParts {
  readonly locks: LeaseLocks | undefined;
  readonly channel: TabChannel;
}

/** From here on `database` is written under the lease that this gives. */
export function openLease(
  database: Database,
  hooks: LeaseHooks,
  { locks, channel }: TabParts = partsOfThisBrowser(),
): WriterLease {
  const epochs = writerEpochs({
    tabId: crypto.randomUUID(),
    schemaVersion: SCHEMA_NUMBER,
    writingMeta: (work) => writing(database, ['meta'], work),
  });
  const lease = new WriterLease({ locks, channel, epochs, ...hooks });
  writeUnder(database, lease);
  return lease;
}

function partsOfThisBrowser(): TabParts {
  const hasLocks = 'locks' in navigator;
  return {
    locks: hasLocks ? navigator.locks : undefined,
    channel: new BroadcastChannel('pulsemind-writer'),
  };
}
