/**
 * @file The header of an archive, which says how it is opened, and the preamble
 * around it.
 */
import * as v from 'valibot';
import { areSameBytes, concatBytes } from '../../base/bytes.ts';
import { ARGON2_COST } from '../argon2.ts';
import type { PassphraseSeal, RecoverySeal } from '../vault-record.ts';
import { decodeUtf8, readSlice, sha256 } from './archive-bytes.ts';
import { archiveError } from './archive-faults.ts';
import {
  ARCHIVE_VERSION,
  FIXED_BYTES,
  HASH_BYTES,
  MAGIC,
  MAX_HEADER_BYTES,
  SEAL_BYTES,
} from './archive-format.ts';
import { SECRET_BYTES } from '../root-key.ts';

/** The most that is spent on a passphrase, whatever a file asks for. */
const MAX_COST = { memoryKiB: 1024 * 1024, passes: 32 };

const sealedSecret = bytesOf(SECRET_BYTES + SEAL_BYTES);

const header = v.object({
  format: v.literal('pulsemind-archive'),
  version: v.literal(ARCHIVE_VERSION),
  /** The version of the application that made it. */
  app: v.string(),
  madeMs: v.pipe(v.number(), v.finite()),
  /** Makes the key of this archive another than that of the next. */
  salt: bytesOf(32),
  /** Made of the secret; tells that it is the right one, and nothing else. */
  proof: bytesOf(32),
  opens: v.object({
    passphrase: v.object({
      cost: v.object({
        memoryKiB: costBetween(ARGON2_COST.memoryKiB, MAX_COST.memoryKiB),
        passes: costBetween(ARGON2_COST.passes, MAX_COST.passes),
      }),
      salt: bytesOf(16),
      sealedRoot: sealedSecret,
    }),
    recovery: v.exactOptional(
      v.object({ salt: bytesOf(16), sealedRoot: sealedSecret }),
    ),
  }),
});

export type ArchiveHeader = v.InferOutput<typeof header>;

/** The seals of the secret S, either of which opens an archive. */
export interface ArchiveOpens {
  readonly passphrase: PassphraseSeal;
  readonly recovery?: RecoverySeal;
}

export interface Preamble {
  readonly header: ArchiveHeader;
  /** SHA-256 of the preamble up to its hash. */
  readonly hash: Uint8Array<ArrayBuffer>;
  /** Where the first chunk begins. */
  readonly sizeBytes: number;
}

/** The header as JSON; its bytes in base64. */
export function printHeader({ salt, proof, opens, ...rest }: ArchiveHeader): string {
  const { passphrase, recovery } = opens;
  const printed = {
    ...rest,
    salt: toBase64(salt),
    proof: toBase64(proof),
    opens: {
      passphrase: { cost: passphrase.cost, ...printSeal(passphrase) },
      ...(recovery === undefined ? {} : { recovery: printSeal(recovery) }),
    },
  };
  return JSON.stringify(printed);
}

/** The preamble of a header that `printHeader` made. */
export async function writePreamble(printed: string): Promise<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(printed);
  const numbers = new DataView(new ArrayBuffer(8));
  numbers.setUint32(0, ARCHIVE_VERSION, true);
  numbers.setUint32(4, json.length, true);
  const hashed = concatBytes([MAGIC, new Uint8Array(numbers.buffer), json]);
  const hash = await sha256(hashed);
  return concatBytes([hashed, hash]) as Uint8Array<ArrayBuffer>;
}

/**
 * The preamble of the archive in `file`.
 *
 * @throws AssistantError 'bad-data': no archive, cut short, changed, newer
 */
export async function readPreamble(file: Blob): Promise<Preamble> {
  const fixed = await readSlice(file, 0, FIXED_BYTES);
  const known = Math.min(fixed.length, MAGIC.length);
  if (known === 0 || MAGIC.some((byte, at) => at < known && byte !== fixed[at])) {
    throw archiveError('no-archive');
  }
  if (fixed.length < FIXED_BYTES) throw archiveError('truncated');
  const numbers = new DataView(fixed.buffer, fixed.byteOffset);
  const headerBytes = numbers.getUint32(MAGIC.length + 4, true);
  if (headerBytes > MAX_HEADER_BYTES) throw archiveError('changed');

  const hashAt = FIXED_BYTES + headerBytes;
  const sizeBytes = hashAt + HASH_BYTES;
  const whole = await readSlice(file, 0, sizeBytes);
  if (whole.length < sizeBytes) throw archiveError('truncated');
  const hash = await sha256(whole.subarray(0, hashAt));
  if (!areSameBytes(hash, whole.subarray(hashAt))) throw archiveError('changed');

  const version = numbers.getUint32(MAGIC.length, true);
  if (version > ARCHIVE_VERSION) throw archiveError('newer');
  return { header: readHeader(whole.subarray(FIXED_BYTES, hashAt)), hash, sizeBytes };
}

/** The header that `printHeader` printed. @throws AssistantError 'bad-data' */
export function readHeader(json: Uint8Array | string): ArchiveHeader {
  try {
    const text = typeof json === 'string' ? json : decodeUtf8(json);
    return v.parse(header, JSON.parse(text));
  } catch (cause) {
    throw archiveError('changed', cause);
  }
}

function printSeal({ salt, sealedRoot }: RecoverySeal) {
  return { salt: toBase64(salt), sealedRoot: toBase64(sealedRoot) };
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Base64 of so many bytes. */
function bytesOf(length: number) {
  return v.pipe(
    v.string(),
    v.length(Math.ceil(length / 3) * 4),
    v.base64(),
    v.transform((text) => {
      const letters = atob(text);
      return Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer;
    }),
    v.check((bytes) => bytes.byteLength === length),
  );
}

function costBetween(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
