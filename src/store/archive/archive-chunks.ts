/** @file The chunks of an archive: sealed one by one, opened one by one. */
import { toHex } from '../../base/bytes.ts';
import { type Place, seal, unseal } from '../seal.ts';
import { readSlice } from './archive-bytes.ts';
import { archiveError } from './archive-faults.ts';
import { FRAME_BYTES, MAX_CHUNK_BYTES, SEAL_BYTES } from './archive-format.ts';

/** What a chunk is sealed with and bound to. */
export interface ChunkSeal {
  readonly key: CryptoKey;
  /** Of the preamble. */
  readonly hash: Uint8Array;
}

/** Where a chunk stands. */
export interface ChunkPlace {
  readonly chunk: number;
  /** Of its first byte in the file. */
  readonly at: number;
}

export interface OpenedChunk extends ChunkPlace {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly isLast: boolean;
  /** Where the next one begins. */
  readonly end: number;
}

/** A chunk as it lies in the file. */
export async function sealChunk(
  { key, hash }: ChunkSeal,
  plain: Uint8Array<ArrayBuffer>,
  { chunk, isLast }: { readonly chunk: number; readonly isLast: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await seal(key, placeOf(hash, chunk, isLast), plain);
  const framed = new Uint8Array(FRAME_BYTES + sealed.byteLength);
  const frame = new DataView(framed.buffer);
  frame.setUint8(0, isLast ? 1 : 0);
  frame.setUint32(1, sealed.byteLength, true);
  framed.set(new Uint8Array(sealed), FRAME_BYTES);
  return framed;
}

/** @throws AssistantError 'bad-data': cut short, changed */
export async function openChunk(
  { key, hash }: ChunkSeal,
  file: Blob,
  { chunk, at }: ChunkPlace,
): Promise<OpenedChunk> {
  const from = at + FRAME_BYTES;
  if (from > file.size) throw archiveError('truncated');
  const frame = await readSlice(file, at, from);
  const isLast = frame[0] === 1;
  const sealedBytes = new DataView(frame.buffer).getUint32(1, true);
  const plainBytes = sealedBytes - SEAL_BYTES;
  const isPossible = plainBytes >= 1 && plainBytes <= MAX_CHUNK_BYTES;
  if (!isPossible || (frame[0] ?? 2) > 1) throw archiveError('changed');

  const end = from + sealedBytes;
  if (end > file.size) throw archiveError('truncated');
  if (isLast && end < file.size) throw archiveError('changed');
  const sealed = await readSlice(file, from, end);
  try {
    const plain = await unseal(key, placeOf(hash, chunk, isLast), sealed.buffer);
    return { chunk, at, plain: new Uint8Array(plain), isLast, end };
  } catch (cause) {
    throw archiveError('changed', cause);
  }
}

function placeOf(hash: Uint8Array, chunk: number, isLast: boolean): Place {
  return ['archive', toHex(hash), chunk, isLast ? 'last' : 'more'];
}
