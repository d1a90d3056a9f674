/**
 * @file A region of an attached image as an image file of its own.
 *
 * The pixels are those of the original, decoded as for the model, and are kept
 * without loss: nothing is resized before the model's own resizing.
 */
import { canvasOf } from '../image/canvas-of.ts';
import { cropImage, type PixelRect } from '../image/crop.ts';
import { decodeImage } from '../image/decode.ts';
import type { RgbImage } from '../image/rgb-image.ts';

/**
 * Cuts `rect` out of an image, as a PNG.
 *
 * @throws AssistantError 'bad-input' when the image cannot be read
 */
export async function cutRegion(image: Blob, rect: PixelRect): Promise<Blob> {
  return encodePng(cropImage(await decodeImage(image), rect));
}

function encodePng({ widthPx, heightPx, data }: RgbImage): Promise<Blob> {
  const { canvas, context } = canvasOf(widthPx, heightPx);
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    rgba[to] = data[from];
    rgba[to + 1] = data[from + 1];
    rgba[to + 2] = data[from + 2];
  }
  context.putImageData(new ImageData(rgba, widthPx, heightPx), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
