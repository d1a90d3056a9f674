/** @file SHA-256 in lower-case hexadecimal. */
import { createSHA256 } from 'hash-wasm';
import { toHex } from './bytes.ts';

/** Of bytes at hand, by the platform's own code. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice(); // not shared memory
  const digest = await crypto.subtle.digest('SHA-256', own as Uint8Array<ArrayBuffer>);
  return toHex(new Uint8Array(digest));
}

/** Of a blob of any size, a piece at a time. */
export async function sha256OfBlob(blob: Blob, signal?: AbortSignal): Promise<string> {
  const PIECE = 4 * 1024 * 1024;
  const hash = await createSHA256();
  for (let from = 0; from < blob.size; from += PIECE) {
    signal?.throwIfAborted();
    hash.update(new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer()));
  }
  return hash.digest('hex');
}
