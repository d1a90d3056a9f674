/**
 * @file GGUF's K formats: 256 numbers a block, in sub-blocks of 16 or 32 with
 * integer scales of their own.
 *
 * @see ggml-quants.c of llama.cpp, dequantize_row_q*_K
 */
import { readF16 } from '../tensor/f16.ts';

/** 16 bytes of scales and minimums (4 bits each), 64 bytes of 2-bit codes, d, m. */
export function decodeQ2K(
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const d = readF16(bytes, at + 80);
  const m = readF16(bytes, at + 82);
  for (let sub = 0; sub < 16; sub++) {
    const packed = bytes[at + sub];
    const scale = d * (packed & 15);
    const minimum = m * (packed >> 4);
    const shift = ((sub >> 1) & 3) * 2;
    const from = at + 16 + (sub >> 3) * 32 + (sub & 1) * 16;
    for (let i = 0; i < 16; i++) {
      out[to + sub * 16 + i] = scale * ((bytes[from + i] >> shift) & 3) - minimum;
    }
  }
}

/** 32 bytes of third bits, 64 bytes of 2-bit codes, 12 bytes of 6-bit scales, d. */
export function decodeQ3K(
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const d = readF16(bytes, at + 108);
  for (let sub = 0; sub < 16; sub++) {
    const scales = at + 96;
    const low = (bytes[scales + (sub & 7)] >> (sub < 8 ? 0 : 4)) & 15;
    const high = (bytes[scales + 8 + (sub & 3)] >> ((sub >> 2) * 2)) & 3;
    const scale = d * ((low | (high << 4)) - 32);
    const shift = ((sub >> 1) & 3) * 2;
    const from = at + 32 + (sub >> 3) * 32 + (sub & 1) * 16;
    const mask = at + (sub & 1) * 16;
    for (let i = 0; i < 16; i++) {
      const code = (bytes[from + i] >> shift) & 3;
      const third = (bytes[mask + i] >> (sub >> 1)) & 1;
      out[to + sub * 16 + i] = scale * (code - (third === 1 ? 0 : 4));
    }
  }
}

/** d, m, 12 bytes of 6-bit scales and minimums, 128 bytes of codes. */
export function decodeQ4K(
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const d = readF16(bytes, at);
  const m = readF16(bytes, at + 2);
  for (let sub = 0; sub < 8; sub++) {
    const scale = d * scaleK4(bytes, at + 4, sub);
    const minimum = m * minimumK4(bytes, at + 4, sub);
    const shift = (sub & 1) * 4;
    const from = at + 16 + (sub >> 1) * 32;
    for (let i = 0; i < 32; i++) {
      out[to + sub * 32 + i] = scale * ((bytes[from + i] >> shift) & 15) - minimum;
    }
  }
}

/** d, m, 12 bytes of 6-bit scales and minimums, 32 bytes of fifth bits, 128 bytes of codes. */
export function decodeQ5K(
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const d = readF16(bytes, at);
  const m = readF16(bytes, at + 2);
  for (let sub = 0; sub < 8; sub++) {
    const scale = d * scaleK4(bytes, at + 4, sub);
    const minimum = m * minimumK4(bytes, at + 4, sub);
    const shift = (sub & 1) * 4;
    const from = at + 48 + (sub >> 1) * 32;
    for (let i = 0; i < 32; i++) {
      const low = (bytes[from + i] >> shift) & 15;
      const fifth = (bytes[at + 16 + i] >> sub) & 1;
      out[to + sub * 32 + i] = scale * (low | (fifth << 4)) - minimum;
    }
  }
}

/** 128 bytes of low halves, 64 bytes of upper two bits, 16 signed scales, d. */
export function decodeQ6K(
  bytes: Uint8Array,
  at: number,
  out: Float32Array,
  to: number,
): void {
  const d = readF16(bytes, at + 208);
  for (let sub = 0; sub < 16; sub++) {
    const half = sub >> 3; // of the block
    const quarter = (sub >> 1) & 3; // of that half, 32 numbers
    const scale = d * ((bytes[at + 192 + sub] << 24) >> 24);
    const low = at + half * 64 + (quarter & 1) * 32 + (sub & 1) * 16;
    const high = at + 128 + half * 32 + (sub & 1) * 16;
    const lowShift = (quarter >> 1) * 4;
    const highShift = quarter * 2;
    for (let i = 0; i < 16; i++) {
      const code =
        ((bytes[low + i] >> lowShift) & 15) |
        (((bytes[high + i] >> highShift) & 3) << 4);
      out[to + sub * 16 + i] = scale * (code - 32);
    }
  }
}

/** Scale of sub-block `sub` among 12 bytes: 6 bits, of the last four split in two. */
function scaleK4(bytes: Uint8Array, at: number, sub: number): number {
  if (sub < 4) return bytes[at + sub] & 63;
  const low = bytes[at + sub + 4] & 15;
  return low | ((bytes[at + sub - 4] >> 6) << 4);
}

/** Minimum of sub-block `sub`, packed beside its scale. */
function minimumK4(bytes: Uint8Array, at: number, sub: number): number {
  if (sub < 4) return bytes[at + sub + 4] & 63;
  const low = bytes[at + sub + 4] >> 4;
  return low | ((bytes[at + sub] >> 6) << 4);
}
