/**
 * @file The root secret as it lies on disk, sealed in one of two ways.
 *
 *   device:      under a key that the browser gives to no script
 *   passphrase:  under a key made of a passphrase, and once more under one made
 *                of the recovery code; the device key is gone then. Passkeys
 *                (`passkey-seal.ts`) may open it too
 *
 * A passphrase is right when its key opens the seal; nothing else of it is kept.
 */
import * as v from 'valibot';
import { ARGON2_COST, type Stretch } from './argon2.ts';
import { passkeySeal } from './passkey-seal.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { type Place, seal, unseal } from './seal.ts';

const bytes = v.instance(ArrayBuffer);

const deviceSeal = v.object({ key: v.instance(CryptoKey), sealedRoot: bytes });

export const passphraseSeal = v.object({
  cost: v.object({
    memoryKiB: v.pipe(v.number(), v.minValue(ARGON2_COST.memoryKiB)),
    passes: v.pipe(v.number(), v.minValue(ARGON2_COST.passes)),
  }),
  salt: bytes,
  sealedRoot: bytes,
});

const recoverySeal = v.object({ salt: bytes, sealedRoot: bytes });

export const VAULT_VERSION = 1;

export const vaultRecord = v.union([
  v.object({ version: v.literal(VAULT_VERSION), device: deviceSeal }),
  v.object({
    version: v.literal(VAULT_VERSION),
    passphrase: passphraseSeal,
    recovery: recoverySeal,
    passkeys: v.exactOptional(v.array(passkeySeal)),
  }),
]);

export type VaultRecord = v.InferOutput<typeof vaultRecord>;
export type DeviceSeal = v.InferOutput<typeof deviceSeal>;
export type PassphraseSeal = v.InferOutput<typeof passphraseSeal>;
export type RecoverySeal = v.InferOutput<typeof recoverySeal>;

type Secret = Uint8Array<ArrayBuffer>;

const AES = { name: 'AES-GCM', length: 256 };
const USES: KeyUsage[] = ['encrypt', 'decrypt'];

export async function sealByDevice(secret: Secret): Promise<DeviceSeal> {
  const key = await crypto.subtle.generateKey(AES, false, USES);
  return { key, sealedRoot: await seal(key, place('root'), secret) };
}

export async function openByDevice({ key, sealedRoot }: DeviceSeal): Promise<Secret> {
  return new Uint8Array(await unseal(key, place('root'), sealedRoot));
}

export async function sealByPassphrase(
  secret: Secret,
  passphrase: string,
  stretch: Stretch,
): Promise<PassphraseSeal> {
  const salt = newSalt();
  const stretched = await stretch({ passphrase, salt, cost: ARGON2_COST });
  const key = await importKey(stretched);
  const sealedRoot = await seal(key, place('passphrase'), secret);
  return { cost: ARGON2_COST, salt, sealedRoot };
}

/** @throws AssistantError 'bad-data' for another passphrase */
export async function openByPassphrase(
  { cost, salt, sealedRoot }: PassphraseSeal,
  passphrase: string,
  stretch: Stretch,
): Promise<Secret> {
  const key = await importKey(await stretch({ passphrase, salt, cost }));
  return new Uint8Array(await unseal(key, place('passphrase'), sealedRoot));
}

export async function sealByRecoveryCode(
  secret: Secret,
  code: string,
): Promise<RecoverySeal> {
  const salt = newSalt();
  const key = await recoveryKey(code, salt);
  return { salt, sealedRoot: await seal(key, place('recovery'), secret) };
}

/** @throws AssistantError 'bad-data' for another code */
export async function openByRecoveryCode(
  { salt, sealedRoot }: RecoverySeal,
  code: string,
): Promise<Secret> {
  const key = await recoveryKey(code, salt);
  return new Uint8Array(await unseal(key, place('recovery'), sealedRoot));
}

/** The code is random enough to be a key; it needs no stretching. */
async function recoveryKey(code: string, salt: ArrayBuffer): Promise<CryptoKey> {
  const letters = new TextEncoder().encode(readRecoveryCode(code) ?? code);
  const base = await crypto.subtle.importKey('raw', letters, 'HKDF', false, [
    'deriveKey',
  ]);
  const info = new TextEncoder().encode('pulsemind recovery');
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return crypto.subtle.deriveKey(hkdf, base, AES, false, USES);
}

async function importKey(secret: Secret): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, USES);
  secret.fill(0);
  return key;
}

function place(way: string): Place {
  return ['vault', way];
}

function newSalt(): ArrayBuffer {
  return crypto.getRandomValues(new Uint8Array(16)).buffer;
}
