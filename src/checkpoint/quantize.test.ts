import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import { dequantizeRows } from './dequantize.ts';
import { BLOCK_SIZE } from './manifest.ts';
import { MIN_SCALE, quantizeRows } from './quantize.ts';
import { plainInt4Block, plainInt8Block, plainPack } from './quantize-plain.ts';

/** Rows of weights of every kind: spread, shifted, tiny, zero, with outliers. */
function sampleRows(rows: number, columns: number, seed = 1): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: rows * columns }, (_, i) => {
    const kind = Math.floor(i / BLOCK_SIZE) % 6;
    const normal = random.normal();
    if (kind === 0) return normal * 0.02;
    if (kind === 1) return normal * 0.02 + 0.1;
    if (kind === 2) return normal * 1e-6;
    if (kind === 3) return 0;
    if (kind === 4) return normal * (random.below(16) === 0 ? 3 : 0.05);
    return normal * 900 - 800;
  });
}

function plainRows(columns: number, values: Float32Array, bits: 4 | 8): number[][] {
  const packed: number[][] = [];
  for (let row = 0; row < values.length; row += columns) {
    const blocks = [];
    for (let at = row; at < row + columns; at += BLOCK_SIZE) {
      const block = [...values.subarray(at, Math.min(at + BLOCK_SIZE, row + columns))];
      blocks.push(bits === 4 ? plainInt4Block(block) : plainInt8Block(block));
    }
    const { data, scales, zeroPoints } = plainPack(blocks, bits);
    packed.push([...data, ...scales, ...(bits === 4 ? zeroPoints : [])]);
  }
  return packed;
}

function fastRows(
  columns: number,
  values: Float32Array,
  type: 'int4' | 'int8',
): number[][] {
  const rows = values.length / columns;
  const { data, scales, zeroPoints } = quantizeRows(type, columns, values);
  const codes = new Uint16Array(must(scales, 'scales').buffer);
  const rowOf = (all: ArrayLike<number>, row: number): number[] => {
    const length = all.length / rows;
    return Array.from(all).slice(row * length, (row + 1) * length);
  };
  return Array.from({ length: rows }, (_, row) => [
    ...rowOf(data, row),
    ...rowOf(codes, row),
    ...rowOf(zeroPoints ?? [], row),
  ]);
}

describe.each([32, 52, 64, 96, 33, 31])('rows of %i numbers', (columns) => {
  it('become the bytes that the plain version gives', () => {
    const values = sampleRows(12, columns);
    expect(fastRows(columns, values, 'int8')).toEqual(plainRows(columns, values, 8));
    expect(fastRows(columns, values, 'int4')).toEqual(plainRows(columns, values, 4));
  });

  it('come back within half a step of int8, and exactly from f32', () => {
    const values = sampleRows(12, columns);
    const bytes = quantizeRows('int8', columns, values);
    const back = dequantizeRows({ type: 'int8', rows: 12, columns }, bytes);
    const blocks = Math.ceil(columns / BLOCK_SIZE);
    values.forEach((value, i) => {
      const row = Math.floor(i / columns);
      const from = row * columns + Math.floor((i % columns) / BLOCK_SIZE) * BLOCK_SIZE;
      const block = values.subarray(
        from,
        Math.min(from + BLOCK_SIZE, (row + 1) * columns),
      );
      const largest = block.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      const step = Math.max(MIN_SCALE, (largest / 127) * 1.001);
      expect(Math.abs((back[i] ?? NaN) - value)).toBeLessThanOrEqual(step * 0.501);
    });
    expect(bytes.data.length).toBe(12 * blocks * 32);
    const same = quantizeRows('f32', columns, values);
    expect(dequantizeRows({ type: 'f32', rows: 12, columns }, same)).toEqual(values);
  });
});

