/**
 * @file The vault: holds the root key while the page is unlocked.
 *
 * A profile begins with a device seal and opens by itself. With a passphrase it
 * opens by that or by the recovery code, until `lock` drops the key. Changing
 * the passphrase seals the root secret again; no record is touched.
 */
import * as v from 'valibot';
import { must } from '../base/assert.ts';
import { AssistantError, isKind } from '../base/errors.ts';
import type { ArchiveOpens } from './archive/archive-header.ts';
import { type Stretch, stretchHere } from './argon2.ts';
import { type Database, writing } from './database.ts';
import { SEALED_STORES } from './schema.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import {
  newPasskeySalt,
  openByPasskey,
  type PasskeyAnswer,
  passkeyName,
  type PasskeySeal,
  sealByPasskey,
} from './passkey-seal.ts';
import { randomSecret, RootKey } from './root-key.ts';
import {
  openByDevice,
  openByPassphrase,
  openByRecoveryCode,
  sealByDevice,
  sealByPassphrase,
  sealByRecoveryCode,
  VAULT_VERSION,
  type VaultRecord,
  vaultRecord,
} from './vault-record.ts';

const ROOT = 'root';
/** In `meta`: the key was destroyed on purpose, and what it sealed may still lie there. */
export const ERASED = 'erased';

type Secret = Uint8Array<ArrayBuffer>;

export class Vault {
  readonly #database: Database;
  readonly #stretch: Stretch;
  #record: VaultRecord;
  #root: RootKey | undefined;

  private constructor(database: Database, record: VaultRecord, stretch: Stretch) {
    this.#database = database;
    this.#record = record;
    this.#stretch = stretch;
  }

  /**
   * Opens the vault, locked when it has a passphrase; makes one in a profile that
   * has none.
   *
   * @throws AssistantError 'bad-data' when there are sealed records and their
   *   key is gone or cannot be read
   */
  static async open(
    database: Database,
    stretch: Stretch = stretchHere,
  ): Promise<Vault> {
    const kept: unknown = await database.get('vault', ROOT);
    const record = kept === undefined ? await makeVault(database) : kept;
    const vault = new Vault(database, read(record), stretch);
    await vault.#openByDevice();
    return vault;
  }

  /** @throws AssistantError 'aborted' while it is locked */
  get root(): RootKey {
    if (this.#root !== undefined) return this.#root;
    throw new AssistantError('aborted', 'The page is locked.', { by: 'page' });
  }

  get isLocked(): boolean {
    return this.#root === undefined;
  }

  /** True when there is a passphrase. */
  get isProtected(): boolean {
    return 'passphrase' in this.#record;
  }

  /** The seals that open an archive with this root; undefined without a passphrase. */
  get archiveOpens(): ArchiveOpens | undefined {
    if (!('passphrase' in this.#record)) return undefined;
    const { passphrase, recovery } = this.#record;
    return { passphrase, recovery };
  }

  /** Reads again what another tab changed. */
  async reread(): Promise<void> {
    this.#record = read(await this.#database.get('vault', ROOT));
    await this.#openByDevice();
  }

  /** Opens with the passphrase or the recovery code; false when it is neither. */
  async unlock(typed: string): Promise<boolean> {
    await this.reread();
    if (!this.isProtected) return true; // another tab removed the passphrase
    const secret = await this.#secretBy(typed);
    if (secret === undefined) return false;
    this.#root = await RootKey.from(secret);
    return true;
  }

  /** The passkeys that open it. */
  get passkeys(): readonly PasskeySeal[] {
    return 'passphrase' in this.#record ? (this.#record.passkeys ?? []) : [];
  }

  /** Opens with what the authenticator of a passkey answered; false when it is none of this profile. */
  async unlockByPasskey({ id, prf }: PasskeyAnswer): Promise<boolean> {
    await this.reread();
    if (!this.isProtected) return true;
    const passkey = this.#passkey(passkeyName(id));
    if (passkey === undefined) return false;
    const secret = await orWrong(openByPasskey(passkey, prf));
    if (secret === undefined) return false;
    this.#root = await RootKey.from(secret);
    return true;
  }

  /**
   * Another way to open it. False, and no passkey made, when `typed` is neither the
   * passphrase nor the recovery code.
   */
  async addPasskey(
    typed: string,
    name: string,
    make: (salt: ArrayBuffer) => Promise<PasskeyAnswer>,
  ): Promise<boolean> {
    await this.reread();
    const secret = await this.#secretBy(typed);
    if (secret === undefined) return false;
    try {
      const salt = newPasskeySalt();
      const answer = await make(salt);
      const of = { name, createdMs: Date.now(), salt };
      const passkey = await sealByPasskey(secret, answer, of);
      await this.#writePasskeys([...this.passkeys, passkey]);
    } finally {
      secret.fill(0);
    }
    return true;
  }

  /** @param name - `passkeyName` of its id */
  async removePasskey(name: string): Promise<void> {
    await this.reread();
    await this.#writePasskeys(
      this.passkeys.filter((passkey) => passkeyName(passkey.id) !== name),
    );
  }

  /** Drops the key. Without a passphrase there is nothing that could bring it back: does nothing. */
  lock(): void {
    if (this.isProtected) this.#root = undefined;
  }

  /** Drops the key for good: what it opens is erased. */
  forget(): void {
    this.#root = undefined;
  }

  /** Sets the first passphrase; gives the recovery code, which is kept nowhere. */
  async protect(passphrase: string): Promise<string> {
    await this.reread();
    const { device } = must(
      'device' in this.#record ? this.#record : undefined,
      'no passphrase yet',
    );
    const secret = await openByDevice(device);
    const code = newRecoveryCode();
    await this.#write({
      version: VAULT_VERSION,
      passphrase: await sealByPassphrase(secret, passphrase, this.#stretch),
      recovery: await sealByRecoveryCode(secret, code),
    });
    secret.fill(0);
    return code;
  }

  /** Another passphrase for the same root; the recovery code stays. False when `typed` is neither. */
  async changePassphrase(typed: string, passphrase: string): Promise<boolean> {
    await this.reread();
    const secret = await this.#secretBy(typed);
    const record = this.#record;
    if (secret === undefined || !('recovery' in record)) return false;
    await this.#write({
      ...record,
      passphrase: await sealByPassphrase(secret, passphrase, this.#stretch),
    });
    secret.fill(0);
    return true;
  }

