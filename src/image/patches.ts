/**
 * @file Pixels to the rows that the vision tower reads.
 *
 * A patch is a square of pixels; 2×2 patches are merged into one token after
 * the tower. Rows go group by group (groups row-major over the merged grid,
 * patches row-major inside a group):
 *
 *   0  1 |  4  5        a grid of 2×4 patches, two merged tokens
 *   2  3 |  6  7
 *
 * A row is a patch as [channel, frame, y, x]; a still image is the same in every
 * frame.
 */
import { assert } from '../base/assert.ts';
import type { RgbImage } from './rgb-image.ts';

/** Patches along time, height and width, before merging. */
export type GridThw = readonly [time: number, height: number, width: number];

export interface PatchGeometry {
  readonly patchSize: number;
  /** Frames per patch. Give 1 for weights whose temporal slices were added up. */
  readonly temporalPatchSize: number;
  readonly mergeSize: number;
}

/** Per channel, of values between 0 and 1. */
export interface Normalization {
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export interface Patches {
  /** [N, 3 · temporalPatchSize · patchSize²] */
  readonly pixelValues: Float32Array;
  readonly gridThw: GridThw;
}

/** How many patches an image of that size is cut into. Both edges must be whole merged patches. */
export function patchGrid(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { patchSize, mergeSize }: PatchGeometry,
): GridThw {
  const edge = patchSize * mergeSize;
  assert(
    heightPx % edge === 0 && widthPx % edge === 0,
    `${widthPx}×${heightPx} pixels are whole merged patches of ${edge}`,
  );
  return [1, heightPx / patchSize, widthPx / patchSize];
}

/** Cuts a resized image into normalized patches, in patch order. */
export function cutPatches(
  image: RgbImage,
  geometry: PatchGeometry,
  normalization: Normalization,
): Patches {
  const [, gridHeight, gridWidth] = patchGrid(image, geometry);
  const groups = (gridHeight * gridWidth) / geometry.mergeSize ** 2;
  const order = Int32Array.from({ length: groups }, (_, group) => group);
  return cutPatchesInOrder(image, geometry, normalization, order);
}

/**
 * Cuts a resized image into normalized patches, group by group as `mergedOrder`
 * says, so that the rows come out in window order without a second pass.
 *
 * @param mergedOrder - [N / mergeSize²] raster numbers of merged tokens
 */
export function cutPatchesInOrder(
  image: RgbImage,
  geometry: PatchGeometry,
  normalization: Normalization,
  mergedOrder: Int32Array,
): Patches {
  const { patchSize, temporalPatchSize, mergeSize } = geometry;
  const gridThw = patchGrid(image, geometry);
  const [, gridHeight, gridWidth] = gridThw;
  const columns = 3 * temporalPatchSize * patchSize ** 2;
  const mergedWidth = gridWidth / mergeSize;
  const tables = normalizationTables(normalization);
  const pixelValues = new Float32Array(gridHeight * gridWidth * columns);
  let row = 0;
  for (const group of mergedOrder) {
    const top = Math.floor(group / mergedWidth) * mergeSize;
    const left = (group % mergedWidth) * mergeSize;
    for (let i = 0; i < mergeSize ** 2; i++) {
      const x = (left + (i % mergeSize)) * patchSize;
      const y = (top + Math.floor(i / mergeSize)) * patchSize;
      const out = pixelValues.subarray(row * columns, (row + 1) * columns);
      writePatch(out, image, { x, y, patchSize, temporalPatchSize }, tables);
      row++;
    }
  }
  return { pixelValues, gridThw };
}

interface PatchPlace {
  readonly x: number;
  readonly y: number;
  readonly patchSize: number;
  readonly temporalPatchSize: number;
}

/** One patch as [channel, frame, y, x]. */
function writePatch(
  out: Float32Array,
  { data, widthPx }: RgbImage,
  { x, y, patchSize, temporalPatchSize }: PatchPlace,
  tables: readonly Float32Array[],
): void {
  const frame = patchSize * patchSize;
  tables.forEach((table, channel) => {
    let to = channel * temporalPatchSize * frame;
    const first = to;
    for (let dy = 0; dy < patchSize; dy++) {
      let from = ((y + dy) * widthPx + x) * 3 + channel;
      for (let dx = 0; dx < patchSize; dx++, from += 3) out[to++] = table[data[from]];
    }
    for (let copy = 1; copy < temporalPatchSize; copy++) {
      out.copyWithin(first + copy * frame, first, first + frame);
    }
  });
}

/** What each of the 256 bytes becomes, per channel: (p/255 − mean) / std. */
function normalizationTables({ mean, std }: Normalization): Float32Array[] {
  return mean.map((mu, channel) =>
    Float32Array.from({ length: 256 }, (_, p) => (p / 255 - mu) / std[channel]),
  );
}
