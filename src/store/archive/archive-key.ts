/** @file From a typed passphrase or recovery code to the key of an archive. */
import { areSameBytes } from '../../base/bytes.ts';
import { isKind } from '../../base/errors.ts';
import type { Stretch } from '../argon2.ts';
import { readRecoveryCode } from '../recovery-code.ts';
import { importBase } from '../root-key.ts';
import { openByPassphrase, openByRecoveryCode } from '../vault-record.ts';
import { archiveError, wrongPassphrase } from './archive-faults.ts';
import {
  type ArchiveHeader,
  type ArchiveOpens,
  printHeader,
} from './archive-header.ts';
import { ARCHIVE_VERSION } from './archive-format.ts';

export type Secret = Uint8Array<ArrayBuffer>;

/** S, or a key for HKDF made of it that gives it back to nobody. */
export type SecretKey = Secret | CryptoKey;

export interface NewArchive {
  /** S: seals every archive of a profile. */
  readonly secret: SecretKey;
  /** The seals that hold S. */
  readonly opens: ArchiveOpens;
  /** The version of the application. */
  readonly app: string;
  readonly madeMs: number;
}

/** The printed header of a new archive. */
export async function newHeader(made: NewArchive): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(32)).buffer;
  return printHeader({
    format: 'pulsemind-archive',
    version: ARCHIVE_VERSION,
    app: made.app,
    madeMs: made.madeMs,
    salt,
    proof: await proofOf(made.secret, salt),
    opens: made.opens,
  });
}

/** @throws AssistantError 'bad-data' when it is not the secret of this archive */
export async function archiveKey(
  secret: SecretKey,
  { salt, proof }: ArchiveHeader,
): Promise<CryptoKey> {
  const made = await proofOf(secret, salt);
  if (!areSameBytes(new Uint8Array(made), new Uint8Array(proof))) {
    throw archiveError('changed');
  }
  const aes = { name: 'AES-GCM', length: 256 };
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  const params = hkdf(salt, 'pulsemind archive');
  return crypto.subtle.deriveKey(params, await baseKey(secret), aes, false, uses);
}

/**
 * The secret that `typed`, the passphrase or the recovery code, opens.
 *
 * @throws AssistantError 'bad-input' when it is neither
 */
export async function openSecret(
  { opens }: ArchiveHeader,
  typed: string,
  stretch: Stretch,
): Promise<Secret> {
  const { passphrase, recovery } = opens;
  const isCode = recovery !== undefined && readRecoveryCode(typed) !== undefined;
  const byCode = isCode
    ? await orWrong(openByRecoveryCode(recovery, typed))
    : undefined;
  const secret =
    byCode ?? (await orWrong(openByPassphrase(passphrase, typed, stretch)));
  if (secret === undefined) throw wrongPassphrase();
  return secret;
}

/** What does not open was the wrong word: the seals themselves are whole, their hash says so. */
async function orWrong(opening: Promise<Secret>): Promise<Secret | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isKind(error, 'bad-data')) return undefined;
    throw error;
  }
}

async function proofOf(secret: SecretKey, salt: ArrayBuffer): Promise<ArrayBuffer> {
  const params = hkdf(salt, 'pulsemind archive proof');
  return crypto.subtle.deriveBits(params, await baseKey(secret), 256);
}

async function baseKey(secret: SecretKey): Promise<CryptoKey> {
  if (secret instanceof CryptoKey) return secret;
  return importBase(secret);
}

function hkdf(salt: ArrayBuffer, purpose: string): HkdfParams {
  const info = new TextEncoder().encode(purpose);
  return { name: 'HKDF', hash: 'SHA-256', salt, info };
}
