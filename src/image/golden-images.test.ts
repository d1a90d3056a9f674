import { expect, test } from 'vitest';
import { openGolden } from '../testing/golden-folder.ts';
import { decodeImage } from './decode.ts';
import { cutPatches, cutPatchesInOrder } from './patches.ts';
import { resizeBicubic } from './resize.ts';
import { smartResize } from './smart-resize.ts';

const GEOMETRY = { patchSize: 14, temporalPatchSize: 2, mergeSize: 2 };
const NORMALIZATION = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
} as const;
const LIMITS = { minPixels: 3136, maxPixels: 4816896 };

/** Every image of a golden folder, decoded and resized. */
async function resizedImages(name: 'plain' | 'released') {
  const golden = await openGolden(name);
  const images = [];
  for (const blob of golden.images) {
    const image = await decodeImage(blob);
    images.push(resizeBicubic(image, smartResize(image, 28, LIMITS)));
  }
  return { golden, images };
}

test.each(['plain', 'released'] as const)(
  'the images of %s are resized to the same bytes as in the reference',
  async (name) => {
    const { golden, images } = await resizedImages(name);
    images.forEach((image, i) => {
      const [height, width] = golden.tensors.shape(`image.${i}.resized`);
      expect([image.heightPx, image.widthPx]).toEqual([height, width]);
      const expected = golden.tensors.bytes(`image.${i}.resized`);
      expect(Buffer.compare(image.data, expected), `image ${i}`).toBe(0);
    });
  },
);

test.for(['plain', 'released'] as const)(
  'the images of %s are cut into the pixel values of the reference',
  async (name, { annotate }) => {
    const { golden, images } = await resizedImages(name);
    const expected = golden.tensors.floats('image.pixel_values');
    const grids: number[] = [];
    let row = 0;
    let largest = 0;
    for (const image of images) {
      const { pixelValues, gridThw } = cutPatches(image, GEOMETRY, NORMALIZATION);
      pixelValues.forEach((value, i) => {
        largest = Math.max(largest, Math.abs(value - expected[row + i]));
      });
      row += pixelValues.length;
      grids.push(...gridThw);
    }
    expect(row).toBe(expected.length);
    expect(grids).toEqual([...golden.tensors.ints('image.grid_thw')]);
    await annotate(`largest difference ${largest}, tolerance 1e-6`);
    expect(largest).toBeLessThanOrEqual(1e-6);
  },
);

test('cutting in an order gives the groups of the plain cut in that order', async () => {
  const { images } = await resizedImages('plain');
  const [image] = images;
  if (!image) throw new Error('the folder has an image');
  const { pixelValues } = cutPatches(image, GEOMETRY, NORMALIZATION);
  const order = Int32Array.from([
    0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17, 18, 4, 9, 14, 19,
  ]);
  const ordered = cutPatchesInOrder(image, GEOMETRY, NORMALIZATION, order).pixelValues;
  const group = 4 * 1176;
  order.forEach((from, to) => {
    const expected = pixelValues.subarray(from * group, (from + 1) * group);
    expect(ordered.subarray(to * group, (to + 1) * group)).toEqual(expected);
  });
});
