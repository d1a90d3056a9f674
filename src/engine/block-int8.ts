/**
 * @file Weights as 8-bit blocks with a zero point each, for MatMulNBits.
 */
import { BLOCK_SIZE } from '../checkpoint/manifest.ts';
import { f16ToNumber, numberToF16 } from '../tensor/f16.ts';

/** Where blocks go: codes [blocks, 32], scales and zeros [blocks]; value = (code − zero) · scale. */
export interface ByteBlocks {
  readonly codes: Uint8Array;
  readonly scales: Float32Array;
  readonly zeros: Uint8Array;
}

/** The smallest scale that no f16 reader takes for zero. */
const MIN_SCALE = 2 ** -14;

/**
 * Quantizes rows of weights into the blocks from `fromBlock` on. Each block's
 * range, widened to contain 0, is cut into 255 steps.
 *
 * @param weights - [rows, columns]
 */
export function quantizeIntoBytes(
  weights: Float32Array,
  {
    fromBlock,
    rows,
    columns,
    isF16,
  }: { fromBlock: number; rows: number; columns: number; isF16: boolean },
  { codes, scales, zeros }: ByteBlocks,
): void {
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  for (let at = 0; at < rows * blocks; at++) {
    const block = at % blocks;
    const from = ((at - block) / blocks) * columns + block * BLOCK_SIZE;
    const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
    let low = 0;
    let high = 0;
    for (let i = from; i < from + count; i++) {
      if (weights[i] < low) low = weights[i];
      else if (weights[i] > high) high = weights[i];
    }
    const exact = Math.max((high - low) / 255, MIN_SCALE);
    const scale = isF16 ? f16ToNumber(numberToF16(exact)) : Math.fround(exact);
    const zero = Math.min(255, Math.max(0, Math.round(-low / scale)));
    const to = (fromBlock + at) * BLOCK_SIZE;
    for (let i = 0; i < count; i++) {
      const code = Math.round(weights[from + i] / scale) + zero;
      codes[to + i] = code < 0 ? 0 : code > 255 ? 255 : code;
    }
    codes.fill(zero, to + count, to + BLOCK_SIZE);
    scales[fromBlock + at] = scale;
    zeros[fromBlock + at] = zero;
  }
}
