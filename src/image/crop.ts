/** @file Cutting a rectangle out of an image, pixel for pixel. */
import { assert } from '../base/assert.ts';
import type { RgbImage } from './rgb-image.ts';

/** Whole pixels, from the image's upper left corner. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The pixels of `rect`, which lies inside the image. */
export function cropImage(image: RgbImage, rect: PixelRect): RgbImage {
  const { x, y, widthPx, heightPx } = rect;
  assert(
    widthPx > 0 && heightPx > 0 && x >= 0 && y >= 0,
    `${widthPx}×${heightPx} pixels at ${x}, ${y} are a rectangle`,
  );
  assert(
    x + widthPx <= image.widthPx && y + heightPx <= image.heightPx,
    `the rectangle ends inside ${image.widthPx}×${image.heightPx} pixels`,
  );
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let row = 0; row < heightPx; row++) {
    const from = ((y + row) * image.widthPx + x) * 3;
    data.set(image.data.subarray(from, from + widthPx * 3), row * widthPx * 3);
  }
  return { widthPx, heightPx, data };
}
