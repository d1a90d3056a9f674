/**
 * @file Erasing: the keys go first, then what they opened, and a certificate stays.
 *
 * The first transaction removes the wrapped keys of consultations; from then on
 * nobody reads them. Clearing the records away comes after, and a crash between
 * the two is made good at the next start.
 */
import { type Database, writing } from './database.ts';
import { messagesOf } from './keep-turn.ts';
import {
  type Certificate,
  openErasure,
  type SealedErasure,
  sealErasure,
} from './sealed-erasure.ts';
import { openAll } from './sealed-records.ts';
import type { Vault } from './vault.ts';

/** Records of a consultation beside its header, by the index that finds them. */
const CLEARED = ['attachments', 'reviews', 'comparisons', 'searchTexts'] as const;

export class Erasures {
  readonly #database: Database;
  readonly #vault: Vault;
  /** Removes a consultation from older copies of the database. */
  readonly #eraseElsewhere: (conversationIds: readonly string[]) => Promise<void>;

  constructor(
    database: Database,
    vault: Vault,
    eraseElsewhere: (conversationIds: readonly string[]) => Promise<void>,
  ) {
    this.#database = database;
    this.#vault = vault;
    this.#eraseElsewhere = eraseElsewhere;
  }

  eraseConversation(conversationId: string): Promise<Certificate> {
    return this.#erase({ what: 'consultation', conversationIds: [conversationId] });
  }

  /** Erases a patient and all of their consultations. */
  async erasePatient(patientId: string): Promise<Certificate> {
    const conversationIds = await this.#database.getAllKeysFromIndex(
      'conversations',
      'byPatient',
      patientId,
    );
    return this.#erase({ what: 'patient', patientId, conversationIds });
  }

  /** Clears away what an erasure that was cut off left behind. */
  async finish(): Promise<void> {
    for (const erasure of await this.#database.getAll('erasures')) {
      if (erasure.toClear.length > 0) await this.#clear(erasure);
    }
  }

  /** What was erased on this device, oldest first. */
  async certificates(): Promise<readonly Certificate[]> {
    const { own } = this.#vault.root;
    const values = await this.#database.getAll('erasures');
    const { records } = await openAll('erasures', values, (value) =>
      openErasure(own, value as SealedErasure),
    );
    return records.toSorted((a, b) => a.timeMs - b.timeMs);
  }

  /** Adds certificates of another profile; what they name is not touched. */
  async keep(certificates: readonly Certificate[]): Promise<void> {
    const kept = new Set(await this.#database.getAllKeys('erasures'));
    const missing = certificates.filter((made) => !kept.has(made.id));
    if (missing.length === 0) return;
    const { root } = this.#vault;
    const sealed = await Promise.all(missing.map((made) => sealErasure(root, made)));
    await writing(this.#database, ['erasures'], async (transaction) => {
      const erasures = transaction.objectStore('erasures');
      for (const erasure of sealed) await erasures.put({ ...erasure, toClear: [] });
    });
  }

  async #erase(
    what: Pick<Certificate, 'what' | 'conversationIds' | 'patientId'>,
  ): Promise<Certificate> {
    const { root } = this.#vault;
    const made: Certificate = {
      id: crypto.randomUUID(),
      timeMs: Date.now(),
      ...what,
      ...(await this.#counts(what.conversationIds)),
    };
    const erasure = await sealErasure(root, made);
    const draftIds = await Promise.all(
      what.conversationIds.map((key) => root.draftId(key)),
    );
    await this.#eraseElsewhere(what.conversationIds);
    await this.#destroyKeys(erasure, draftIds, what.patientId);
    await this.#clear(erasure);
    return made;
  }

  async #destroyKeys(
    erasure: SealedErasure,
    draftIds: readonly string[],
    patientId: string | undefined,
  ): Promise<void> {
    const stores = ['conversations', 'patients', 'drafts', 'erasures'] as const;
    await writing(this.#database, stores, async (transaction) => {
      const headers = transaction.objectStore('conversations');
      for (const conversationId of erasure.toClear) {
        await headers.delete(conversationId);
      }
      for (const draftId of draftIds) {
        await transaction.objectStore('drafts').delete(draftId);
      }
      if (patientId !== undefined) {
        await transaction.objectStore('patients').delete(patientId);
      }
      await transaction.objectStore('erasures').put(erasure);
    });
  }

  async #clear(erasure: SealedErasure): Promise<void> {
    const stores = ['messages', ...CLEARED, 'erasures'] as const;
    await writing(this.#database, stores, async (transaction) => {
      for (const conversationId of erasure.toClear) {
        const messages = transaction.objectStore('messages');
        const turns = messages.index('byConversation');
        for (const key of await turns.getAllKeys(messagesOf(conversationId))) {
          await messages.delete(key);
        }
        for (const store of CLEARED) {
          const records = transaction.objectStore(store);
          const keys = await records.index('byConversation').getAllKeys(conversationId);
          for (const key of keys) await records.delete(key);
        }
      }
      await transaction.objectStore('erasures').put({ ...erasure, toClear: [] });
    });
  }

  async #counts(
    conversationIds: readonly string[],
  ): Promise<Pick<Certificate, 'turns' | 'images'>> {
    let [turns, images] = [0, 0];
    for (const conversationId of conversationIds) {
      const range = messagesOf(conversationId);
      turns += await this.#database.countFromIndex('messages', 'byConversation', range);
      images += await this.#database.countFromIndex(
        'attachments',
        'byConversation',
        conversationId,
      );
    }
    return { turns, images };
  }
}
