/**
 * @file A region of an attached image as an image file of its own.
 *
 * The pixels are those of the original, decoded as for the model, and are kept
 * without loss: nothing is resized before the model's own resizing.
 */
import { canvasOf } from '../image/canvas-of.ts';
import { cropImage, type PixelRect } from '../image/crop.ts';
import { decodeImage } from '../image/decode.ts';
import { paint } from '../image/paint.ts';
import type { RgbImage } from '../image/rgb-image.ts';

/**
 * Cuts `rect` out of an image, as a PNG.
 *
 * @throws AssistantError 'bad-input' when the image cannot be read
 */
export async function cutRegion(image: Blob, rect: PixelRect): Promise<Blob> {
  return encodePng(cropImage(await decodeImage(image), rect));
}

function encodePng(image: RgbImage): Promise<Blob> {
  const { canvas, context } = canvasOf(image.widthPx, image.heightPx);
  paint(context, image);
  return canvas.convertToBlob({ type: 'image/png' });
}
