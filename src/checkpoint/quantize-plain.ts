/**
 * @file What `quantize.ts` does, in plain words and slowly; only tests use it.
 *
 * Layouts are those of onnxruntime's MatMulNBits with blocks of 32 inputs.
 */
import { numberToF16 } from '../tensor/f16.ts';
import { BLOCK_SIZE } from './manifest.ts';
import { INT4_RANGES, nearestScale, scaleUp } from './quantize.ts';

export interface PlainBlock {
  readonly scale: number;
  readonly zero: number;
  /** One per value, padded to 32 with `zero`. */
  readonly codes: readonly number[];
}

/** Symmetric: the value of largest magnitude becomes ±127 steps. */
export function plainInt8Block(values: readonly number[]): PlainBlock {
  const largest = Math.max(...values.map((value) => Math.abs(value)));
  const scale = scaleUp(largest / 127);
  const codes = values.map((value) => 128 + Math.floor(value / scale + 0.5));
  return { scale, zero: 128, codes: padded(codes, 128) };
}

/** Asymmetric: the candidate with the smallest squared error, the first of equals. */
export function plainInt4Block(values: readonly number[]): PlainBlock {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const candidates = INT4_RANGES.map((range) => {
    const scale = nearestScale(((high - low) * range) / 15);
    return encodeInt4(values, scale, Math.min(15, Math.round((-low * range) / scale)));
  });
  const first = bestOf(values, candidates);
  const refined = encodeInt4(values, bestScale(values, first), first.zero);
  const best = bestOf(values, [first, refined]);
  return { ...best, codes: padded(best.codes, best.zero) };
}

function bestOf(
  values: readonly number[],
  candidates: readonly PlainBlock[],
): PlainBlock {
  const errors = candidates.map((candidate) => squaredError(values, candidate));
  return candidates[errors.indexOf(Math.min(...errors))];
}

/** The blocks of one row, packed as on disk. */
export function plainPack(
  blocks: readonly PlainBlock[],
  bits: 4 | 8,
): { data: Uint8Array; scales: Uint16Array; zeroPoints: Uint8Array } {
  const codes = blocks.flatMap((block) => block.codes);
  return {
    data: Uint8Array.from(bits === 8 ? codes : nibbles(codes)),
    scales: Uint16Array.from(blocks, (block) => numberToF16(block.scale)),
    zeroPoints: Uint8Array.from(nibbles(blocks.map((block) => block.zero))),
  };
}

/** Two codes a byte, the first in the low half. */
function nibbles(codes: readonly number[]): number[] {
  return codes.flatMap((code, i) =>
    i % 2 === 0 ? [code + 16 * (codes[i + 1] ?? 0)] : [],
  );
}

function encodeInt4(
  values: readonly number[],
  scale: number,
  zero: number,
): PlainBlock {
  const codes = values.map((value) => {
    const code = Math.floor(value / scale + zero + 0.5);
    return Math.max(0, Math.min(15, code));
  });
  return { scale, zero, codes };
}

/** Least squares: Σ w·(q − zero) / Σ (q − zero)². */
function bestScale(values: readonly number[], block: PlainBlock): number {
  let dot = 0;
  let norm = 0;
  block.codes.forEach((code, i) => {
    dot += values[i] * (code - block.zero);
    norm += (code - block.zero) ** 2;
  });
  return nearestScale(norm > 0 ? dot / norm : 0);
}

function squaredError(values: readonly number[], block: PlainBlock): number {
  return values.reduce((sum, value, i) => {
    const decoded = (block.codes[i] - block.zero) * block.scale;
    return sum + (value - decoded) ** 2;
  }, 0);
}

function padded(codes: readonly number[], zero: number): number[] {
  return [...codes, ...Array.from({ length: BLOCK_SIZE - codes.length }, () => zero)];
}
