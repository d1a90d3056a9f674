/**
 * @file f32 to GGUF's simplest formats, as llama.cpp's own converter writes them.
 *
 * @see ggml-quants.c of llama.cpp, quantize_row_q8_0_ref and quantize_row_q4_0_ref
 */
import { asBytes } from '../base/bytes.ts';
import { f32ToF16, numberToF16 } from '../tensor/f16.ts';

/** What a file can be rewritten as. */
export const PEER_FORMATS = ['F16', 'Q8_0', 'Q4_0'] as const;
export type PeerFormat = (typeof PEER_FORMATS)[number];

const BLOCK = 32;

/** @param values - whole rows, a multiple of 32 each */
export function encodeGguf(format: PeerFormat, values: Float32Array): Uint8Array {
  switch (format) {
    case 'F16':
      return asBytes(f32ToF16(values));
    case 'Q8_0':
      return encodeBlocks(values, 34, encodeQ80);
    case 'Q4_0':
      return encodeBlocks(values, 18, encodeQ40);
  }
}

function encodeBlocks(
  values: Float32Array,
  blockBytes: number,
  encode: (block: Float32Array, out: Uint8Array) => void,
): Uint8Array {
  const blocks = values.length / BLOCK;
  const bytes = new Uint8Array(blocks * blockBytes);
  for (let i = 0; i < blocks; i++) {
    encode(
      values.subarray(i * BLOCK, (i + 1) * BLOCK),
      bytes.subarray(i * blockBytes, (i + 1) * blockBytes),
    );
  }
  return bytes;
}

/** d, then 32 signed bytes. */
function encodeQ80(block: Float32Array, out: Uint8Array): void {
  const d = Math.abs(largest(block)) / 127;
  writeScale(out, d);
  const inverse = d === 0 ? 0 : 1 / d;
  block.forEach((value, i) => {
    out[2 + i] = Math.round(value * inverse);
  });
}

/** d, then 16 bytes: the low halves are numbers 0–15, the high halves 16–31. */
function encodeQ40(block: Float32Array, out: Uint8Array): void {
  const d = largest(block) / -8;
  writeScale(out, d);
  const inverse = d === 0 ? 0 : 1 / d;
  const code = (i: number) => Math.min(15, Math.floor((block[i] ?? 0) * inverse + 8.5));
  for (let i = 0; i < 16; i++) out[2 + i] = code(i) | (code(16 + i) << 4);
}

/** The value of largest magnitude, with its sign. */
function largest(block: Float32Array): number {
  return block.reduce((best, it) => (Math.abs(it) > Math.abs(best) ? it : best), 0);
}

function writeScale(out: Uint8Array, d: number): void {
  const code = numberToF16(d);
  out[0] = code & 255;
  out[1] = code >> 8;
}
