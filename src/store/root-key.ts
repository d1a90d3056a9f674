/**
 * @file The root key of a profile, and the key of each consultation under it.
 *
 *   root secret (32 bytes) ─HKDF─┬─ wraps the keys of consultations and patients
 *                                ├─ names images (HMAC)
 *                                ├─ seals what is of no consultation yet: drafts
 *                                └─ makes the key of each archive
 *   key of a consultation ── seals its title, turns and images
 *
 * Who destroys the wrapped key of a consultation has destroyed all of it.
 */
import { toHex } from '../base/bytes.ts';
import { type Place, seal, unseal } from './seal.ts';

export const SECRET_BYTES = 32;

/** What has a key of its own, which can be destroyed. */
type KeyOf = 'conversation' | 'patient';

/** A new key, and the form in which it is kept. */
export interface WrappedKey {
  readonly key: CryptoKey;
  readonly wrapped: ArrayBuffer;
}

export class RootKey {
  /** Seals what belongs to no consultation. */
  readonly own: CryptoKey;
  /** The root secret as a key for HKDF, of which the keys of archives are made. */
  readonly archives: CryptoKey;
  readonly #wrapping: CryptoKey;
  readonly #naming: CryptoKey;

  private constructor(
    root: CryptoKey,
    wrapping: CryptoKey,
    naming: CryptoKey,
    own: CryptoKey,
  ) {
    this.archives = root;
    this.own = own;
    this.#wrapping = wrapping;
    this.#naming = naming;
  }

  /** Takes the secret over and wipes it; nothing gives it back. */
  static async from(secret: Uint8Array<ArrayBuffer>): Promise<RootKey> {
    const { subtle } = crypto;
    const root = await importBase(secret);
    secret.fill(0);
    const aes = { name: 'AES-GCM', length: 256 };
    const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    const [wrapping, naming, own] = await Promise.all([
      subtle.deriveKey(hkdf('wrapping'), root, aes, false, ['encrypt', 'decrypt']),
      subtle.deriveKey(hkdf('naming'), root, hmac, false, ['sign']),
      subtle.deriveKey(hkdf('own'), root, aes, false, ['encrypt', 'decrypt']),
    ]);
    return new RootKey(root, wrapping, naming, own);
  }

  /** A key for the consultation or the patient `id`. */
  async newKey(id: string, of: KeyOf = 'conversation'): Promise<WrappedKey> {
    const secret = randomSecret();
    const wrapped = await seal(this.#wrapping, placeOfKey(id, of), secret);
    return { key: await importKey(secret), wrapped };
  }

  /** @throws AssistantError 'bad-data' when it is the key of something else, or was changed */
  async unwrap(
    id: string,
    wrapped: ArrayBuffer,
    of: KeyOf = 'conversation',
  ): Promise<CryptoKey> {
    const place = placeOfKey(id, of);
    const secret = new Uint8Array(await unseal(this.#wrapping, place, wrapped));
    return importKey(secret);
  }

  /** The id of an image in a consultation; without the root key it says nothing of the image. */
  imageId(conversationId: string, sha256: string): Promise<string> {
    return this.#nameOf([conversationId, sha256]);
  }

  /** The id of the draft for a consultation. */
  draftId(key: string): Promise<string> {
    return this.#nameOf(['draft', key]);
  }

  async #nameOf(what: readonly string[]): Promise<string> {
    const name = new TextEncoder().encode(JSON.stringify(what));
    return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', this.#naming, name)));
  }
}

export function randomSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

async function importKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, uses);
  secret.fill(0);
  return key;
}

/** A secret as a key for HKDF. */
export function importBase(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const uses: KeyUsage[] = ['deriveKey', 'deriveBits'];
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, uses);
}

function placeOfKey(id: string, of: KeyOf): Place {
  return [`${of}-keys`, id];
}

function hkdf(purpose: string): HkdfParams {
  const info = new TextEncoder().encode(`pulsemind ${purpose}`);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
}
