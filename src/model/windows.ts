/**
 * @file Attention windows of the vision tower.
 *
 * Most blocks let a patch attend only inside its window of 4×4 merged tokens.
 * Reordering the tokens once, window by window, makes every window a contiguous
 * run; windows at the right and bottom edges may be smaller.
 *
 *   0  1  2  3 |  4      merged grid 3×5, two windows:
 *   5  6  7  8 |  9      mergedOrder 0 1 2 3 5 6 7 8 10 11 12 13 | 4 9 14
 *  10 11 12 13 | 14
 *
 * Rows of patches move in groups of mergeSize², so patches of one merged token
 * stay together.
 */
import { assert } from '../base/assert.ts';
import type { GridThw } from '../image/patches.ts';
import type { VisionConfig } from './config.ts';

type WindowGeometry = Pick<VisionConfig, 'patchSize' | 'mergeSize' | 'windowSize'>;

export interface WindowOrder {
  /** [N / mergeSize²] raster number of the merged token at each place of the window order. */
  readonly mergedOrder: Int32Array;
  /** [N / mergeSize²] the other way round: where each raster token went. Gather with it after the merger. */
  readonly mergedPlaces: Int32Array;
  /** [N] row number in patch order at each place of the window order. */
  readonly patchOrder: Int32Array;
  /** [W] patches in each window, Σ = N. */
  readonly windowLengths: Int32Array;
}

/** Patches of a full window: (windowSize / patchSize)². */
export function windowSlots({ windowSize, patchSize }: WindowGeometry): number {
  return (windowSize / patchSize) ** 2;
}

/** The window order of one image. */
export function windowOrder(
  [time, gridHeight, gridWidth]: GridThw,
  vision: WindowGeometry,
): WindowOrder {
  const { mergeSize } = vision;
  const group = mergeSize ** 2;
  const edge = vision.windowSize / vision.patchSize / mergeSize; // in merged tokens
  const height = gridHeight / mergeSize;
  const width = gridWidth / mergeSize;
  assert(
    Number.isInteger(height) && Number.isInteger(width),
    `a grid of ${gridHeight}×${gridWidth} patches is whole merged tokens`,
  );
  const mergedOrder = new Int32Array(time * height * width);
  const windowLengths: number[] = [];
  let place = 0;
  for (let frame = 0; frame < time; frame++) {
    for (let top = 0; top < height; top += edge) {
      for (let left = 0; left < width; left += edge) {
        const start = place;
        for (let row = top; row < Math.min(top + edge, height); row++) {
          for (let column = left; column < Math.min(left + edge, width); column++) {
            mergedOrder[place++] = (frame * height + row) * width + column;
          }
        }
        windowLengths.push((place - start) * group);
      }
    }
  }
  return {
    mergedOrder,
    mergedPlaces: invert(mergedOrder),
    patchOrder: expandGroups(mergedOrder, group),
    windowLengths: Int32Array.from(windowLengths),
  };
}

function invert(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((token, place) => {
    places[token] = place;
  });
  return places;
}

function expandGroups(order: Int32Array, group: number): Int32Array {
  return Int32Array.from(
    { length: order.length * group },
    (_, i) => order[Math.floor(i / group)] * group + (i % group),
  );
}

/**
 * Windows as a batch of equal length S, so that one attention serves them all:
 * gather the rows with `padIndex`, attend with `padBias` added, gather back
 * with `unpadIndex`.
 */
export interface PaddedWindows {
  /** [W · S] window-order row in each slot; an empty slot repeats row 0. */
  readonly padIndex: Int32Array;
  /** [W, 1, S, S] added to the scores: 0, and `MASKED` on the keys of empty slots. */
  readonly padBias: Float32Array;
  /** [N] slot of each window-order row. */
  readonly unpadIndex: Int32Array;
  readonly windows: number;
  readonly slots: number;
}

/** Far below any score, and finite in f16 even after a score is added. */
export const MASKED = -30000;

/** @param windowLengths - [W], each at most `slots` */
export function padWindows(windowLengths: Int32Array, slots: number): PaddedWindows {
  const windows = windowLengths.length;
  const rows = windowLengths.reduce((sum, length) => sum + length, 0);
  const padIndex = new Int32Array(windows * slots);
  const padBias = new Float32Array(windows * slots * slots);
  const unpadIndex = new Int32Array(rows);
  let row = 0;
  windowLengths.forEach((length, window) => {
    assert(length <= slots, `a window of ${length} patches fits ${slots} slots`);
    for (let slot = 0; slot < length; slot++, row++) {
      padIndex[window * slots + slot] = row;
      unpadIndex[row] = window * slots + slot;
    }
    for (let query = 0; query < slots; query++) {
      const from = (window * slots + query) * slots;
      padBias.fill(MASKED, from + length, from + slots);
    }
  });
  return { padIndex, padBias, unpadIndex, windows, slots };
}
