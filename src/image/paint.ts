/** @file The pixels of a decoded image onto a canvas, none of them changed. */
import type { RgbImage } from './rgb-image.ts';

/** Rows put at once: four bytes a pixel, so not the whole image. */
const STRIP_ROWS = 512;

/** Paints `image` with its upper left corner at that of the canvas. */
export function paint(
  context: OffscreenCanvasRenderingContext2D,
  { widthPx, heightPx, data }: RgbImage,
): void {
  for (let top = 0; top < heightPx; top += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, heightPx - top);
    const rgba = new Uint8ClampedArray(widthPx * rows * 4).fill(255);
    for (let from = top * widthPx * 3, to = 0; to < rgba.length; from += 3, to += 4) {
      rgba[to] = data[from];
      rgba[to + 1] = data[from + 1];
      rgba[to + 2] = data[from + 2];
    }
    context.putImageData(new ImageData(rgba, widthPx, rows), 0, top);
  }
}
