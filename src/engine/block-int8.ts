/**
 * @file Weights as 8-bit blocks around 128, for MatMulNBits.
 *
 * Without zero points: on the software GPU reading them makes a product of one row
 * a fifth slower, while they lower Clinic-Mini's KL to its stored weights only
 * from 0.0015 to 0.0010 nats.
 */
import { BLOCK_SIZE } from '../checkpoint/manifest.ts';
import { f16ToNumber, numberToF16 } from '../tensor/f16.ts';

/** Where blocks go: codes [blocks, 32] and scales [blocks]; value = (code − 128) · scale. */
export interface ByteBlocks {
  readonly codes: Uint8Array;
  readonly scales: Float32Array;
}

/** The smallest scale that no f16 reader takes for zero. */
const MIN_SCALE = 2 ** -14;
const ZERO = 128;
const LARGEST = 127;

/**
 * Quantizes rows of weights into the blocks from `fromBlock` on. The largest
 * magnitude of a block becomes 127 steps.
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
  { codes, scales }: ByteBlocks,
): void {
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  for (let at = 0; at < rows * blocks; at++) {
    const block = at % blocks;
    const from = ((at - block) / blocks) * columns + block * BLOCK_SIZE;
    const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
    let largest = 0;
    for (let i = from; i < from + count; i++) {
      const magnitude = Math.abs(weights[i]);
      if (magnitude > largest) largest = magnitude;
    }
    const exact = Math.max(largest / LARGEST, MIN_SCALE);
    const scale = isF16 ? f16ToNumber(numberToF16(exact)) : Math.fround(exact);
    const to = (fromBlock + at) * BLOCK_SIZE;
    for (let i = 0; i < count; i++) {
      const code = Math.round(weights[from + i] / scale) + ZERO;
      codes[to + i] = code < 0 ? 0 : code > 255 ? 255 : code;
    }
    codes.fill(ZERO, to + count, to + BLOCK_SIZE);
    scales[fromBlock + at] = scale;
  }
}
