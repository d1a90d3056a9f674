/** @file A converted checkpoint of seeded bytes: right hashes, weights that mean nothing. */
import { sha256Hex } from '../base/sha256.ts';
import type { Manifest, StoredFile } from '../checkpoint/manifest.ts';
import { tinyManifest } from './tiny-manifest.ts';

export interface CheckpointFolder {
  readonly manifest: Manifest;
  /** Every file of the manifest, and `manifest.json`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @param sizes - bytes of each file, by name */
export async function checkpointFolder(
  sizes: Readonly<Record<string, number>>,
  chunkBytes = 4096,
  change: Partial<Manifest> = {},
): Promise<CheckpointFolder> {
  const files = new Map<string, Uint8Array>();
  const stored: Record<string, StoredFile> = {};
  let seed = 1;
  for (const [name, size] of Object.entries(sizes)) {
    const bytes = seededBytes(size, seed++);
    files.set(name, bytes);
    stored[name] = { bytes: size, chunks: await hashes(bytes, chunkBytes) };
  }
  const manifest = tinyManifest(stored, { chunkBytes, ...change });
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return { manifest, files };
}

export function asBlobs(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Blob> {
  return new Map(
    [...files].map(([name, bytes]) => [
      name,
      new Blob([bytes as Uint8Array<ArrayBuffer>]),
    ]),
  );
}

async function hashes(bytes: Uint8Array, chunkBytes: number): Promise<string[]> {
  const all: string[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    all.push(await sha256Hex(bytes.subarray(from, from + chunkBytes)));
  }
  return all;
}

/** xorshift32 */
function seededBytes(size: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed * 2654435761;
  for (let index = 0; index < size; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return bytes;
}
