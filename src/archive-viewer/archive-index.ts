/**
 * @file What an opened archive holds: read once from end to end, which proves it
 * whole, and kept as a list. Turns and images stay in the file until their
 * consultation is opened.
 */
import type { Patient } from '../clinic/patient.ts';
import { checkRecord } from '../store/archive/archive-records.ts';
import {
  CONSULTATION_RECORDS,
  type ConsultationRecord,
} from '../store/archive/consultation-records.ts';
import type { OpenArchive, RecordPlace } from '../store/archive/read-archive.ts';
import type { ConversationHeader } from '../store/records.ts';

export interface ArchiveIndex {
  /** The newest first. */
  readonly headers: readonly ConversationHeader[];
  readonly patients: ReadonlyMap<string, Patient>;
  /** Where the records of each consultation lie, in the archive's order. */
  readonly places: ReadonlyMap<string, readonly RecordPlace[]>;
  /** What ended the reading before the end. */
  readonly error: unknown;
}

/** @param onProgress - told how much of the file was read, 0 to 1 */
export async function indexArchive(
  archive: OpenArchive,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<ArchiveIndex> {
  const headers: ConversationHeader[] = [];
  const patients = new Map<string, Patient>();
  const places = new Map<string, RecordPlace[]>();
  let error: unknown;
  try {
    for await (const placed of archive.records(signal)) {
      onProgress(placed.place.at / archive.sizeBytes);
      const record = checkRecord(CONSULTATION_RECORDS, placed);
      if (record.kind === 'patient') patients.set(record.meta.id, record.meta);
      if (record.kind === 'conversation') headers.push(record.meta);
      const of = consultationOf(record);
      if (of === undefined) continue;
      const known = places.get(of);
      if (known === undefined) places.set(of, [placed.place]);
      else known.push(placed.place);
    }
  } catch (thrown) {
    signal.throwIfAborted();
    error = thrown;
  }
  headers.sort((one, other) => other.updatedMs - one.updatedMs);
  return { headers, patients, places, error };
}

/** Of a part of a consultation: which. */
function consultationOf(record: ConsultationRecord): string | undefined {
  const isPart =
    record.kind === 'message' ||
    record.kind === 'attachment' ||
    record.kind === 'review' ||
    record.kind === 'comparison';
  return isPart ? record.meta.conversationId : undefined;
}
