/**
 * @file What an archive of a profile holds: read once from end to end, which
 * proves it whole. Turns and images stay in the file; kept is where they lie.
 */
import type { Patient } from '../clinic/patient.ts';
import { never } from '../base/assert.ts';
import { archiveError } from './archive/archive-faults.ts';
import { checkRecord } from './archive/archive-records.ts';
import {
  CONSULTATION_RECORDS,
  type ConsultationRecord,
} from './archive/consultation-records.ts';
import type { OpenArchive, RecordPlace } from './archive/read-archive.ts';
import type { Certificate } from './sealed-erasure.ts';
import type { ArchivedConsultation, ArchivedImageFile } from './merge-consultation.ts';
import type { ConversationHeader } from './records.ts';

interface Places {
  readonly header: ConversationHeader;
  readonly parts: readonly RecordPlace[];
}

export interface ArchiveContents {
  readonly consultations: ReadonlyMap<string, Places>;
  readonly patients: readonly Patient[];
  readonly certificates: readonly Certificate[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly turns: number;
  readonly images: number;
}

/**
 * Reads all of an archive and looks at every record.
 *
 * @param onProgress - told how many bytes were read
 * @throws AssistantError 'bad-data' for any fault of it
 */
export async function readContents(
  archive: OpenArchive,
  onProgress: (doneBytes: number) => void,
  signal?: AbortSignal,
): Promise<ArchiveContents> {
  const gathered = new Gathered();
  for await (const placed of archive.records(signal)) {
    gathered.add(checkRecord(CONSULTATION_RECORDS, placed), placed.place);
    onProgress(placed.place.at);
  }
  return gathered.contents();
}

class Gathered {
  readonly #headers = new Map<string, ConversationHeader>();
  readonly #parts = new Map<string, RecordPlace[]>();
  readonly #turnIds = new Set<string>();
  readonly #patients = new Map<string, Patient>();
  readonly #certificates: Certificate[] = [];
  #settings: Readonly<Record<string, unknown>> = {};
  #images = 0;

  add(record: ConsultationRecord, place: RecordPlace): void {
    switch (record.kind) {
      case 'settings':
        this.#settings = record.meta;
        return;
      case 'patient':
        return void this.#patients.set(record.meta.id, record.meta);
      case 'erasure':
        return void this.#certificates.push(record.meta);
      case 'audit-entry':
        return; // the record of use of another profile, to be read, not to be gone on with
      case 'conversation':
        if (this.#headers.has(record.meta.id)) throw archiveError('mismatch');
        return void this.#headers.set(record.meta.id, record.meta);
      case 'message':
        if (this.#turnIds.has(record.meta.id)) throw archiveError('mismatch');
        this.#turnIds.add(record.meta.id);
        return this.#addPart(record.meta.conversationId, place);
      case 'attachment':
        if (record.bytes === undefined) throw archiveError('mismatch');
        this.#images += 1;
        return this.#addPart(record.meta.conversationId, place);
      case 'review':
      case 'comparison':
        return this.#addPart(record.meta.conversationId, place);
      default:
        return never(record);
    }
  }

  contents(): ArchiveContents {
    const consultations = new Map<string, Places>();
    for (const [id, header] of this.#headers) {
      consultations.set(id, { header, parts: this.#parts.get(id) ?? [] });
      this.#parts.delete(id);
    }
    if (this.#parts.size > 0) throw archiveError('mismatch'); // parts of no consultation
    return {
      consultations,
      patients: [...this.#patients.values()],
      certificates: this.#certificates,
      settings: this.#settings,
      turns: this.#turnIds.size,
      images: this.#images,
    };
  }

  #addPart(conversationId: string, place: RecordPlace): void {
    const known = this.#parts.get(conversationId);
    if (known === undefined) this.#parts.set(conversationId, [place]);
    else known.push(place);
  }
}

/** A consultation read again from its places; the bytes of its images when asked for. */
export async function readConsultation(
  archive: OpenArchive,
  { header, parts }: Places,
): Promise<ArchivedConsultation> {
  const messages: ArchivedConsultation['messages'][number][] = [];
  const images: ArchivedImageFile[] = [];
  const reviews: ArchivedConsultation['reviews'][number][] = [];
  const comparisons: ArchivedConsultation['comparisons'][number][] = [];
  for (const place of parts) {
    const record = checkRecord(CONSULTATION_RECORDS, await archive.recordAt(place));
    if (record.kind === 'message') messages.push(withoutId(record.meta));
    if (record.kind === 'review') reviews.push(withoutId(record.meta));
    if (record.kind === 'comparison') comparisons.push(withoutId(record.meta));
    if (record.kind === 'attachment') {
      const { sha256, mediaType } = record.meta;
      images.push({ sha256, mediaType, bytes: () => bytesAt(archive, place) });
    }
  }
  return { header, messages, images, reviews, comparisons };
}

/** What it is in the profile: there its place says which consultation it is of. */
function withoutId<T extends { readonly conversationId: string }>(
  meta: T,
): Omit<T, 'conversationId'> {
  const { conversationId: _of, ...rest } = meta;
  return rest;
}

async function bytesAt(
  archive: OpenArchive,
  place: RecordPlace,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes } = await archive.recordAt(place);
  if (bytes === undefined) throw archiveError('mismatch');
  return bytes;
}
