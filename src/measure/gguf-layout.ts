/**
 * @file The skeleton of a GGUF file: where its metadata ends, and each tensor's
 * type and place. The metadata itself is kept as it is, unread.
 *
 *   "GGUF" version tensors pairs │ pairs… │ tensor infos… │ padding │ data
 *
 * @see ggml's docs/gguf.md
 */
import { assert } from '../base/assert.ts';

export interface GgufTensorInfo {
  readonly name: string;
  /** As the file has them, innermost first. */
  readonly dimensions: readonly number[];
  readonly type: number;
  /** From the start of the data. */
  readonly offset: number;
}

export interface GgufLayout {
  readonly version: number;
  readonly pairs: number;
  /** The metadata's bytes. */
  readonly metadata: Uint8Array;
  readonly tensors: readonly GgufTensorInfo[];
  /** Where the data begins. */
  readonly dataStart: number;
}

/** Data begins at a multiple of this, and so does every tensor in it. */
export const GGUF_ALIGNMENT = 32;

const MAGIC = 0x46554747;
const HEADER_BYTES = 24;
/** Bytes of a metadata value by its type; strings and arrays say their own length. */
const VALUE_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const STRING = 8;
const ARRAY = 9;

export function readGgufLayout(bytes: Uint8Array): GgufLayout {
  const cursor = new Cursor(bytes);
  assert(cursor.u32() === MAGIC, 'a GGUF file begins with its name');
  const version = cursor.u32();
  const tensorCount = cursor.u64();
  const pairs = cursor.u64();
  for (let i = 0; i < pairs; i++) {
    cursor.skipString();
    skipValue(cursor, cursor.u32());
  }
  const metadata = bytes.subarray(HEADER_BYTES, cursor.at);
  const tensors = Array.from({ length: tensorCount }, (): GgufTensorInfo => {
    const name = cursor.string();
    const dimensions = Array.from({ length: cursor.u32() }, () => cursor.u64());
    return { name, dimensions, type: cursor.u32(), offset: cursor.u64() };
  });
  const dataStart = Math.ceil(cursor.at / GGUF_ALIGNMENT) * GGUF_ALIGNMENT;
  return { version, pairs, metadata, tensors, dataStart };
}

function skipValue(cursor: Cursor, type: number): void {
  if (type === STRING) return cursor.skipString();
  if (type === ARRAY) {
    const itemType = cursor.u32();
    const count = cursor.u64();
    for (let i = 0; i < count; i++) skipValue(cursor, itemType);
    return;
  }
  const size = VALUE_BYTES[type];
  assert(size !== undefined, `GGUF knows the value type ${type}`);
  cursor.at += size;
}

class Cursor {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4, true);
  }

  u64(): number {
    this.at += 8;
    return Number(this.#view.getBigUint64(this.at - 8, true));
  }

  string(): string {
    const length = this.u64();
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  skipString(): void {
    const length = this.u64();
    this.at += length;
  }
}
