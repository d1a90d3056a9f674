/** @file What was erased, for the files of whoever asks: a certificate as a JSON file. */
import type { ErasedCounts } from '../store/erase-everything.ts';
import type { Certificate } from '../store/sealed-erasure.ts';
import { APP_VERSION } from './version.ts';

/** A version is raised when a field changes its meaning. */
export interface ErasureCertificate {
  readonly format: 'pulsemind-erasure-certificate';
  readonly version: 1;
  readonly app: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly erased: 'everything' | 'patient' | 'consultation';
  readonly id?: string;
  readonly patientId?: string;
  readonly conversationIds?: readonly string[];
  readonly counts: {
    readonly consultations: number;
    readonly turns: number;
    readonly images: number;
    readonly patients?: number;
  };
  readonly notes: readonly string[];
}

const NOTES = [
  'The keys were destroyed first. What they opened cannot be read again, whether or not its bytes are still on the disk.',
  'Backups and exports that were made before still hold the data. Delete them where they are.',
] as const;

const NOTES_ON_EVERYTHING = [
  ...NOTES,
  'Without a passphrase the key was kept by the browser; its deleted bytes may stay on the disk until the browser uses the space again.',
  'The weights of checkpoints hold nothing of a consultation and were left.',
] as const;

const NOT_CLEARED =
  'Another tab still held the database. What is left in it has no key, and goes when that tab is closed.';

export function certificateOf(made: Certificate): ErasureCertificate {
  const { id, timeMs, what, patientId, conversationIds, turns, images } = made;
  return {
    ...head(timeMs),
    erased: what,
    id,
    ...(patientId !== undefined && { patientId }),
    conversationIds,
    counts: { consultations: conversationIds.length, turns, images },
    notes: NOTES,
  };
}

export function certificateOfEverything(
  { isCleared, ...counts }: ErasedCounts,
  timeMs: number,
): ErasureCertificate {
  const notes = isCleared ? NOTES_ON_EVERYTHING : [...NOTES_ON_EVERYTHING, NOT_CLEARED];
  return { ...head(timeMs), erased: 'everything', counts, notes };
}

function head(timeMs: number) {
  return {
    format: 'pulsemind-erasure-certificate',
    version: 1,
    app: `PulseMind ${APP_VERSION}`,
    time: new Date(timeMs).toISOString(),
  } as const;
}
