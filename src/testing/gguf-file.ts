/** @file Writes small GGUF files, version 3, for tests of the reader. */
import { alignUp, concatBytes } from '../base/bytes.ts';

export type GgufValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[];

export interface GgufTensor {
  readonly name: string;
  /** Outermost axis first; the file lists them reversed. */
  readonly shape: readonly number[];
  readonly type: number;
  readonly bytes: Uint8Array;
}

const ALIGNMENT = 32;

/** The bytes of a file with this metadata and these tensors. */
export function writeGguf(
  metadata: Readonly<Record<string, GgufValue>>,
  tensors: readonly GgufTensor[],
): Uint8Array {
  const parts: Uint8Array[] = [new TextEncoder().encode('GGUF'), u32(3)];
  parts.push(u64(tensors.length), u64(Object.keys(metadata).length));
  for (const [key, value] of Object.entries(metadata)) {
    parts.push(text(key), typed(value));
  }
  let offset = 0;
  for (const { name, shape, type, bytes } of tensors) {
    parts.push(text(name), u32(shape.length), ...shape.toReversed().map(u64));
    parts.push(u32(type), u64(offset));
    offset = alignUp(offset + bytes.length, ALIGNMENT);
  }
  const header = concatBytes(parts);
  return concatBytes([padded(header), ...tensors.map(({ bytes }) => padded(bytes))]);
}

/** A value behind its type: whole numbers as u32, others as f32. */
function typed(value: GgufValue): Uint8Array {
  if (typeof value === 'string') return concatBytes([u32(8), text(value)]);
  if (typeof value === 'boolean') {
    return concatBytes([u32(7), Uint8Array.of(Number(value))]);
  }
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? concatBytes([u32(4), u32(value)])
      : concatBytes([u32(6), new Uint8Array(Float32Array.of(value).buffer)]);
  }
  const items = value.map((item) =>
    typeof item === 'string' ? text(item) : u32(item),
  );
  const type = typeof value[0] === 'string' ? 8 : 4;
  return concatBytes([u32(9), u32(type), u64(items.length), ...items]);
}

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return concatBytes([u64(bytes.length), bytes]);
}

function u32(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function u64(value: number): Uint8Array {
  return new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(alignUp(bytes.length, ALIGNMENT));
  whole.set(bytes);
  return whole;
}
