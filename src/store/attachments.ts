/**
 * @file Encoded images on disk, sealed, once for each consultation that shows them.
 *
 * An image goes with the last turn of its consultation that shows it.
 */
import { isKind } from '../base/errors.ts';
import { type Database, type TurnTransaction } from './database.ts';
import { openAttachment, openHeader } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export class AttachmentStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** The encoded image; undefined when it is gone or its record is damaged. */
  async read(conversationId: string, sha256: string): Promise<Blob | undefined> {
    const { root } = this.#vault;
    const imageId = await root.imageId(conversationId, sha256);
    const [header, image] = await Promise.all([
      this.#database.get('sealedConversations', conversationId),
      this.#database.get('sealedAttachments', imageId),
    ]);
    if (header === undefined || image === undefined) return undefined;
    try {
      const { keys } = await openHeader(root, header);
      return await openAttachment(keys, image);
    } catch (error) {
      if (isKind(error, 'bad-data')) return undefined;
      throw error;
    }
  }
}

/** Deletes those of `ids` that no turn shows any more. */
export async function removeUnreferenced(
  transaction: TurnTransaction,
  ids: readonly string[],
): Promise<void> {
  const shown = transaction.objectStore('sealedMessages').index('byAttachment');
  for (const id of new Set(ids)) {
    if ((await shown.count(id)) > 0) continue;
    await transaction.objectStore('sealedAttachments').delete(id);
  }
}
