/**
 * @file Where the root key lies between visits.
 *
 * The browser holds a device key that scripts can use and cannot read; the root
 * secret is kept sealed under it.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import { type Database, writing } from './database.ts';
import { SEALED_STORES } from './migrations.ts';
import { randomSecret, RootKey } from './root-key.ts';
import { type Place, seal, unseal } from './seal.ts';

const VAULT_VERSION = 1;
const ROOT = 'root';
const PLACE: Place = ['vault', ROOT];

const vaultRecord = v.object({
  version: v.literal(VAULT_VERSION),
  device: v.object({ key: v.instance(CryptoKey), sealedRoot: v.instance(ArrayBuffer) }),
});

export type VaultRecord = v.InferOutput<typeof vaultRecord>;

export class Vault {
  readonly root: RootKey;

  private constructor(root: RootKey) {
    this.root = root;
  }

  /**
   * Opens the vault, and makes one in a profile that has none.
   *
   * @throws AssistantError 'bad-data' when there are sealed records and their
   *   key is gone or cannot be read
   */
  static async open(database: Database): Promise<Vault> {
    const kept = await database.get('vault', ROOT);
    const record = kept === undefined ? await makeVault(database) : kept;
    const read = v.safeParse(vaultRecord, record);
    if (!read.success) throw lostKey();
    const { key, sealedRoot } = read.output.device;
    const secret = await unseal(key, PLACE, sealedRoot);
    return new Vault(await RootKey.from(new Uint8Array(secret)));
  }
}

/** The new vault, or the one that another tab made meanwhile. */
async function makeVault(database: Database): Promise<unknown> {
  const device = await crypto.subtle.generateKey(
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const secret = randomSecret();
  const sealedRoot = await seal(device, PLACE, secret);
  secret.fill(0);
  const made: VaultRecord = {
    version: VAULT_VERSION,
    device: { key: device, sealedRoot },
  };
  return writing(database, ['vault', ...SEALED_STORES], async (transaction) => {
    const vault = transaction.objectStore('vault');
    const others: unknown = await vault.get(ROOT);
    if (others !== undefined) return others;
    for (const store of SEALED_STORES) {
      if ((await transaction.objectStore(store).count()) > 0) throw lostKey();
    }
    await vault.put(made, ROOT);
    return made;
  });
}

function lostKey(): AssistantError {
  return new AssistantError(
    'bad-data',
    'The key of your consultations is gone or damaged, so they cannot be read. Nothing was changed; restore the browser profile from a backup.',
    { path: 'vault/root' },
  );
}
