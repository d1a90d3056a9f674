import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { openGolden } from '../testing/golden-folder.ts';
import { readModelConfig } from './read-config.ts';
import { MASKED, padWindows, windowOrder, windowSlots } from './windows.ts';

const VISION = { patchSize: 14, mergeSize: 2, windowSize: 112 };

test('a grid of 8×10 patches falls into two windows', () => {
  const { mergedOrder, windowLengths } = windowOrder([1, 8, 10], VISION);
  expect([...mergedOrder]).toEqual([
    0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17, 18, 4, 9, 14, 19,
  ]);
  expect([...windowLengths]).toEqual([64, 16]);
});

test('a grid of 4×14 patches falls into two windows, partial on both edges', () => {
  const { mergedOrder, windowLengths } = windowOrder([1, 4, 14], VISION);
  expect([...mergedOrder]).toEqual([0, 1, 2, 3, 7, 8, 9, 10, 4, 5, 6, 11, 12, 13]);
  expect([...windowLengths]).toEqual([32, 24]);
});

test('windows never cross frames', () => {
  const { mergedOrder, windowLengths } = windowOrder([2, 4, 4], VISION);
  expect([...mergedOrder]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect([...windowLengths]).toEqual([16, 16]);
});

test.for(['plain', 'released'] as const)(
  'gathering with mergedPlaces turns the merger rows of %s into its features',
  async (name) => {
    const golden = await openGolden(name);
    const { vision } = readModelConfig(golden.config);
    const merger = golden.tensors.floats('vision.merger');
    const features = golden.tensors.floats('vision.features');
    const grids = golden.tensors.ints('image.grid_thw');
    const width = vision.outHiddenSize;
    let first = 0;
    for (let image = 0; image < golden.images.length; image++) {
      const [, height = 0, columns = 0] = grids.subarray(image * 3, image * 3 + 3);
      const { mergedPlaces } = windowOrder([1, height, columns], vision);
      mergedPlaces.forEach((place, token) => {
        const from = (first + place) * width;
        const to = (first + token) * width;
        expect(features.subarray(to, to + width)).toEqual(
          merger.subarray(from, from + width),
        );
      });
      first += mergedPlaces.length;
    }
    expect(first * width).toBe(features.length);
  },
);

test('patches move in groups of four', () => {
  const { patchOrder } = windowOrder([1, 8, 10], VISION);
  expect([...patchOrder.subarray(16 * 4 - 4, 16 * 4 + 4)]).toEqual([
    72, 73, 74, 75, 16, 17, 18, 19,
  ]);
});

test('every grid is reordered without loss, and padding goes there and back', () => {
  const edge = integer({ min: 1, max: 11 }).map((merged) => merged * 2);
  assert(
    property(edge, edge, (height, width) => {
      const order = windowOrder([1, height, width], VISION);
      const patches = height * width;
      expect([...order.patchOrder].toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: patches }, (_, i) => i),
      );
      order.mergedOrder.forEach((token, place) => {
        expect(order.mergedPlaces[token]).toBe(place);
      });
      const padded = padWindows(order.windowLengths, windowSlots(VISION));
      padded.unpadIndex.forEach((slot, row) => {
        expect(padded.padIndex[slot]).toBe(row);
      });
      expect(padded.unpadIndex.length).toBe(patches);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('empty slots point at row 0 and no query sees them', () => {
  const { padIndex, padBias, unpadIndex } = padWindows(Int32Array.of(2, 1), 3);
  expect([...padIndex]).toEqual([0, 1, 0, 2, 0, 0]);
  expect([...unpadIndex]).toEqual([0, 1, 3]);
  const full = [0, 0, MASKED];
  const single = [0, MASKED, MASKED];
  expect([...padBias]).toEqual([
    ...full,
    ...full,
    ...full,
    ...single,
    ...single,
    ...single,
  ]);
});
