/**
 * @file f32 rows to stored bytes.
 *
 * Each block of 32 inputs of a row gets its own scale, rounded to f16 before
 * the codes are chosen, so that a code is the best one for the scale that is
 * really stored. int4 blocks also get a zero point, and a small search: ranges
 * a little narrower than the block's own, which clip its outliers and serve the
 * rest better, and then the scale that fits the codes of the best of them.
 *
 * A scale is never below 2^-14, the smallest normal f16: GPUs may read smaller
 * ones as zero.
 *
 * `quantize-plain.ts` says the same in plain words; a test compares the bytes.
 */
import { asBytes } from '../base/bytes.ts';
import { f16ToNumber, f32ToF16, numberToF16 } from '../tensor/f16.ts';
import { rowBytes, type TensorBytes } from './dequantize.ts';
import { BLOCK_SIZE, type StoredType } from './manifest.ts';

/** The smallest normal f16. */
export const MIN_SCALE = 2 ** -14;

/** How much of a block's range each int4 candidate covers. */
export const INT4_RANGES: readonly number[] = [1, 0.94, 0.87, 0.79];

/**
 * Rows of `columns` numbers as a tensor of this type stores them.
 *
 * @param values - [rows, columns], finite
 */
export function quantizeRows(
  type: StoredType,
  columns: number,
  values: Float32Array,
): TensorBytes {
  switch (type) {
    case 'f32':
      return { data: asBytes(values) };
    case 'f16':
      return { data: asBytes(f32ToF16(values)) };
    case 'int8':
      return quantizeInt8(columns, values);
    case 'int4':
      return quantizeInt4(columns, values);
    case 'int4-affine':
      return quantizeInt4Affine(columns, values);
  }
}

/** The smallest f16 scale at or above `scale`, so that nothing is clipped. */
export function scaleUp(scale: number): number {
  const code = numberToF16(Math.max(scale, MIN_SCALE));
  return f16ToNumber(code) < scale ? f16ToNumber(code + 1) : f16ToNumber(code);
}

function quantizeInt8(columns: number, values: Float32Array): TensorBytes {
  const rows = values.length / columns;
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  const size = rowBytes('int8', columns);
  const data = new Uint8Array(rows * size.data).fill(128);
  const scales = new Uint16Array(rows * blocks);
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const from = row * columns + block * BLOCK_SIZE;
      const end = Math.min(from + BLOCK_SIZE, (row + 1) * columns);
      let largest = 0;
      for (let i = from; i < end; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      const scale = scaleUp(largest / 127);
      scales[row * blocks + block] = numberToF16(scale);
      const inverse = 1 / scale;
      const to = row * size.data + block * 32 - from;
      // Adding 128.5 makes everything positive, where truncating is rounding.
      for (let i = from; i < end; i++) {
        data[to + i] = values[i] * inverse + 128.5;
      }
    }
  }
  return { data, scales: asBytes(scales) };
}

function quantizeInt4(columns: number, values: Float32Array): TensorBytes {
  const rows = values.length / columns;
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  const size = rowBytes('int4', columns);
  const data = new Uint8Array(rows * size.data);
  const scales = new Uint16Array(rows * blocks);
  const zeroPoints = new Uint8Array(rows * size.zeroPoints);
  const search = new Int4Search();
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const from = row * columns + block * BLOCK_SIZE;
      const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
      search.run(values, from, count);
      const { codes, zero } = search;
      codes.fill(zero, count);
      scales[row * blocks + block] = numberToF16(search.scale);
      const zeroAt = row * size.zeroPoints + (block >> 1);
      zeroPoints[zeroAt] = zeroPoints[zeroAt] | (zero << ((block & 1) * 4));
      const to = row * size.data + block * 16;
      for (let i = 0; i < 16; i++) {
        data[to + i] = codes[2 * i] | (codes[2 * i + 1] << 4);
      }
    }
  }
  return { data, scales: asBytes(scales), zeroPoints };
}

