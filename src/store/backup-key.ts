/**
 * @file What seals backups.
 *
 *   with a passphrase:     the root secret; an archive opens by whatever opened the
 *                          profile when it was made
 *   without a passphrase:  a secret of its own, made once: sealed by a passphrase
 *                          for backups alone, and under the root key, so that a
 *                          backup that is due asks for nothing
 *
 * An archive keeps the seals it was made with: a later change of the passphrase
 * does not reach it.
 */
import * as v from 'valibot';
import type { Stretch } from './argon2.ts';
import type { ArchiveOpens } from './archive/archive-header.ts';
import { type Database, writing } from './database.ts';
import { importBase, randomSecret } from './root-key.ts';
import { type Place, seal, unseal } from './seal.ts';
import { check } from './sealed-records.ts';
import { passphraseSeal, sealByPassphrase } from './vault-record.ts';
import type { Vault } from './vault.ts';

const KEY = 'backup';
const PLACE: Place = ['vault', KEY];

const backupSecret = v.object({
  version: v.literal(1),
  passphrase: passphraseSeal,
  /** The secret under the root key. */
  sealed: v.instance(ArrayBuffer),
});

/** Makes the keys of archives, and says what opens them. */
export interface BackupKey {
  readonly secret: CryptoKey;
  readonly opens: ArchiveOpens;
}

export class BackupKeys {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #stretch: Stretch;

  constructor(database: Database, vault: Vault, stretch: Stretch) {
    this.#database = database;
    this.#vault = vault;
    this.#stretch = stretch;
  }

  /**
   * Undefined when there is no passphrase, neither of the profile nor for backups.
   *
   * @throws AssistantError 'aborted' while the page is locked
   */
  async read(): Promise<BackupKey | undefined> {
    const { root, archiveOpens } = this.#vault;
    if (archiveOpens !== undefined) {
      return { secret: root.archives, opens: archiveOpens };
    }
    const kept: unknown = await this.#database.get('vault', KEY);
    if (kept === undefined) return undefined;
    const { passphrase, sealed } = check(backupSecret, kept);
    const secret = new Uint8Array(await unseal(root.own, PLACE, sealed));
    const key = await importBase(secret);
    secret.fill(0);
    return { secret: key, opens: { passphrase } };
  }

  /** A passphrase for the backups to come; those that were made keep theirs. */
  async set(typed: string): Promise<void> {
    const secret = randomSecret();
    const passphrase = await sealByPassphrase(secret, typed, this.#stretch);
    const sealed = await seal(this.#vault.root.own, PLACE, secret);
    secret.fill(0);
    await writing(this.#database, ['vault'], (transaction) =>
      transaction.objectStore('vault').put({ version: 1, passphrase, sealed }, KEY),
    );
  }
}
