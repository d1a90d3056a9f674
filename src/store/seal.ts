/**
 * @file Sealing bytes, so that only the holder of a key reads them and a change
 * or a swap is noticed: AES-256-GCM.
 *
 *   sealed = nonce (12 random bytes) | ciphertext | tag (16)
 *
 * The place where the sealed bytes belong (store, consultation, key) goes in as
 * additional data. Bytes that were moved to another place do not open there.
 */
import { AssistantError } from '../base/errors.ts';

/** Where sealed bytes belong; the first names the store. */
export type Place = readonly [store: string, ...(string | number)[]];

const NONCE_BYTES = 12;

export async function seal(
  key: CryptoKey,
  place: Place,
  bytes: BufferSource,
): Promise<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const ciphertext = await crypto.subtle.encrypt(algorithm(nonce, place), key, bytes);
  const sealed = new Uint8Array(NONCE_BYTES + ciphertext.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(ciphertext), NONCE_BYTES);
  return sealed.buffer;
}

/** @throws AssistantError 'bad-data' when they were changed, moved, or sealed with another key */
export async function unseal(
  key: CryptoKey,
  place: Place,
  sealed: ArrayBuffer,
): Promise<ArrayBuffer> {
  const nonce = new Uint8Array(sealed.slice(0, NONCE_BYTES));
  try {
    return await crypto.subtle.decrypt(
      algorithm(nonce, place),
      key,
      sealed.slice(NONCE_BYTES),
    );
  } catch (cause) {
    throw new AssistantError(
      'bad-data',
      'A record was changed from outside or lies where it does not belong. It is left as it is; the others are not affected.',
      { path: place.join('/') },
      { cause },
    );
  }
}

export async function sealJson(
  key: CryptoKey,
  place: Place,
  value: unknown,
): Promise<ArrayBuffer> {
  return seal(key, place, new TextEncoder().encode(JSON.stringify(value)));
}

/** What `sealJson` was given, for a validator to look at. @throws as `unseal` */
export async function unsealJson(
  key: CryptoKey,
  place: Place,
  sealed: ArrayBuffer,
): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, place, sealed)));
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, place: Place): AesGcmParams {
  const additionalData = new TextEncoder().encode(
    JSON.stringify(['pulsemind', ...place]),
  );
  return { name: 'AES-GCM', iv: nonce, additionalData };
}
