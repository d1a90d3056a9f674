/**
 * @file Backing up: everything of a profile into one archive.
 *
 * The archive is written as it is read, so memory stays flat, and from any
 * checkpoint one can go on later: after a cancel, a lock, a crash. Who goes on
 * cuts the file to the checkpoint's `sizeBytes` first.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import { type Stretch, stretchHere } from './argon2.ts';
import {
  type ArchiveCheckpoint,
  type ArchiveItem,
  type ArchiveSink,
  beginArchive,
  writeArchive,
} from './archive/write-archive.ts';
import { type BackupKey, BackupKeys } from './backup-key.ts';
import { backupCursor, FIRST_CURSOR, ProfileReader } from './backup-records.ts';
import type { Database } from './database.ts';
import type { Erasures } from './erasures.ts';
import type { Vault } from './vault.ts';

interface BackupParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly erasures: Erasures;
  readonly stretch?: Stretch;
}

export interface BackupCounts {
  readonly consultations: number;
  readonly turns: number;
  readonly images: number;
  readonly patients: number;
  /** Records that do not open, and are not in the archive. */
  readonly damaged: number;
  readonly sizeBytes: number;
}

export type BackupEvent =
  | {
      readonly kind: 'progress';
      readonly counts: BackupCounts;
      /** In the profile when the writing began. */
      readonly ofConsultations: number;
      /** Where to go on, when it is a place where one can. */
      readonly checkpoint?: ArchiveCheckpoint;
    }
  /** The file is whole. */
  | { readonly kind: 'done'; readonly counts: BackupCounts };

export interface BackupRequest {
  readonly from: ArchiveCheckpoint;
  readonly sink: ArchiveSink;
  readonly signal?: AbortSignal;
}

export class Backups {
  readonly #parts: BackupParts;
  readonly #keys: BackupKeys;

  constructor(parts: BackupParts) {
    this.#parts = parts;
    const { database, vault, stretch = stretchHere } = parts;
    this.#keys = new BackupKeys(database, vault, stretch);
  }

  /** False when a passphrase for backups has to be set first. */
  async hasKey(): Promise<boolean> {
    return (await this.#keys.read()) !== undefined;
  }

  /** Sets what opens the backups to come, in a profile without a passphrase. */
  setPassphrase(typed: string): Promise<void> {
    return this.#keys.set(typed);
  }

  /**
   * The checkpoint before the first byte.
   *
   * @param app - the version of the application
   * @throws AssistantError 'bad-input' when there is no passphrase
   */
  async begin(app: string, madeMs: number): Promise<ArchiveCheckpoint> {
    return beginArchive({ ...(await this.#key()), app, madeMs }, FIRST_CURSOR);
  }

  /**
   * Writes the records after a checkpoint, and the end.
   *
   * @throws AssistantError 'aborted' when the page is locked meanwhile, 'bad-data'
   *   when the checkpoint is of an archive that was begun under another key;
   *   whatever the sink throws
   */
  async *write(request: BackupRequest): AsyncGenerator<BackupEvent, void, undefined> {
    const { from } = request;
    const { secret } = await this.#key();
    const ofConsultations = await this.#parts.database.count('conversations');
    const reader = new ProfileReader(this.#parts);
    const kinds = new Map(from.chain.counts);
    const counts = (sizeBytes: number): BackupCounts => ({
      consultations: kinds.get('conversation') ?? 0,
      turns: kinds.get('message') ?? 0,
      images: kinds.get('attachment') ?? 0,
      patients: kinds.get('patient') ?? 0,
      damaged: reader.damaged,
      sizeBytes,
    });
    const items = counting(reader.items(v.parse(backupCursor, from.cursor)), kinds);
    for await (const event of writeArchive({ ...request, secret, items })) {
      if (event.kind === 'done') {
        yield { kind: 'done', counts: counts(event.sizeBytes) };
      } else {
        const { checkpoint } = event;
        yield {
          kind: 'progress',
          counts: counts(checkpoint.sizeBytes),
          ofConsultations,
          ...(checkpoint.cursor !== undefined && { checkpoint }),
        };
      }
    }
  }

  async #key(): Promise<BackupKey> {
    const key = await this.#keys.read();
    if (key !== undefined) return key;
    throw new AssistantError(
      'bad-input',
      'There is no passphrase for backups yet. Set one, then back up.',
      { what: 'passphrase' },
    );
  }
}

/** Counts the records of each kind as they pass. */
async function* counting(
  items: AsyncGenerator<ArchiveItem, void, undefined>,
  kinds: Map<string, number>,
): AsyncGenerator<ArchiveItem, void, undefined> {
  for await (const item of items) {
    const { kind } = item.record;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    yield item;
  }
}
