/**
 * @file Bicubic resizing, byte for byte what Pillow computes.
 *
 * The reference pipeline resizes with Pillow, and browsers' own scalers are
 * other filters. Two passes, horizontal first, with bytes in between; a pass
 * whose length does not change is left out. Weights are 22-bit fixed point, so
 * that a sum of weight · byte fits an int32: |Σ| < 1.3 · 255 · 2²² < 2³¹.
 *
 * Pillow 13 goes vertically first when the height shrinks much more than the
 * width, which rounds differently. The reference values and the benchmark were
 * made with earlier ones; `smartResize` keeps the shape, so few images would care.
 *
 * @see Pillow 12, src/libImaging/Resample.c
 */
import type { RgbImage } from './rgb-image.ts';
import type { ImageSize } from './smart-resize.ts';

const PRECISION_BITS = 22;
const HALF = 1 << (PRECISION_BITS - 1);

/** What one axis of `n` input positions contributes to each of `k` output positions. */
interface AxisWeights {
  /** [k] first input position of each output position. */
  readonly starts: Int32Array;
  /** [k] how many input positions. */
  readonly counts: Int32Array;
  /** [k, taps] fixed-point weights, rows padded with zeros. */
  readonly weights: Int32Array;
  readonly taps: number;
}

/** `image` at another size. Returns the same image when the size is its own. */
export function resizeBicubic(
  image: RgbImage,
  { heightPx, widthPx }: ImageSize,
): RgbImage {
  const wide = widthPx === image.widthPx ? image : resizeRows(image, widthPx);
  return heightPx === wide.heightPx ? wide : resizeColumns(wide, heightPx);
}

function resizeRows({ data, widthPx, heightPx }: RgbImage, newWidth: number): RgbImage {
  const { starts, counts, weights, taps } = axisWeights(widthPx, newWidth);
  const out = new Uint8Array(heightPx * newWidth * 3);
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx * 3;
    for (let x = 0; x < newWidth; x++) {
      let from = row + starts[x] * 3;
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      const end = x * taps + counts[x];
      for (let tap = x * taps; tap < end; tap++, from += 3) {
        const weight = weights[tap];
        red = (red + weight * data[from]) | 0;
        green = (green + weight * data[from + 1]) | 0;
        blue = (blue + weight * data[from + 2]) | 0;
      }
      out[to++] = toByte(red);
      out[to++] = toByte(green);
      out[to++] = toByte(blue);
    }
  }
  return { widthPx: newWidth, heightPx, data: out };
}

/** Whole rows at a time, so that memory is read in order. */
function resizeColumns(
  { data, widthPx, heightPx }: RgbImage,
  newHeight: number,
): RgbImage {
  const { starts, counts, weights, taps } = axisWeights(heightPx, newHeight);
  const rowBytes = widthPx * 3;
  const out = new Uint8Array(newHeight * rowBytes);
  const sums = new Int32Array(rowBytes);
  for (let y = 0; y < newHeight; y++) {
    sums.fill(HALF);
    for (let tap = 0; tap < counts[y]; tap++) {
      const weight = weights[y * taps + tap];
      const from = (starts[y] + tap) * rowBytes;
      for (let i = 0; i < rowBytes; i++) sums[i] += weight * data[from + i];
    }
    const to = y * rowBytes;
    for (let i = 0; i < rowBytes; i++) out[to + i] = toByte(sums[i]);
  }
  return { widthPx, heightPx: newHeight, data: out };
}

function toByte(sum: number): number {
  const value = sum >> PRECISION_BITS;
  if (value < 0) return 0;
  return value > 255 ? 255 : value;
}

/** Doubles in Pillow's own order of operations: the last bit decides a rounding. */
function axisWeights(n: number, k: number): AxisWeights {
  const scale = n / k;
  const filterScale = Math.max(scale, 1);
  const inverse = 1 / filterScale;
  const support = 2 * filterScale;
  const taps = Math.ceil(support) * 2 + 1;
  const starts = new Int32Array(k);
  const counts = new Int32Array(k);
  const weights = new Int32Array(k * taps);
  const row = new Float64Array(taps);
  for (let o = 0; o < k; o++) {
    const center = (o + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - support + 0.5));
    const count = Math.min(n, Math.trunc(center + support + 0.5)) - start;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      row[i] = bicubic((i + start - center + 0.5) * inverse);
      sum += row[i];
    }
    for (let i = 0; i < count; i++) {
      const fixed = (sum === 0 ? row[i] : row[i] / sum) * (1 << PRECISION_BITS);
      weights[o * taps + i] = Math.trunc(fixed < 0 ? fixed - 0.5 : fixed + 0.5);
    }
    starts[o] = start;
    counts[o] = count;
  }
  return { starts, counts, weights, taps };
}

/** Keys' cubic convolution with a = −0.5. */
function bicubic(signed: number): number {
  const a = -0.5;
  const x = Math.abs(signed);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
  return 0;
}
