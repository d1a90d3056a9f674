import { expect, test } from 'vitest';
import type { GridThw } from '../image/patches.ts';
import { GOLDEN_NAMES, openGolden, type GoldenName } from '../testing/golden-folder.ts';
import { PositionWalk } from './positions.ts';
import { readModelConfig } from './read-config.ts';

/** A golden prompt, where its images start, and a fresh walk for it. */
async function goldenPrompt(name: GoldenName) {
  const { tensors, config } = await openGolden(name);
  const { tokens, vision } = readModelConfig(config);
  const flat = tensors.ints('image.grid_thw');
  const grids = Array.from({ length: flat.length / 3 }, (_, i): GridThw => [
    flat[i * 3],
    flat[i * 3 + 1],
    flat[i * 3 + 2],
  ]);
  const tokenIds = tensors.ints('text.ids');
  const starts: number[] = [];
  let from = 0;
  for (const grid of grids) {
    const start = tokenIds.indexOf(tokens.imagePad, from);
    starts.push(start);
    from = start + imageTokens(grid);
  }
  const newWalk = () =>
    new PositionWalk({ imagePad: tokens.imagePad, mergeSize: vision.mergeSize });
  return { tensors, tokenIds, grids, starts, newWalk };
}

function imageTokens([, height, width]: GridThw): number {
  return (height * width) / 4;
}

test.each(GOLDEN_NAMES)(
  'the positions of %s are those of the reference',
  async (name) => {
    const { tensors, tokenIds, grids, newWalk } = await goldenPrompt(name);
    const walk = newWalk();
    expect(walk.append(tokenIds, grids)).toEqual(tensors.ints('text.position_ids'));
    expect([walk.positionOffset]).toEqual([...tensors.ints('text.rope_delta')]);
  },
);

test.each(GOLDEN_NAMES)(
  'walking %s in two parts gives the positions of one walk, wherever it is cut',
  async (name) => {
    const { tokenIds, grids, starts, newWalk } = await goldenPrompt(name);
    const whole = newWalk();
    const expected = whole.append(tokenIds, grids);
    for (let cut = 0; cut <= tokenIds.length; cut++) {
      const isInside = starts.some(
        (start, i) => cut > start && cut < start + imageTokens(grids[i]),
      );
      if (isInside) continue;
      const before = starts.filter((start) => start < cut).length;
      const walk = newWalk();
      const first = walk.append(tokenIds.subarray(0, cut), grids.slice(0, before));
      const second = walk.append(tokenIds.subarray(cut), grids.slice(before));
      const joined = [0, 1, 2].flatMap((axis) => [
        ...first.subarray(axis * cut, (axis + 1) * cut),
        ...second.subarray(
          axis * (tokenIds.length - cut),
          (axis + 1) * (tokenIds.length - cut),
        ),
      ]);
      expect(joined).toEqual([...expected]);
      expect(walk.positionOffset).toBe(whole.positionOffset);
    }
  },
);

test.each(GOLDEN_NAMES)(
  'a walk over %s that is cut back goes on as if it had never been longer',
  async (name) => {
    const { tokenIds, grids, starts, newWalk } = await goldenPrompt(name);
    const whole = newWalk();
    const expected = whole.append(tokenIds, grids);
    const count = tokenIds.length;
    for (let cut = 0; cut <= count; cut++) {
      const walk = newWalk();
      walk.append(tokenIds, grids);
      const left = walk.truncateTo(cut);
      expect(left).toBeLessThanOrEqual(cut);
      expect(walk.length).toBe(left);
      const before = starts.filter((start) => start < left).length;
      const rest = walk.append(tokenIds.subarray(left), grids.slice(before));
      const restTime = rest.subarray(0, count - left);
      expect(restTime).toEqual(expected.subarray(left, count));
      expect(walk.positionOffset).toBe(whole.positionOffset);
    }
  },
);

test('a cut inside an image falls before it', async () => {
  const { tokenIds, grids, starts, newWalk } = await goldenPrompt('plain');
  const walk = newWalk();
  walk.append(tokenIds, grids);
  expect(walk.truncateTo(starts[1] + 1)).toBe(starts[1]);
});

test('decoding goes on at the length plus the offset', async () => {
  const { tokenIds, grids, newWalk } = await goldenPrompt('plain');
  const walk = newWalk();
  walk.append(tokenIds, grids);
  const position = walk.length + walk.positionOffset;
  expect([...walk.appendText()]).toEqual([position, position, position]);
  expect([...walk.appendText()]).toEqual([position + 1, position + 1, position + 1]);
});

test('a grid too few or too many is a broken promise', () => {
  expect(() => smallWalk().append(Int32Array.of(1, 9), [])).toThrow(/grid/);
  expect(() =>
    smallWalk().append(Int32Array.of(1, 9), [
      [1, 2, 2],
      [1, 2, 2],
    ]),
  ).toThrow(/grids/);
  expect(() => smallWalk().append(Int32Array.of(9, 1), [[1, 2, 4]])).toThrow(/belongs/);
});

function smallWalk() {
  return new PositionWalk({ imagePad: 9, mergeSize: 2 });
}
