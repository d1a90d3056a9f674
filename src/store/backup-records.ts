/**
 * @file A profile as the records of an archive, one after the other.
 *
 *   settings with a doctor's own templates, patients, then of each consultation: header, turns, images, reviews,
 *   comparisons; then certificates of what was erased, and the record of use
 *
 * A consultation is read in one transaction: header, turns, reviews and comparisons
 * are of one moment. Its images never change and are read one by one. Drafts are
 * left out, for nothing was sent yet, and so is what a search reads, which is made
 * of the turns. What does not open is left out and counted.
 */
import * as v from 'valibot';
import { isKind } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { OwnTemplate } from '../clinic/own-template.ts';
import type { ArchiveItem } from './archive/write-archive.ts';
import type { ConsultationRecord } from './archive/consultation-records.ts';
import type { CaseRecordKind } from './case-records.ts';
import { COMPARISONS } from './comparisons.ts';
import { openCaseRecord, type SealedCaseRecord } from './sealed-case-record.ts';
import type { Database } from './database.ts';
import type { Erasures } from './erasures.ts';
import { count, type ReadRecords, withParents } from './records.ts';
import { REVIEWS } from './reviews.ts';
import { readSealed } from './sealed-consultation.ts';
import { openEntry } from './sealed-audit.ts';
import { openPatient } from './sealed-patients.ts';
import {
  check,
  type ConversationKeys,
  openAll,
  openAttachment,
  openHeader,
  openMessage,
} from './sealed-records.ts';
import { CARRIED_SETTINGS, SettingsStore } from './settings.ts';
import { TemplateStore } from './templates.ts';
import type { Vault } from './vault.ts';

const STAGES = ['settings', 'patients', 'consultations', 'erasures', 'audit'] as const;

/** Where a backup goes on. Within a consultation there is no such place. */
export const backupCursor = v.object({
  stage: v.picklist(STAGES),
  /** Key of the last record that is written; null for none of this stage. */
  after: v.nullable(v.union([v.string(), v.number()])),
  /** How many records were left out so far because they do not open. */
  damaged: count,
});

export type BackupCursor = v.InferOutput<typeof backupCursor>;

export const FIRST_CURSOR: BackupCursor = {
  stage: 'settings',
  after: null,
  damaged: 0,
};

/** A record, and its key when a backup can go on after it. */
interface Step {
  readonly record: ConsultationRecord;
  readonly key?: string | number;
}

interface ProfileParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly erasures: Erasures;
}

/** Keys that are read at a time. */
const PAGE = 200;

export class ProfileReader {
  readonly #parts: ProfileParts;
  /** How many records were left out. */
  damaged = 0;

  constructor(parts: ProfileParts) {
    this.#parts = parts;
  }

  /** @throws AssistantError 'aborted' when the page is locked meanwhile */
  async *items(from: BackupCursor): AsyncGenerator<ArchiveItem, void, undefined> {
    this.damaged = from.damaged;
    for (const stage of STAGES.slice(STAGES.indexOf(from.stage))) {
      const after = stage === from.stage ? from.after : null;
      for await (const { record, key } of this.#steps(stage, after)) {
        const { damaged } = this;
        const cursor: BackupCursor | undefined =
          key === undefined ? undefined : { stage, after: key, damaged };
        yield { record, cursor };
      }
    }
  }

