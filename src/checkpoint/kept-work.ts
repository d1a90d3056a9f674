/**
 * @file What an interrupted conversion left of a weight file, and where to go on.
 *
 * Chunks are hashed again instead of being believed: a power cut can leave a
 * file longer than what was written to it. The last tensor that is not whole is
 * made anew, for its scales were still in memory.
 *
 *   chunks    [ok][ok][ok][bad]
 *   tensors   [  a  ][  b   ][   c   ]
 *   kept      ^^^^^^^^^^^^^^^           goes on with c, inside the third chunk
 */
import { sha256Hex } from '../base/sha256.ts';
import { CHUNK_BYTES, ChunkedFile } from './chunked-file.ts';
import type { FileLayout } from './file-layout.ts';
import type { StoredFile, StoredTensor } from './manifest.ts';
import type { KeptWork } from './sink.ts';

export interface BegunFile {
  readonly kind: 'begun';
  readonly file: ChunkedFile;
  /** Index of the first tensor to be written. */
  readonly nextTensor: number;
}

/** @param position - bytes of the file */
export type TellPosition = (tensor: string, position: number) => void;

/** Opens the weight file behind what is whole of it, or says that all of it is. */
export async function findBegun(
  kept: KeptWork,
  { group, tensors, bytes }: FileLayout,
  { signal }: { readonly signal: AbortSignal | undefined },
  tell: TellPosition,
): Promise<BegunFile | { readonly kind: 'whole'; readonly stored: StoredFile }> {
  const name = group.file;
  const blob = (await kept.read(name)) ?? new Blob();
  const noted = kept.chunksOf(name);
  const hashes: string[] = [];
  let wholeBytes = 0;
  while (wholeBytes < bytes) {
    signal?.throwIfAborted();
    const to = Math.min(wholeBytes + CHUNK_BYTES, bytes);
    const chunk = await bytesOf(blob, wholeBytes, to); // the last may be a part of one
    const hash = await sha256Hex(chunk);
    if (chunk.length === 0 || hash !== noted[hashes.length]) break;
    hashes.push(hash);
    wholeBytes += chunk.length;
    tell(name, wholeBytes);
  }
  if (wholeBytes === bytes) {
    return { kind: 'whole', stored: { bytes, chunks: hashes } };
  }
  const nextTensor = tensors.findIndex(({ stored }) => endOf(stored) > wholeBytes);
  const from = Math.min(wholeBytes, tensors[nextTensor]?.stored.data.offset ?? 0);
  const chunks = Math.floor(from / CHUNK_BYTES);
  const rest = await bytesOf(blob, chunks * CHUNK_BYTES, from);
  const file = ChunkedFile.goOn(
    await kept.goOn(name, chunks * CHUNK_BYTES),
    { hashes: hashes.slice(0, chunks), rest },
    (index, hash) => kept.note(name, index, hash),
  );
  return { kind: 'begun', file, nextTensor };
}

function endOf({ data, scales, zeroPoints }: StoredTensor): number {
  const last = zeroPoints ?? scales ?? data;
  return last.offset + last.bytes;
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}