/**
 * Every block's range from its smallest to its largest value in 15 steps. What
 * lies on such a grid already, as GGUF's Q4_1 does, keeps its codes.
 */
function quantizeInt4Affine(columns: number, values: Float32Array): TensorBytes {
  const rows = values.length / columns;
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  const data = new Uint8Array(rows * blocks * 16);
  const scales = new Uint16Array(rows * blocks);
  const zeroPoints = new Uint16Array(rows * blocks);
  for (let at = 0; at < rows * blocks; at++) {
    const block = at % blocks;
    const from = Math.floor(at / blocks) * columns + block * BLOCK_SIZE;
    const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
    const { scale, zero } = affineGrid(values.subarray(from, from + count));
    scales[at] = numberToF16(scale);
    zeroPoints[at] = numberToF16(zero);
    for (let i = 0; i < count; i++) {
      const code = Math.floor(values[from + i] / scale + zero + 0.5);
      const kept = Math.max(0, Math.min(15, code));
      data[at * 16 + (i >> 1)] |= kept << ((i & 1) * 4);
    }
  }
  return { data, scales: asBytes(scales), zeroPoints: asBytes(zeroPoints) };
}

/** Step and zero point of one block, as f16 holds them. */
export function affineGrid(values: Float32Array): { scale: number; zero: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // of a block far from 0 and nearly flat, f16 could not hold the zero point
  if (high - low < (Math.abs(low) + Math.abs(high)) / 128) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  const scale = nearestScale((high - low) / 15);
  return { scale, zero: f16ToNumber(numberToF16(-low / scale)) };
}

/** Finds scale, zero point and codes of one block; its arrays serve all blocks. */
class Int4Search {
  /** Of the best candidate so far. */
  codes = new Uint8Array(BLOCK_SIZE);
  scale = MIN_SCALE;
  zero = 0;
  private error = Infinity;
  private spare = new Uint8Array(BLOCK_SIZE);

  run(values: Float32Array, from: number, count: number): void {
    let low = 0;
    let high = 0;
    for (let i = from; i < from + count; i++) {
      const value = values[i];
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    this.error = Infinity;
    for (const range of INT4_RANGES) {
      const scale = nearestScale(((high - low) * range) / 15);
      const zero = Math.min(15, Math.floor((-low * range) / scale + 0.5));
      this.consider(values, from, count, scale, zero);
    }
    this.consider(
      values,
      from,
      count,
      this.fittedScale(values, from, count),
      this.zero,
    );
  }

  /** Keeps this scale and zero point, with the codes they give, if they are the best so far. */
  private consider(
    values: Float32Array,
    from: number,
    count: number,
    scale: number,
    zero: number,
  ): void {
    const codes = this.spare;
    const inverse = 1 / scale;
    const shift = zero + 0.5;
    let error = 0;
    for (let i = 0; i < count; i++) {
      const value = values[from + i];
      let code = (value * inverse + shift) | 0;
      if (code < 0) code = 0;
      else if (code > 15) code = 15;
      codes[i] = code;
      const difference = value - (code - zero) * scale;
      error += difference * difference;
    }
    if (error >= this.error) return;
    this.spare = this.codes;
    this.codes = codes;
    this.error = error;
    this.scale = scale;
    this.zero = zero;
  }

  /** By least squares, the scale that suits the best codes so far. */
  private fittedScale(values: Float32Array, from: number, count: number): number {
    const { codes, zero } = this;
    let dot = 0;
    let norm = 0;
    for (let i = 0; i < count; i++) {
      const step = codes[i] - zero;
      dot += values[from + i] * step;
      norm += step * step;
    }
    return nearestScale(norm > 0 ? dot / norm : 0);
  }
}

/** The f16 nearest to a scale, at least the smallest normal one. */
export function nearestScale(scale: number): number {
  return f16ToNumber(numberToF16(Math.max(scale, MIN_SCALE)));
}
