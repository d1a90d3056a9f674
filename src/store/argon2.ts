/**
 * @file A passphrase made into a key by Argon2id (RFC 9106): slow and heavy on
 * memory on purpose, so that trying passphrases one after another is too.
 */
import { argon2id } from 'hash-wasm';

/** How heavy; kept beside what the key seals, so that it can grow later. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** The least that is accepted, also from disk: a lighter one is no protection. */
export const ARGON2_COST: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3 };

export interface StretchRequest {
  readonly passphrase: string;
  readonly salt: ArrayBuffer;
  readonly cost: Argon2Cost;
}

/** Makes 32 bytes of a passphrase; the page has a worker do it. */
export type Stretch = (request: StretchRequest) => Promise<Uint8Array<ArrayBuffer>>;

/** In this thread, which stands still meanwhile (about half a second). */
export const stretchHere: Stretch = async ({ passphrase, salt, cost }) => {
  const bytes = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: new Uint8Array(salt),
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(bytes);
};
