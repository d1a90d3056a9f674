/** @file Pixels in memory. */

/** An image as bytes: `data` is [heightPx, widthPx, 3], red green blue, row-major. */
export interface RgbImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}
