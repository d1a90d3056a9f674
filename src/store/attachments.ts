/**
 * @file Encoded images on disk, once each, under their SHA-256.
 *
 * The same picture sent twice is kept once. It goes with the last turn that
 * shows it.
 */
import { type Database, type TurnTransaction } from './database.ts';
import { type AttachmentRecord, RECORD_VERSION, readRecords } from './records.ts';

/** An image to keep: encoded bytes, their hash and what they are. */
export interface KeptImage {
  /** SHA-256 (hex) of `bytes`. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

export class AttachmentStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The encoded image; undefined when it is gone or its record is damaged. */
  async read(sha256: string): Promise<Blob | undefined> {
    const kept = await this.#database.get('attachments', sha256);
    const record = readRecords('attachments', [kept]).records[0];
    return record === undefined
      ? undefined
      : new Blob([record.bytes], { type: record.mediaType });
  }
}

export function attachmentRecord(image: KeptImage): AttachmentRecord {
  const { sha256, mediaType, bytes } = image;
  return { version: RECORD_VERSION, sha256, mediaType, bytes };
}

/** Deletes those of `hashes` that no turn shows any more. */
export async function removeUnreferenced(
  transaction: TurnTransaction,
  hashes: readonly string[],
): Promise<void> {
  const shown = transaction.objectStore('messages').index('byAttachment');
  for (const sha256 of new Set(hashes)) {
    if ((await shown.count(sha256)) > 0) continue;
    await transaction.objectStore('attachments').delete(sha256);
  }
}
