import { expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import { BLOCK_SIZE } from '../checkpoint/manifest.ts';
import { f16ToNumber, numberToF16 } from '../tensor/f16.ts';
import { quantizeIntoBytes, type ByteBlocks } from './block-int8.ts';

const ROWS = 3;
const COLUMNS = 70; // two whole blocks and a short one
const BLOCKS = 3;

const empty = (): ByteBlocks => ({
  codes: new Uint8Array(ROWS * BLOCKS * BLOCK_SIZE),
  scales: new Float32Array(ROWS * BLOCKS),
});

function weights(): Float32Array {
  const random = new Random(17);
  const values = Float32Array.from({ length: ROWS * COLUMNS }, () => random.normal());
  values.fill(0, 0, BLOCK_SIZE); // a block of zeros
  for (let i = BLOCK_SIZE; i < 2 * BLOCK_SIZE; i++) values[i] = 2 + Math.abs(values[i]);
  for (let i = COLUMNS; i < COLUMNS + BLOCK_SIZE; i++) values[i] = -Math.abs(values[i]);
  return values;
}

const WHOLE = { fromBlock: 0, rows: ROWS, columns: COLUMNS, isF16: false };

test.each([false, true])(
  'every weight comes back within half a step, scales in f16: %s',
  (isF16) => {
    const values = weights();
    const { codes, scales } = empty();
    quantizeIntoBytes(values, { ...WHOLE, isF16 }, { codes, scales });
    for (const [i, value] of values.entries()) {
      const [row, column] = [Math.floor(i / COLUMNS), i % COLUMNS];
      const block = row * BLOCKS + Math.floor(column / BLOCK_SIZE);
      const code = codes[block * BLOCK_SIZE + (column % BLOCK_SIZE)];
      const off = Math.abs((code - 128) * scales[block] - value);
      // a rounded scale may move the ends of the range by a little more
      expect(off).toBeLessThanOrEqual(scales[block] * (isF16 ? 0.75 : 0.51));
      expect(value !== 0 || off === 0).toBe(true);
    }
    const isExact = scales.every((it) => f16ToNumber(numberToF16(it)) === it);
    expect(isExact).toBe(isF16);
  },
);

test('the rest of a short block stands for zero', () => {
  const { codes, scales } = empty();
  quantizeIntoBytes(weights(), WHOLE, { codes, scales });
  for (let row = 0; row < ROWS; row++) {
    const block = row * BLOCKS + 2;
    const rest = codes.subarray(block * BLOCK_SIZE + 6, (block + 1) * BLOCK_SIZE);
    expect(new Set(rest)).toEqual(new Set([128]));
  }
});

test('done row by row is the whole', () => {
  const [whole, parts] = [empty(), empty()];
  quantizeIntoBytes(weights(), WHOLE, whole);
  for (let row = 0; row < ROWS; row++) {
    const some = weights().subarray(row * COLUMNS, (row + 1) * COLUMNS);
    quantizeIntoBytes(some, { ...WHOLE, fromBlock: row * BLOCKS, rows: 1 }, parts);
  }
  expect(parts).toEqual(whole);
});