  #steps(stage: BackupCursor['stage'], after: BackupCursor['after']) {
    switch (stage) {
      case 'settings':
        return this.#settings(after);
      case 'patients':
        return this.#patients(after);
      case 'consultations':
        return this.#consultations(after);
      case 'erasures':
        return this.#erasures(after);
      case 'audit':
        return this.#audit(after);
    }
  }

  async *#settings(after: BackupCursor['after']): AsyncGenerator<Step> {
    if (after !== null) return;
    const { settings } = await new SettingsStore(this.#parts.database).read();
    const carried = CARRIED_SETTINGS.filter((key) => settings[key] !== undefined);
    const meta = Object.fromEntries(carried.map((key) => [key, settings[key]]));
    const templates = await this.#templates();
    const own = templates.length === 0 ? {} : { templates };
    yield { record: { kind: 'settings', meta: { ...meta, ...own } }, key: 'all' };
  }

  /** None when their record does not open, which is counted. */
  async #templates(): Promise<readonly OwnTemplate[]> {
    const { database, vault } = this.#parts;
    try {
      return await new TemplateStore(database, vault).read();
    } catch (error) {
      if (!isKind(error, 'bad-data')) throw error;
      this.damaged += 1;
      return [];
    }
  }

  async *#patients(after: BackupCursor['after']): AsyncGenerator<Step> {
    const { database, vault } = this.#parts;
    const read = (range: IDBKeyRange | null) =>
      database.getAll('patients', range, PAGE);
    for await (const value of paged(read, ({ id }) => id, after)) {
      const opened = await openAll('patients', [value], (patient) =>
        openPatient(vault.root, patient),
      );
      for (const meta of this.#readable(opened)) {
        yield { record: { kind: 'patient', meta }, key: meta.id };
      }
    }
  }

  async *#consultations(after: BackupCursor['after']): AsyncGenerator<Step> {
    const { database } = this.#parts;
    const read = (range: IDBKeyRange | null) =>
      database.getAllKeys('conversations', range, PAGE);
    for await (const id of paged(read, (key) => key, after)) {
      let before: ConsultationRecord | undefined;
      for await (const record of this.consultation(id)) {
        if (before !== undefined) yield { record: before };
        before = record;
      }
      if (before !== undefined) yield { record: before, key: id };
    }
  }

  /** Header, turns, images, reviews, comparisons; nothing when it is gone. */
  async *consultation(id: string): AsyncGenerator<ConsultationRecord, void, undefined> {
    const { database, vault } = this.#parts;
    const sealed = await readSealed(database, id);
    if (sealed.header === undefined) return; // erased meanwhile
    const { header, messages, reviews, comparisons, imageIds } = sealed;
    const [opened] = this.#readable(
      await openAll('conversations', [header], (value) =>
        openHeader(vault.root, value),
      ),
    );
    if (opened === undefined) return;
    const { keys } = opened;
    yield { kind: 'conversation', meta: opened.header };
    const conversationId = id;
    const turns = withParents(
      this.#readable(
        await openAll('messages', messages, (value) => openMessage(keys, value)),
      ),
    );
    for (const turn of turns) {
      yield { kind: 'message', meta: { ...turn, conversationId } };
    }

    const hashes = turns.flatMap(({ attachments }) => attachments);
    yield* this.#images(keys, imageIds, new Set(hashes.map(({ sha256 }) => sha256)));
    for (const review of await this.#opinions(keys, REVIEWS, reviews)) {
      yield { kind: 'review', meta: { ...review, conversationId } };
    }
    for (const comparison of await this.#opinions(keys, COMPARISONS, comparisons)) {
      yield { kind: 'comparison', meta: { ...comparison, conversationId } };
    }
  }

  async #opinions<T>(
    keys: ConversationKeys,
    { store, schema }: CaseRecordKind<T>,
    values: readonly SealedCaseRecord[],
  ): Promise<readonly T[]> {
    const opened = await openAll(store, values, async (value) =>
      check(schema, await openCaseRecord(keys, store, value)),
    );
    return this.#readable(opened);
  }

  /** @param hashes - of the images that turns name */
  async *#images(
    keys: ConversationKeys,
    imageIds: readonly string[],
    hashes: ReadonlySet<string>,
  ): AsyncGenerator<ConsultationRecord> {
    const { conversationId, root } = keys;
    const named = new Map<string, string>();
    for (const sha256 of hashes) {
      named.set(await root.imageId(conversationId, sha256), sha256);
    }
    for (const imageId of imageIds) {
      const kept = await this.#parts.database.get('attachments', imageId);
      if (kept === undefined) continue; // erased meanwhile, with its consultation
      const [image] = this.#readable(
        await openAll('attachments', [kept], (value) => openAttachment(keys, value)),
      );
      if (image === undefined) continue;
      const bytes = new Uint8Array(await image.arrayBuffer());
      const sha256 = named.get(imageId) ?? (await sha256Hex(bytes));
      const meta = { conversationId, sha256, mediaType: image.type };
      yield { kind: 'attachment', meta, bytes };
    }
  }

  async *#erasures(after: BackupCursor['after']): AsyncGenerator<Step> {
    const certificates = await this.#parts.erasures.certificates();
    const from = certificates.findIndex(({ id }) => id === after) + 1;
    for (const meta of certificates.slice(from)) {
      yield { record: { kind: 'erasure', meta }, key: meta.id };
    }
  }

  async *#audit(after: BackupCursor['after']): AsyncGenerator<Step> {
    const { database, vault } = this.#parts;
    const read = (range: IDBKeyRange | null) => database.getAll('audit', range, PAGE);
    for await (const sealed of paged(read, ({ seq }) => seq, after)) {
      const entry = await openEntry(vault.root.own, sealed);
      if (entry === undefined) this.damaged += 1;
      else {
        const meta = { seq: sealed.seq, ...entry };
        yield { record: { kind: 'audit-entry', meta }, key: sealed.seq };
      }
    }
  }

  /** The records that opened; counts the others. */
  #readable<T>({ records, damaged }: ReadRecords<T>): readonly T[] {
    this.damaged += damaged.length;
    return records;
  }
}

/** Everything after a key, a page at a time. */
async function* paged<T>(
  read: (range: IDBKeyRange | null) => Promise<readonly T[]>,
  keyOf: (value: T) => string | number,
  after: string | number | null,
): AsyncGenerator<T, void, undefined> {
  let last = after;
  for (;;) {
    const page = await read(last === null ? null : IDBKeyRange.lowerBound(last, true));
    yield* page;
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = keyOf(end);
  }
}
