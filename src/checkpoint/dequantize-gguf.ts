/**
 * @file GGUF's number formats to f32.
 *
 * A quantized row is a run of blocks, each with its own f16 scale d and, in the
 * formats ending in 1 and some K formats, an f16 minimum m. The K formats have
 * 256 numbers a block, in sub-blocks whose scales are small integers.
 *
 * @see ggml-quants.c of llama.cpp, dequantize_row_*
 */
import { must } from '../base/assert.ts';
import { asFloat32, asUint16 } from '../base/bytes.ts';
import { bf16ToF32, f16ToF32, readF16 } from '../tensor/f16.ts';
import {
  decodeQ2K,
  decodeQ3K,
  decodeQ4K,
  decodeQ5K,
  decodeQ6K,
} from './dequantize-gguf-k.ts';

/** Writes one block, whose bytes begin at `at`, to `out` from `to` on. */
type DecodeBlock = (
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
) => void;

interface GgufType {
  readonly name: string;
  /** Numbers in a block, and its bytes. */
  readonly blockSize: number;
  readonly blockBytes: number;
  readonly decode: DecodeBlock | ((bytes: Uint8Array) => Float32Array);
}

/** By the number that stands for the type in a file. */
const TYPES: ReadonlyMap<number, GgufType> = new Map([
  [0, plain('F32', 4, asFloat32)],
  [1, plain('F16', 2, (bytes) => f16ToF32(asUint16(bytes)))],
  [2, blocks('Q4_0', 32, 18, decodeQ40)],
  [3, blocks('Q4_1', 32, 20, decodeQ41)],
  [6, blocks('Q5_0', 32, 22, decodeQ50)],
  [7, blocks('Q5_1', 32, 24, decodeQ51)],
  [8, blocks('Q8_0', 32, 34, decodeQ80)],
  [10, blocks('Q2_K', 256, 84, decodeQ2K)],
  [11, blocks('Q3_K', 256, 110, decodeQ3K)],
  [12, blocks('Q4_K', 256, 144, decodeQ4K)],
  [13, blocks('Q5_K', 256, 176, decodeQ5K)],
  [14, blocks('Q6_K', 256, 210, decodeQ6K)],
  [30, plain('BF16', 2, (bytes) => bf16ToF32(asUint16(bytes)))],
]);

/** Name and block size of a type, or nothing for one we do not read. */
export function ggufType(
  type: number,
): { name: string; blockSize: number; blockBytes: number } | undefined {
  return TYPES.get(type);
}

/** The type's number, by its name. */
export function ggufTypeNumber(name: string): number {
  const found = [...TYPES].find(([, type]) => type.name === name);
  return must(found, `${name} is a type we read`)[0];
}

/**
 * Whole blocks to f32.
 *
 * @param type - one that `ggufType` knows
 */
export function dequantizeGguf(type: number, bytes: Uint8Array): Float32Array {
  const { blockSize, blockBytes, decode } = must(
    TYPES.get(type),
    `GGUF type ${type} is known`,
  );
  if (blockSize === 1) return (decode as (bytes: Uint8Array) => Float32Array)(bytes);
  const decodeBlock = decode;
  const out = new Float32Array((bytes.length / blockBytes) * blockSize);
  for (let at = 0, to = 0; at < bytes.length; at += blockBytes, to += blockSize) {
    decodeBlock(bytes, at, out, to);
  }
  return out;
}

function plain(
  name: string,
  blockBytes: number,
  decode: (bytes: Uint8Array) => Float32Array,
): GgufType {
  return { name, blockSize: 1, blockBytes, decode };
}

function blocks(
  name: string,
  blockSize: number,
  blockBytes: number,
  decode: DecodeBlock,
): GgufType {
  return { name, blockSize, blockBytes, decode };
}

/** d, 16 bytes: the low halves are numbers 0–15, the high halves 16–31. */
function decodeQ40(bytes: Uint8Array, at: number, out: Float32Array, to: number): void {
  const d = readF16(bytes, at);
  for (let i = 0; i < 16; i++) {
    const pair = bytes[at + 2 + i];
    out[to + i] = ((pair & 15) - 8) * d;
    out[to + 16 + i] = ((pair >> 4) - 8) * d;
  }
}

/** d, m, 16 bytes. */
function decodeQ41(bytes: Uint8Array, at: number, out: Float32Array, to: number): void {
  const d = readF16(bytes, at);
  const m = readF16(bytes, at + 2);
  for (let i = 0; i < 16; i++) {
    const pair = bytes[at + 4 + i];
    out[to + i] = (pair & 15) * d + m;
    out[to + 16 + i] = (pair >> 4) * d + m;
  }
}

/** d, the 32 fifth bits, 16 bytes. */
function decodeQ50(bytes: Uint8Array, at: number, out: Float32Array, to: number): void {
  const d = readF16(bytes, at);
  for (let i = 0; i < 16; i++) {
    const pair = bytes[at + 6 + i];
    out[to + i] = (((pair & 15) | fifthBit(bytes, at + 2, i)) - 16) * d;
    out[to + 16 + i] = (((pair >> 4) | fifthBit(bytes, at + 2, i + 16)) - 16) * d;
  }
}

/** d, m, the 32 fifth bits, 16 bytes. */
function decodeQ51(bytes: Uint8Array, at: number, out: Float32Array, to: number): void {
  const d = readF16(bytes, at);
  const m = readF16(bytes, at + 2);
  for (let i = 0; i < 16; i++) {
    const pair = bytes[at + 8 + i];
    out[to + i] = ((pair & 15) | fifthBit(bytes, at + 4, i)) * d + m;
    out[to + 16 + i] = ((pair >> 4) | fifthBit(bytes, at + 4, i + 16)) * d + m;
  }
}

function fifthBit(bytes: Uint8Array, at: number, index: number): number {
  return ((bytes[at + (index >> 3)] >> (index & 7)) & 1) << 4;
}

/** d, 32 signed bytes. */
function decodeQ80(bytes: Uint8Array, at: number, out: Float32Array, to: number): void {
  const d = readF16(bytes, at);
  for (let i = 0; i < 32; i++) {
    out[to + i] = ((bytes[at + 2 + i] << 24) >> 24) * d;
  }
}
