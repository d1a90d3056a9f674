/**
 * @file Consultations in an open format: a zip of `case.json` and images, made as
 * it is read. Nothing in it is encrypted.
 */
import { makeZip } from 'client-zip';
import type { Comparison } from '../clinic/comparison.ts';
import type { Message } from '../clinic/conversation.ts';
import type { Review } from '../clinic/review.ts';
import { ProfileReader } from './backup-records.ts';
import { CASE_README, printCase } from './case-json.ts';
import type { Database } from './database.ts';
import type { Erasures } from './erasures.ts';
import { PatientStore } from './patients.ts';
import type { ConversationHeader } from './records.ts';
import type { Vault } from './vault.ts';

interface ExportParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly erasures: Erasures;
}

export interface ExportRequest {
  /** The version of the application. */
  readonly app: string;
  readonly madeMs: number;
  /** Some consultations; all of them when absent. */
  readonly conversationIds?: readonly string[];
  readonly onProgress?: (doneConsultations: number, ofConsultations: number) => void;
  readonly signal?: AbortSignal;
}

interface ZipFile {
  readonly name: string;
  readonly input: string | Uint8Array<ArrayBuffer>;
  readonly lastModified: Date;
}

export class OpenExport {
  readonly #parts: ExportParts;

  constructor(parts: ExportParts) {
    this.#parts = parts;
  }

  /** The zip; reading it makes it. It fails when the page is locked meanwhile. */
  zip(request: ExportRequest): ReadableStream<Uint8Array> {
    return makeZip(this.#files(request));
  }

  async *#files(request: ExportRequest): AsyncGenerator<ZipFile, void, undefined> {
    const { database, vault } = this.#parts;
    const { madeMs, conversationIds, onProgress, signal } = request;
    const ids = conversationIds ?? (await database.getAllKeys('conversations'));
    const patients = await new PatientStore(database, vault).list();
    const byId = new Map(patients.records.map((patient) => [patient.id, patient]));
    const lastModified = new Date(madeMs);
    yield { name: 'README.txt', input: CASE_README, lastModified };
    for (const [at, id] of ids.entries()) {
      signal?.throwIfAborted();
      yield* this.#case(id, byId, request);
      onProgress?.(at + 1, ids.length);
    }
  }

  /** The images as they are read, then what is said of them. */
  async *#case(
    id: string,
    patients: ReadonlyMap<string, Parameters<typeof printCase>[0]['patient'] & object>,
    request: ExportRequest,
  ): AsyncGenerator<ZipFile, void, undefined> {
    let header: ConversationHeader | undefined;
    let folder = '';
    const messages: Message[] = [];
    const reviews: Review[] = [];
    const comparisons: Comparison[] = [];
    const imagePaths = new Map<string, string>();
    for await (const record of new ProfileReader(this.#parts).consultation(id)) {
      switch (record.kind) {
        case 'conversation':
          header = record.meta;
          folder = folderOf(header);
          break;
        case 'message':
          messages.push(record.meta);
          break;
        case 'review':
          reviews.push(withoutPlace(record.meta));
          break;
        case 'comparison':
          comparisons.push(withoutPlace(record.meta));
          break;
        case 'attachment': {
          const { sha256, mediaType } = record.meta;
          const path = `images/${sha256}.${extensionOf(mediaType)}`;
          imagePaths.set(sha256, path);
          yield {
            name: `${folder}/${path}`,
            input: record.bytes ?? new Uint8Array(),
            lastModified: new Date(header?.updatedMs ?? request.madeMs),
          };
          break;
        }
        case 'settings':
        case 'patient':
        case 'erasure':
        case 'audit-entry':
          break; // of no consultation
      }
    }
    if (header === undefined) return; // erased meanwhile, or it does not open
    const { patientId, updatedMs } = header;
    const patient = patientId === undefined ? undefined : patients.get(patientId);
    const conversation = { ...header, messages };
    const exported = { conversation, patient, reviews, comparisons, imagePaths };
    yield {
      name: `${folder}/case.json`,
      input: printCase(exported, request),
      lastModified: new Date(updatedMs),
    };
  }
}

/** Nothing a person wrote stands in a path. */
function folderOf({ id, createdMs }: ConversationHeader): string {
  const day = new Date(createdMs).toISOString().slice(0, 10);
  return `cases/${day}-${id.replaceAll(/[^\w-]/g, '_')}`;
}

function extensionOf(mediaType: string): string {
  const known = /^image\/(png|jpeg|webp|gif|avif|bmp)$/.exec(mediaType)?.[1];
  return known === 'jpeg' ? 'jpg' : (known ?? 'bin');
}

function withoutPlace<T extends { readonly conversationId: string }>(
  meta: T,
): Omit<T, 'conversationId'> {
  const { conversationId: _of, ...rest } = meta;
  return rest;
}
