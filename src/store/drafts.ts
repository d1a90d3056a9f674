/**
 * @file What was typed and not sent, sealed, one record for each consultation.
 *
 * A draft is written at most a second after it was typed, and stays until its
 * turn is sent or it is emptied.
 */
import type { IDBPObjectStore } from 'idb';
import { type Database, writing } from './database.ts';
import { RefusedRecords } from './refused-records.ts';
import type { AssistantSchema } from './schema.ts';
import {
  type KeptDraft,
  openDraft,
  type PlacedImages,
  sealDraft,
  type SealedDraft,
} from './sealed-drafts.ts';
import { openAll } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export class DraftStore {
  readonly #database: Database;
  readonly #vault: Vault;
  /** By draft id: the images as they were sealed last, so that typing does not seal them again. */
  readonly #images = new Map<string, PlacedImages>();
  /** Drafts newer than on disk. */
  readonly #refused = new RefusedRecords<SealedDraft>({
    put: (draft) => this.#change((drafts) => drafts.put(draft)),
    remove: (id) => this.#change((drafts) => drafts.delete(id)),
  });

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** When this throws, the draft is read as it is now, and `writeRefused` writes it. */
  async keep(draft: KeptDraft): Promise<void> {
    const { root } = this.#vault;
    const id = await root.draftId(draft.key);
    const sealed = await sealDraft(root.own, id, draft, this.#images.get(id));
    const { hashes, ...record } = sealed;
    this.#images.set(id, { hashes, sealedImages: record.sealedImages });
    await this.#refused.put(record);
  }

  /** Keeps a draft of a tab that may not write any more, beside that of the tab that does. */
  async keepAside(draft: KeptDraft): Promise<void> {
    const { own } = this.#vault.root;
    const { hashes: _hashes, ...record } = await sealDraft(
      own,
      crypto.randomUUID(),
      draft,
    );
    await writing(this.#database, ['drafts'], (transaction) =>
      transaction.objectStore('drafts').add(record),
    );
  }

  async remove(key: string): Promise<void> {
    const id = await this.#vault.root.draftId(key);
    this.#images.delete(id);
    await this.#refused.remove(id);
  }

  /** Writes the drafts that the disk did not take. */
  writeRefused(): Promise<void> {
    return this.#refused.writeAgain();
  }

  /** All that open; what does not is left. */
  async list(): Promise<readonly KeptDraft[]> {
    const { own } = this.#vault.root;
    const values = this.#refused.over(await this.#database.getAll('drafts'));
    const { records } = await openAll('drafts', values, (value) =>
      openDraft(own, value as SealedDraft),
    );
    return records;
  }

  /**
   * Gives the drafts that lie aside, or that earlier versions kept, their name. Where
   * there are two for one consultation both texts stay.
   */
  async rename(): Promise<void> {
    const { root } = this.#vault;
    for (const record of await this.#database.getAll('drafts')) {
      const { records } = await openAll('drafts', [record], () =>
        openDraft(root.own, record),
      );
      const [draft] = records;
      if (draft === undefined) continue;
      const id = await root.draftId(draft.key);
      if (id === record.id) continue;
      const other = await this.#database.get('drafts', id);
      const joined =
        other === undefined ? draft : join(await openDraft(root.own, other), draft);
      const { hashes: _hashes, ...sealed } = await sealDraft(root.own, id, joined);
      await writing(this.#database, ['drafts'], async (transaction) => {
        await transaction.objectStore('drafts').put(sealed);
        await transaction.objectStore('drafts').delete(record.id);
      });
    }
  }

  #change(
    work: (
      drafts: IDBPObjectStore<AssistantSchema, ['drafts'], 'drafts', 'readwrite'>,
    ) => Promise<unknown>,
  ): Promise<void> {
    return writing(this.#database, ['drafts'], async (transaction) => {
      await work(transaction.objectStore('drafts'));
    });
  }
}

function join(first: KeptDraft, second: KeptDraft): KeptDraft {
  const both = (...texts: (string | undefined)[]) =>
    [...new Set(texts.filter(Boolean))].join('\n\n');
  const hasQueued = first.queued !== undefined || second.queued !== undefined;
  return {
    ...first,
    ...second,
    text: both(first.text, second.text),
    ...(hasQueued && { queued: both(first.queued, second.queued) }),
    images: [...first.images, ...second.images],
  };
}
