/** @file Archives made in memory, for tests. */
import { must } from '../base/assert.ts';
import { concatBytes } from '../base/bytes.ts';
import type { Secret } from '../store/archive/archive-key.ts';
import type { ArchiveRecord } from '../store/archive/archive-records.ts';
import {
  type ArchiveCheckpoint,
  beginArchive,
  writeArchive,
} from '../store/archive/write-archive.ts';
import type { Stretch } from '../store/argon2.ts';
import { randomSecret } from '../store/root-key.ts';
import { sealByPassphrase, sealByRecoveryCode } from '../store/vault-record.ts';
import { quickStretch } from './quick-stretch.ts';

export interface Owner {
  readonly secret: Secret;
  readonly begin: () => Promise<ArchiveCheckpoint>;
}

/** Somebody who makes archives; the stretch is quick unless another is given. */
export async function archiveOwner(
  passphrase: string,
  { code, stretch = quickStretch }: { code?: string; stretch?: Stretch } = {},
): Promise<Owner> {
  const secret = randomSecret();
  const opens = {
    passphrase: await sealByPassphrase(secret, passphrase, stretch),
    ...(code === undefined ? {} : { recovery: await sealByRecoveryCode(secret, code) }),
  };
  const madeMs = Date.UTC(2026, 10, 22);
  const made = { secret, opens, app: '0.1.0', madeMs };
  return { secret, begin: () => beginArchive(made, 0) };
}

export interface WrittenArchive {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly checkpoints: readonly ArchiveCheckpoint[];
}

/** Writes `records` from a checkpoint on; its cursor counts records. */
export async function writeToMemory(
  { secret, begin }: Pick<Owner, 'secret' | 'begin'>,
  records: readonly ArchiveRecord[],
  begun?: WrittenArchive,
): Promise<WrittenArchive> {
  const from = begun?.checkpoints.at(-1) ?? (await begin());
  const parts = [(begun?.bytes ?? new Uint8Array()).subarray(0, from.sizeBytes)];
  const checkpoints: ArchiveCheckpoint[] = [];
  const sink = {
    write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes.slice()),
  };
  const items = itemsFrom(records, Number(from.cursor));
  for await (const event of writeArchive({ secret, from, items, sink })) {
    if (event.kind === 'checkpoint') checkpoints.push(event.checkpoint);
  }
  return { bytes: new Uint8Array(concatBytes(parts)), checkpoints };
}

async function* itemsFrom(records: readonly ArchiveRecord[], first: number) {
  for (let at = first; at < records.length; at++) {
    yield { record: must(records[at], 'it is within'), cursor: at + 1 };
  }
}