  /** Back to the device seal; passphrase and recovery code open nothing any more. */
  async unprotect(typed: string): Promise<boolean> {
    await this.reread();
    const secret = await this.#secretBy(typed);
    if (secret === undefined) return false;
    await this.#write({ version: VAULT_VERSION, device: await sealByDevice(secret) });
    secret.fill(0);
    return true;
  }

  async #openByDevice(): Promise<void> {
    if (this.#root !== undefined || !('device' in this.#record)) return;
    this.#root = await RootKey.from(await openByDevice(this.#record.device));
  }

  /** The root secret, when `typed` is the recovery code or the passphrase. */
  async #secretBy(typed: string): Promise<Secret | undefined> {
    const record = this.#record;
    if (!('passphrase' in record)) return undefined;
    const { passphrase, recovery } = record;
    const byCode =
      readRecoveryCode(typed) === undefined
        ? undefined
        : await orWrong(openByRecoveryCode(recovery, typed));
    return byCode ?? orWrong(openByPassphrase(passphrase, typed, this.#stretch));
  }

  #passkey(name: string): PasskeySeal | undefined {
    return this.passkeys.find(({ id }) => passkeyName(id) === name);
  }

  async #writePasskeys(passkeys: readonly PasskeySeal[]): Promise<void> {
    if (!('passphrase' in this.#record)) return;
    await this.#write({ ...this.#record, passkeys: [...passkeys] });
  }

  async #write(record: VaultRecord): Promise<void> {
    await writing(this.#database, ['vault'], (transaction) =>
      transaction.objectStore('vault').put(record, ROOT),
    );
    this.#record = record;
  }
}

/** What does not open was the wrong word. */
async function orWrong(opening: Promise<Secret>): Promise<Secret | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isKind(error, 'bad-data')) return undefined;
    throw error;
  }
}

/**
 * The new vault, or the one that another tab made meanwhile. What an erasure of
 * everything that was cut off left behind goes before.
 */
async function makeVault(database: Database): Promise<unknown> {
  const secret = randomSecret();
  const device = await sealByDevice(secret);
  secret.fill(0);
  const made: VaultRecord = { version: VAULT_VERSION, device };
  return writing(database, ['vault', 'meta', ...SEALED_STORES], async (transaction) => {
    const vault = transaction.objectStore('vault');
    const others: unknown = await vault.get(ROOT);
    if (others !== undefined) return others;
    const meta = transaction.objectStore('meta');
    const isErased = (await meta.get(ERASED)) !== undefined;
    for (const store of SEALED_STORES) {
      if (isErased) await transaction.objectStore(store).clear();
      else if ((await transaction.objectStore(store).count()) > 0) throw lostKey();
    }
    await meta.delete(ERASED);
    await vault.put(made, ROOT);
    return made;
  });
}

function read(record: unknown): VaultRecord {
  const result = v.safeParse(vaultRecord, record);
  if (!result.success) throw lostKey();
  return result.output;
}

function lostKey(): AssistantError {
  return new AssistantError(
    'bad-data',
    'The key of your consultations is gone or damaged, so they cannot be read. Nothing was changed; restore the browser profile from a backup.',
    { path: 'vault/root' },
  );
}
