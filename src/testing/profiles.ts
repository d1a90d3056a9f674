/** @file Profiles for tests of backups: filled, read as a whole, and byte for byte. */
import { must } from '../base/assert.ts';
import { concatBytes, toHex } from '../base/bytes.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { Message } from '../clinic/conversation.ts';
import { AttachmentStore } from '../store/attachments.ts';
import { type BackupEvent, Backups } from '../store/backup.ts';
import type { ArchiveCheckpoint } from '../store/archive/write-archive.ts';
import { CaseRecords } from '../store/case-records.ts';
import { COMPARISONS } from '../store/comparisons.ts';
import { ConversationStore } from '../store/conversations.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { Erasures } from '../store/erasures.ts';
import { PatientStore } from '../store/patients.ts';
import {
  type RestoreOptions,
  type RestorePlan,
  type RestoreResult,
  Restores,
} from '../store/restore.ts';
import { REVIEWS } from '../store/reviews.ts';
import type { KeptImage } from '../store/sealed-records.ts';
import { SettingsStore } from '../store/settings.ts';
import { Vault } from '../store/vault.ts';
import { quickStretch } from './quick-stretch.ts';
import { turn } from './turns.ts';

export const PASSPHRASE = 'correct horse';

let names = 0;

export class TestProfile {
  readonly database: Database;
  readonly vault: Vault;
  readonly conversations: ConversationStore;
  readonly attachments: AttachmentStore;
  readonly patients: PatientStore;
  readonly erasures: Erasures;
  readonly settings: SettingsStore;
  readonly reviews;
  readonly comparisons;
  readonly backups: Backups;
  readonly restores: Restores;

  private constructor(database: Database, vault: Vault) {
    this.database = database;
    this.vault = vault;
    this.conversations = new ConversationStore(database, vault);
    this.attachments = new AttachmentStore(database, vault);
    this.patients = new PatientStore(database, vault);
    this.erasures = new Erasures(database, vault, async () => {});
    this.settings = new SettingsStore(database);
    this.reviews = new CaseRecords(database, vault, REVIEWS);
    this.comparisons = new CaseRecords(database, vault, COMPARISONS);
    const parts = { database, vault, erasures: this.erasures, stretch: quickStretch };
    this.backups = new Backups(parts);
    this.restores = new Restores(parts);
  }

  /** An empty one; protected by `PASSPHRASE` unless told otherwise. */
  static async create(isProtected = true): Promise<TestProfile> {
    const database = await openDatabase({ name: `profile-${++names}` });
    const vault = await Vault.open(database, quickStretch);
    if (isProtected) await vault.protect(PASSPHRASE);
    return new TestProfile(database, vault);
  }

  /** Keeps one turn at the time `message.createdMs`, as a person would. */
  async keep(
    conversationId: string,
    message: Message,
    images: readonly KeptImage[] = [],
  ): Promise<void> {
    const nowMs = message.createdMs;
    const title = `Title of ${conversationId}`;
    await this.conversations.keepTurn(
      turn({ conversationId, title, messages: [message], images, nowMs }),
    );
  }

  /** Everything in it, opened. */
  async contents() {
    const { records: headers, damaged } = await this.conversations.list();
    const consultations = [];
    for (const { id } of headers) {
      const opened = must(await this.conversations.open(id), 'it is listed');
      const { conversation } = opened;
      consultations.push({
        conversation,
        damaged: opened.damaged.length,
        images: await this.#imagesOf(id, conversation.messages),
        reviews: byId((await this.reviews.of(id)).records),
        comparisons: byId((await this.comparisons.of(id)).records),
      });
    }
    return {
      consultations: consultations.toSorted((a, b) =>
        a.conversation.id < b.conversation.id ? -1 : 1,
      ),
      patients: byId((await this.patients.list()).records),
      certificates: await this.erasures.certificates(),
      settings: (await this.settings.read()).settings,
      damaged: damaged.length,
    };
  }

  /** Every record as it lies on disk. */
  async bytes(): Promise<string> {
    const stores: Record<string, unknown> = {};
    for (const store of this.database.objectStoreNames) {
      stores[store] = [
        await this.database.getAllKeys(store),
        await this.database.getAll(store),
      ];
    }
    return JSON.stringify(stores, (_key, value: unknown) =>
      value instanceof ArrayBuffer ? toHex(new Uint8Array(value)) : value,
    );
  }

  /** A whole archive. */
  async archive(): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes } = await this.archiveFrom(await this.backups.begin('0.1.0', 7));
    return bytes;
  }

  /** What is written after a checkpoint, and what was told meanwhile. */
  async archiveFrom(from: ArchiveCheckpoint) {
    const parts: Uint8Array[] = [];
    const events: BackupEvent[] = [];
    const sink = {
      write: async (bytes: Uint8Array) => void parts.push(bytes.slice()),
    };
    for await (const event of this.backups.write({ from, sink })) events.push(event);
    return { bytes: new Uint8Array(concatBytes(parts)), events };
  }

  read(archive: Uint8Array<ArrayBuffer>, typed = PASSPHRASE): Promise<RestorePlan> {
    return this.restores.read(new Blob([archive]), typed);
  }

  async restore(
    archive: Uint8Array<ArrayBuffer>,
    options?: RestoreOptions,
  ): Promise<RestoreResult> {
    const plan = await this.read(archive);
    for await (const event of plan.restore(options)) {
      if (event.kind === 'done') return event.result;
    }
    throw new Error('a restore ends with its result');
  }

  close(): void {
    this.database.close();
  }

  async #imagesOf(id: string, messages: readonly Message[]) {
    const hashes = new Set(messages.flatMap((message) => message.attachments));
    const images: Record<string, string> = {};
    for (const { sha256 } of hashes) {
      const blob = must(await this.attachments.read(id, sha256), 'a turn names it');
      const bytes = new Uint8Array(await blob.arrayBuffer());
      images[sha256] = `${blob.type} ${await sha256Hex(bytes)}`;
    }
    return images;
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
