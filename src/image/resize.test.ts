import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { resizeBicubic } from './resize.ts';
import type { RgbImage } from './rgb-image.ts';

const GOLDEN = new URL('../testing/golden/pillow_bicubic.json', import.meta.url);

type Row = [
  heightPx: number,
  widthPx: number,
  newHeight: number,
  newWidth: number,
  sha256: string,
];

/** Noise, the same as in the table: hard edges everywhere, so that sums overshoot and are clamped. */
function noise(heightPx: number, widthPx: number, seed: number): RgbImage {
  let x = seed;
  const data = Uint8Array.from({ length: heightPx * widthPx * 3 }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x >>> 24;
  });
  return { heightPx, widthPx, data };
}

test('noise of many sizes is resized to the bytes that Pillow gives', async () => {
  const { rows } = JSON.parse(await readFile(GOLDEN, 'utf8')) as { rows: Row[] };
  expect(rows.length).toBeGreaterThanOrEqual(20);
  rows.forEach(([height, width, heightPx, widthPx, sha256], i) => {
    const resized = resizeBicubic(noise(height, width, i + 1), { heightPx, widthPx });
    const actual = createHash('sha256').update(resized.data).digest('hex');
    expect(actual, `${width}×${height} to ${widthPx}×${heightPx}`).toBe(sha256);
  });
});

test('an image that has the size already is left alone', () => {
  const image = noise(28, 56, 1);
  expect(resizeBicubic(image, { heightPx: 28, widthPx: 56 })).toBe(image);
});
