/**
 * @file The root secret sealed under a passkey: its authenticator gives the same 32
 * bytes for the same salt, after it has seen its person, and to this site alone
 * (WebAuthn's PRF extension). Of these bytes the key is made; nothing of them is kept.
 *
 * @see https://www.w3.org/TR/webauthn-3/#prf-extension
 */
import * as v from 'valibot';
import { toHex } from '../base/bytes.ts';
import { time } from './records.ts';
import { type Place, seal, unseal } from './seal.ts';

const bytes = v.instance(ArrayBuffer);

export const passkeySeal = v.object({
  /** Of the credential, as the authenticator names it. */
  id: bytes,
  /** What the person calls it. */
  name: v.string(),
  createdMs: time,
  /** What the authenticator is asked about. */
  salt: bytes,
  sealedRoot: bytes,
});

export type PasskeySeal = v.InferOutput<typeof passkeySeal>;

/** What an authenticator answered. */
export interface PasskeyAnswer {
  readonly id: ArrayBuffer;
  /** 32 bytes that only this authenticator gives for the salt. */
  readonly prf: ArrayBuffer;
}

type Secret = Uint8Array<ArrayBuffer>;

export function newPasskeySalt(): ArrayBuffer {
  return crypto.getRandomValues(new Uint8Array(32)).buffer;
}

export async function sealByPasskey(
  secret: Secret,
  { id, prf }: PasskeyAnswer,
  of: Pick<PasskeySeal, 'name' | 'createdMs' | 'salt'>,
): Promise<PasskeySeal> {
  const key = await keyOf(prf, of.salt);
  return { ...of, id, sealedRoot: await seal(key, place(id), secret) };
}

/** @throws AssistantError 'bad-data' for another answer */
export async function openByPasskey(
  { id, salt, sealedRoot }: PasskeySeal,
  prf: ArrayBuffer,
): Promise<Secret> {
  return new Uint8Array(await unseal(await keyOf(prf, salt), place(id), sealedRoot));
}

/** The id as text, for the state and for comparing. */
export function passkeyName(id: ArrayBuffer): string {
  return toHex(new Uint8Array(id));
}

async function keyOf(prf: ArrayBuffer, salt: ArrayBuffer): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', prf, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('pulsemind passkey');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function place(id: ArrayBuffer): Place {
  return ['vault', 'passkey', passkeyName(id)];
}
