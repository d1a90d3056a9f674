import { describe, expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import { quantizeIntoColumns, type ColumnInt8 } from './column-int8.ts';

const OUTPUTS = 7;
const INPUTS = 33;

function weights(change: (weights: Float32Array) => void = () => {}): Float32Array {
  const random = new Random(11);
  const values = Float32Array.from({ length: OUTPUTS * INPUTS }, () => random.normal());
  change(values);
  return values;
}

const empty = (): ColumnInt8 => ({
  matrix: new Int8Array(INPUTS * OUTPUTS),
  scales: new Float32Array(OUTPUTS),
});

const WHOLE = { fromRow: 0, rows: OUTPUTS, inputs: INPUTS, outputs: OUTPUTS };

/** By its definition: each output's largest magnitude becomes 127, and the matrix is turned. */
function plainColumns(values: Float32Array): ColumnInt8 {
  const { matrix, scales } = empty();
  for (let out = 0; out < OUTPUTS; out++) {
    const row = values.subarray(out * INPUTS, (out + 1) * INPUTS);
    const largest = Math.max(...row.map(Math.abs));
    scales[out] = largest / 127 || 1;
    for (const [i, value] of row.entries()) {
      matrix[i * OUTPUTS + out] =
        largest === 0 ? 0 : Math.round((value * 127) / largest);
    }
  }
  return { matrix, scales };
}

/** Largest difference of two quantizations, in steps. */
const stepsApart = (a: ColumnInt8, b: ColumnInt8) =>
  Math.max(...a.matrix.map((code, i) => Math.abs(code - b.matrix[i])));

describe('int8 by column', () => {
  test('is what its definition says, save for values half way between two steps', () => {
    const target = empty();
    quantizeIntoColumns(weights(), WHOLE, target);
    const plain = plainColumns(weights());
    expect(target.scales).toEqual(plain.scales);
    expect(stepsApart(target, plain)).toBeLessThanOrEqual(1);
    expect(target.matrix.filter((code, i) => code !== plain.matrix[i]).length).toBe(0);
  });

  test('gives every weight back to within half a step', () => {
    const values = weights();
    const { matrix, scales } = empty();
    quantizeIntoColumns(values, WHOLE, { matrix, scales });
    for (const [i, value] of values.entries()) {
      const [out, input] = [Math.floor(i / INPUTS), i % INPUTS];
      const off = Math.abs(matrix[input * OUTPUTS + out] * scales[out] - value);
      expect(off).toBeLessThanOrEqual(scales[out] * 0.501);
    }
  });

  test('done some rows at a time is the whole', () => {
    const [whole, parts] = [empty(), empty()];
    quantizeIntoColumns(weights(), WHOLE, whole);
    for (const [fromRow, rows] of [
      [0, 3],
      [3, 4],
    ] as const) {
      const some = weights().subarray(fromRow * INPUTS, (fromRow + rows) * INPUTS);
      quantizeIntoColumns(some, { ...WHOLE, fromRow, rows }, parts);
    }
    expect(parts).toEqual(whole);
  });

  test('takes a row of zeros, and of one outlier, as they are', () => {
    const target = empty();
    const values = weights((it) => {
      it.fill(0, 0, INPUTS);
      it.fill(0, INPUTS, 2 * INPUTS);
      it[INPUTS + 5] = -1000;
    });
    quantizeIntoColumns(values, WHOLE, target);
    const column = (out: number) =>
      Array.from({ length: INPUTS }, (_, i) => target.matrix[i * OUTPUTS + out]);
    expect(column(0).every((code) => code === 0)).toBe(true);
    expect(target.scales[0]).toBeGreaterThan(0);
    expect(column(1)[5]).toBe(-127);
    expect(target.scales[1]).toBeCloseTo(1000 / 127, 3);
  });
});
