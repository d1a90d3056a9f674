/**
 * @file Restoring an archive into a profile, empty or not.
 *
 * First all of the archive is read, and nothing is written: a file that is cut
 * short, damaged or of a newer version leaves the profile as it was. Then one
 * consultation after the other is merged, each in one transaction. Restoring again
 * ends what was cut off, and changes nothing of what is there already.
 *
 * What was erased here comes back only when the person says so. The record of use
 * goes on as it was; that of the archive stays in the archive.
 */
import type { Patient } from '../clinic/patient.ts';
import {
  type ArchiveContents,
  readConsultation,
  readContents,
} from './archive-contents.ts';
import { type OpenArchive, openArchive } from './archive/read-archive.ts';
import { type Stretch, stretchHere } from './argon2.ts';
import { type Database, writing } from './database.ts';
import type { Erasures } from './erasures.ts';
import { mergeConsultation } from './merge-consultation.ts';
import { openPatient, sealPatient } from './sealed-patients.ts';
import { openAll } from './sealed-records.ts';
import { SettingsStore } from './settings.ts';
import { TemplateStore } from './templates.ts';
import type { Vault } from './vault.ts';

interface RestoreParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly erasures: Erasures;
  readonly stretch?: Stretch;
}

/** What a person decides by. */
export interface ArchiveSummary {
  readonly madeMs: number;
  /** The version of the application that made it. */
  readonly app: string;
  readonly consultations: number;
  readonly turns: number;
  readonly images: number;
  readonly patients: number;
  /** Consultations that are not in this profile, those erased here not counted. */
  readonly newConsultations: number;
  /** Consultations that were erased here. */
  readonly erasedConsultations: number;
}

export interface RestoreOptions {
  /** Restores what was erased here, too. */
  readonly bringBackErased?: boolean;
  readonly signal?: AbortSignal;
}

export interface RestoreResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Erased here, and left so. */
  readonly leftErased: number;
  readonly turns: number;
  readonly images: number;
  readonly patients: number;
}

export type RestoreEvent =
  | {
      readonly kind: 'progress';
      readonly doneConsultations: number;
      readonly ofConsultations: number;
    }
  | { readonly kind: 'done'; readonly result: RestoreResult };

/** An archive that was read to its end. */
export interface RestorePlan {
  readonly summary: ArchiveSummary;
  /** @throws AssistantError 'not-writer', 'out-of-memory', 'aborted': what was merged so far stays */
  restore(options?: RestoreOptions): AsyncGenerator<RestoreEvent, void, undefined>;
}

export interface ReadProgress {
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
  readonly signal?: AbortSignal;
}

export class Restores {
  readonly #parts: RestoreParts;

  constructor(parts: RestoreParts) {
    this.#parts = parts;
  }

  /**
   * Reads all of an archive; writes nothing.
   *
   * @param typed - its passphrase or recovery code
   * @throws AssistantError 'bad-data' for any fault of the archive, 'bad-input'
   *   when `typed` opens it not
   */
  async read(
    file: Blob,
    typed: string,
    { onProgress = () => {}, signal }: ReadProgress = {},
  ): Promise<RestorePlan> {
    const { stretch = stretchHere } = this.#parts;
    const archive = await openArchive(file, typed, stretch);
    const told = (doneBytes: number) => onProgress(doneBytes, archive.sizeBytes);
    const contents = await readContents(archive, told, signal);
    const here = new Set(await this.#parts.database.getAllKeys('conversations'));
    const erased = await this.#erased(contents, here);
    const news = [...contents.consultations.keys()].filter((id) => !here.has(id));
    return {
      summary: {
        madeMs: archive.header.madeMs,
        app: archive.header.app,
        consultations: contents.consultations.size,
        turns: contents.turns,
        images: contents.images,
        patients: contents.patients.length,
        newConsultations: news.length - erased.size,
        erasedConsultations: erased.size,
      },
      restore: (options = {}) => this.#restore(archive, contents, erased, options),
    };
  }

  async *#restore(
    archive: OpenArchive,
    contents: ArchiveContents,
    erased: ReadonlySet<string>,
    { bringBackErased = false, signal }: RestoreOptions,
  ): AsyncGenerator<RestoreEvent, void, undefined> {
    const { database, vault, erasures } = this.#parts;
    const counts = { added: 0, changed: 0, same: 0, turns: 0, images: 0 };
    const leftOut = bringBackErased ? new Set<string>() : erased;
    await this.#keepSettings(contents);
    const patients = await this.#keepPatients(contents, bringBackErased);
    let done = 0;
    for (const [id, places] of contents.consultations) {
      signal?.throwIfAborted();
      if (!leftOut.has(id)) {
        const archived = await readConsultation(archive, places);
        const merged = await mergeConsultation(database, vault.root, archived);
        counts[merged.kind] += 1;
        counts.turns += merged.turns;
        counts.images += merged.images;
      }
      done += 1;
      const ofConsultations = contents.consultations.size;
      yield { kind: 'progress', doneConsultations: done, ofConsultations };
    }
    // Last: from then on they would keep out what this archive brings.
    await erasures.keep(contents.certificates);
    yield { kind: 'done', result: { ...counts, leftErased: leftOut.size, patients } };
  }

  /** Those that are not here because they were erased. */
  async #erased(
    { consultations }: ArchiveContents,
    here: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const certificates = await this.#parts.erasures.certificates();
    const ids = new Set(certificates.flatMap(({ conversationIds }) => conversationIds));
    const patients = new Set(certificates.map(({ patientId }) => patientId));
    const erased = [...consultations.values()].flatMap(({ header }) => {
      const { id, patientId } = header;
      const isErased =
        ids.has(id) || (patientId !== undefined && patients.has(patientId));
      return isErased && !here.has(id) ? [id] : [];
    });
    return new Set(erased);
  }

  /** Gives how many are new or newer. */
  async #keepPatients(
    { patients }: ArchiveContents,
    bringBackErased: boolean,
  ): Promise<number> {
    const { database, vault, erasures } = this.#parts;
    const values = await database.getAll('patients');
    const { records } = await openAll('patients', values, (value) =>
      openPatient(vault.root, value),
    );
    const known = new Map(records.map(({ id, updatedMs }) => [id, updatedMs]));
    const certificates = bringBackErased ? [] : await erasures.certificates();
    const erased = new Set(certificates.map(({ patientId }) => patientId));
    const news = patients.filter(
      ({ id, updatedMs }: Patient) =>
        updatedMs > (known.get(id) ?? -Infinity) && (known.has(id) || !erased.has(id)),
    );
    if (news.length === 0) return 0;
    const sealed = await Promise.all(
      news.map((patient) => sealPatient(vault.root, patient)),
    );
    await writing(database, ['patients'], async (transaction) => {
      const store = transaction.objectStore('patients');
      for (const patient of sealed) {
        const now = await store.get(patient.id);
        const isKnown = now !== undefined && known.has(patient.id);
        if (!isKnown || now.updatedMs < patient.updatedMs) await store.put(patient);
      }
    });
    return news.length;
  }

  /** What nobody chose here is as it was chosen there. */
  async #keepSettings({ settings }: ArchiveContents): Promise<void> {
    const { database, vault } = this.#parts;
    await new SettingsStore(database).adopt(settings);
    await new TemplateStore(database, vault).adopt(settings['templates']);
  }
}
