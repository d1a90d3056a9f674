/**
 * @file Encoded images on disk, sealed, once for each consultation that shows them.
 *
 * Turns are never removed one by one, so an image stays as long as its consultation.
 */
import { isKind } from '../base/errors.ts';
import type { Database } from './database.ts';
import { openAttachment, openHeader } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export class AttachmentStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  count(): Promise<number> {
    return this.#database.count('attachments');
  }

  /** The encoded image; undefined when it is gone or its record is damaged. */
  async read(conversationId: string, sha256: string): Promise<Blob | undefined> {
    const { root } = this.#vault;
    const imageId = await root.imageId(conversationId, sha256);
    const [header, image] = await Promise.all([
      this.#database.get('conversations', conversationId),
      this.#database.get('attachments', imageId),
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
