/**
 * @file Tables of cosines and sines that turn queries and keys.
 *
 * Pair j of a head is (j, j + headDim/2), turned by an angle that both halves
 * share, so a table row has headDim/2 numbers.
 *
 * Angles are rounded to float32 where the reference rounds them: the weights
 * were trained with those angles, and at position 30,000 they are 10⁻³ off the
 * exact ones.
 */
import { assert } from '../base/assert.ts';
import type { GridThw } from '../image/patches.ts';
import type { TextConfig, VisionConfig } from './config.ts';

export interface RotaryTable {
  /** Both [rows, headDim/2]. */
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

const VISION_THETA = 10000;

/**
 * M-RoPE rows: the first frequencies follow time, the next height, the last width.
 *
 * @param positionIds - [3, T]
 * @returns cos, sin [T, headDim/2]
 */
export function textRotary(
  positionIds: Int32Array,
  {
    headDim,
    ropeTheta,
    mropeSection,
  }: Pick<TextConfig, 'headDim' | 'ropeTheta' | 'mropeSection'>,
): RotaryTable {
  const count = positionIds.length / 3;
  const pairs = headDim / 2;
  const frequencies = inverseFrequencies(ropeTheta, pairs);
  const axes = mropeSection.flatMap((size, axis) => Array<number>(size).fill(axis));
  assert(axes.length === pairs, `M-RoPE sections fill ${pairs} pairs`);
  return fillTable(count, pairs, (row, pair) =>
    Math.fround(positionIds[axes[pair] * count + row] * frequencies[pair]),
  );
}

/**
 * Rows of the vision tower: the first half of the pairs follows a patch's row
 * in the grid, the second its column.
 *
 * @param patchOrder - [N] row numbers of patch order, for instance in window order
 * @returns cos, sin [N, headDim/2], in that order
 */
export function visionRotary(
  [, gridHeight, gridWidth]: GridThw,
  patchOrder: Int32Array,
  {
    hiddenSize,
    heads,
    mergeSize,
  }: Pick<VisionConfig, 'hiddenSize' | 'heads' | 'mergeSize'>,
): RotaryTable {
  const pairs = hiddenSize / heads / 2;
  const half = pairs / 2;
  const frequencies = inverseFrequencies(VISION_THETA, half);
  const group = mergeSize ** 2;
  const mergedWidth = gridWidth / mergeSize;
  return fillTable(patchOrder.length, pairs, (row, pair) => {
    const patch = patchOrder[row] % (gridHeight * gridWidth); // every frame has the same angles
    const merged = Math.floor(patch / group);
    const inside = patch % group;
    const position =
      pair < half
        ? Math.floor(merged / mergedWidth) * mergeSize + Math.floor(inside / mergeSize)
        : (merged % mergedWidth) * mergeSize + (inside % mergeSize);
    return Math.fround(position * frequencies[pair % half]);
  });
}

/** [count] θ^(−j/count), rounded to float32 at each of the reference's steps. */
function inverseFrequencies(theta: number, count: number): Float32Array {
  return Float32Array.from(
    { length: count },
    (_, j) => 1 / Math.fround(theta ** Math.fround(j / count)),
  );
}

function fillTable(
  rows: number,
  pairs: number,
  angle: (row: number, pair: number) => number,
): RotaryTable {
  const cos = new Float32Array(rows * pairs);
  const sin = new Float32Array(rows * pairs);
  for (let row = 0; row < rows; row++) {
    for (let pair = 0; pair < pairs; pair++) {
      const theta = angle(row, pair);
      cos[row * pairs + pair] = Math.cos(theta);
      sin[row * pairs + pair] = Math.sin(theta);
    }
  }
  return { cos, sin };
}