describe('quantization', () => {
  it('keeps zeros in int8, and fills the rest of a short block with them', () => {
    const columns = 70; // two whole blocks and a short one
    const values = sampleRows(3, columns).fill(0, 0, BLOCK_SIZE);
    const bytes = quantizeRows('int8', columns, values);
    const back = dequantizeRows({ type: 'int8', rows: 3, columns }, bytes);
    values.forEach((value, i) => expect(value !== 0 || back[i] === 0).toBe(true));
    for (let row = 0; row < 3; row++) {
      const block = row * 3 + 2;
      const rest = bytes.data.subarray(block * 32 + 6, (block + 1) * 32);
      expect(new Set(rest)).toEqual(new Set([128]));
    }
  });

  it('of int8 row by row is that of the whole', () => {
    const columns = 70;
    const values = sampleRows(3, columns);
    const whole = quantizeRows('int8', columns, values);
    const parts = [0, 1, 2].map((row) =>
      quantizeRows('int8', columns, values.slice(row * columns, (row + 1) * columns)),
    );
    expect(parts.flatMap(({ data }) => [...data])).toEqual([...whole.data]);
    expect(parts.flatMap(({ scales }) => [...(scales ?? [])])).toEqual([
      ...(whole.scales ?? []),
    ]);
  });

  it('keeps int4 blocks exactly that lie on a grid with an f16 scale', () => {
    const random = new Random(2);
    const values = Float32Array.from(
      { length: 320 },
      () => (random.below(16) - 5) * 0.25,
    );
    for (let block = 0; block < 10; block++) values.set([-1.25, 2.5], block * 32);
    const bytes = quantizeRows('int4', 32, values);
    expect(dequantizeRows({ type: 'int4', rows: 10, columns: 32 }, bytes)).toEqual(
      values,
    );
  });

  it('gains by its search over taking the full range', () => {
    const random = new Random(4);
    const values = Float32Array.from(
      { length: 32 * 2000 },
      () => random.normal() * 0.02,
    );
    const bytes = quantizeRows('int4', 32, values);
    const back = dequantizeRows({ type: 'int4', rows: 2000, columns: 32 }, bytes);
    let error = 0;
    let size = 0;
    values.forEach((value, i) => {
      error += (value - (back[i] ?? NaN)) ** 2;
      size += value ** 2;
    });
    // Rounding over the full range costs 8.0 % on normal weights.
    expect(Math.sqrt(error / size)).toBeLessThan(0.0785);
  });

  it('keeps the codes of a grid that does not contain 0, as int4-affine', () => {
    const random = new Random(6);
    const step = 2 ** -7;
    const values = Float32Array.from({ length: 320 }, (_, i) => {
      const code = i % 32 === 0 ? 0 : i % 32 === 1 ? 15 : random.below(16);
      return (code - 7.375) * step;
    });
    const bytes = quantizeRows('int4-affine', 32, values);
    expect(
      dequantizeRows({ type: 'int4-affine', rows: 10, columns: 32 }, bytes),
    ).toEqual(values);
  });

  it('stays within half a step of int4-affine, also far from 0 and in a part of a block', () => {
    const random = new Random(7);
    const columns = 52;
    const values = Float32Array.from(
      { length: 20 * columns },
      (_, i) => random.normal() * 0.02 + (i % 3),
    );
    const bytes = quantizeRows('int4-affine', columns, values);
    const back = dequantizeRows({ type: 'int4-affine', rows: 20, columns }, bytes);
    const largest = values.reduce(
      (most, x, i) => Math.max(most, Math.abs(x - (back[i] ?? NaN))),
      0,
    );
    expect(largest).toBeLessThan((2.2 / 15) * 0.55);
  });

  it('pads columns with the zero point', () => {
    const { data, zeroPoints } = quantizeRows(
      'int4',
      33,
      new Float32Array(33).fill(-2),
    );
    const zero = (must(zeroPoints, 'zero points')[0] ?? 0) >> 4;
    expect(zero).toBe(15);
    expect([...data.subarray(17)]).toEqual(Array.from({ length: 15 }, () => zero * 17));
  });
});
