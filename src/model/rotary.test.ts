import { expect, test } from 'vitest';
import { GOLDEN_NAMES, openGolden } from '../testing/golden-folder.ts';
import { readModelConfig } from './read-config.ts';
import { textRotary, visionRotary } from './rotary.ts';

test.for(GOLDEN_NAMES)(
  'the M-RoPE tables of %s are those of the reference',
  async (name, { annotate }) => {
    const { tensors, config } = await openGolden(name);
    const { text } = readModelConfig(config);
    const ours = textRotary(tensors.ints('text.position_ids'), text);
    const half = text.headDim / 2;
    let largest = 0;
    for (const part of ['cos', 'sin'] as const) {
      const expected = tensors.floats(`text.${part}`); // both halves of headDim are equal
      expect(expected.length).toBe(ours[part].length * 2);
      ours[part].forEach((value, i) => {
        const at = Math.floor(i / half) * text.headDim + (i % half);
        largest = Math.max(largest, Math.abs(value - expected[at]));
      });
    }
    await annotate(`largest difference ${largest}, tolerance 1e-6`);
    expect(largest).toBeLessThanOrEqual(1e-6);
  },
);

test('text advances all three axes alike, so M-RoPE is plain RoPE', () => {
  const positionIds = Int32Array.of(0, 5, 0, 5, 0, 5);
  const config = { headDim: 4, ropeTheta: 100, mropeSection: [1, 1, 0] } as const;
  const { cos, sin } = textRotary(positionIds, config);
  const expected = [1, 1, Math.cos(5), Math.cos(0.5)];
  cos.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 6));
  expect(sin[3]).toBeCloseTo(Math.sin(0.5), 6);
});

test('a patch is turned by its row, then by its column', () => {
  const vision = { hiddenSize: 8, heads: 1, mergeSize: 2 };
  // Patch order of a 2×4 grid: 0 1 4 5 / 2 3 6 7. Row number 7 is at row 1, column 3.
  const { cos, sin } = visionRotary([1, 2, 4], Int32Array.of(7, 0), vision);
  const expected = [1, 0.01, 3, 0.03];
  expected.forEach((angle, pair) => {
    expect(cos[pair]).toBeCloseTo(Math.cos(angle), 6);
    expect(sin[pair]).toBeCloseTo(Math.sin(angle), 6);
  });
  expect([...cos.subarray(4)]).toEqual([1, 1, 1, 1]);
});
