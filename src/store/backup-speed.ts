/** @file How fast a profile is backed up and read again, for the bench. */
import type { Backups } from './backup.ts';

export interface BackupSpeed {
  readonly consultations: number;
  readonly sizeBytes: number;
  readonly ms: number;
  /** Of the archive, in 10^6 bytes. */
  readonly megabytesPerSecond: number;
}

/**
 * Backs up the whole profile into nothing: reading, opening, sealing, hashing.
 *
 * @param backups - has a key: the vault has a passphrase, or `setPassphrase` was called
 */
export async function measureBackup(backups: Backups): Promise<BackupSpeed> {
  const from = await backups.begin('bench', Date.now());
  const sink = { write: async () => {} };
  const startMs = performance.now();
  let counts = { consultations: 0, sizeBytes: 0 };
  for await (const event of backups.write({ from, sink })) ({ counts } = event);
  const ms = performance.now() - startMs;
  const { consultations, sizeBytes } = counts;
  return { consultations, sizeBytes, ms, megabytesPerSecond: sizeBytes / 1000 / ms };
}
