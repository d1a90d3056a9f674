/**
 * @file An attached file to pixels.
 *
 * PNG is decoded by our own code and is exact everywhere. Other kinds are the
 * browser's: JPEG decoders differ by a grey level or two, and what is partly
 * transparent is rounded by its canvas. EXIF orientation, colour profiles and
 * premultiplication are left out, as in the reference; a photo that lies on its
 * side is turned before it is attached.
 */
import { AssistantError } from '../base/errors.ts';
import { decodePng } from './decode-png.ts';
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from './image-limits.ts';
import { imageKind, type ImageKind } from './image-kind.ts';
import type { RgbImage } from './rgb-image.ts';
import { hideExif } from './without-exif.ts';

/** Rows read back from the canvas at once: four bytes a pixel, so not the whole image. */
const STRIP_ROWS = 512;

/**
 * Decodes an image file; transparent pixels are laid over white.
 *
 * @throws AssistantError `bad-input` when the file is too large, damaged or of
 *   a kind that this browser cannot read
 */
export async function decodeImage(blob: Blob): Promise<RgbImage> {
  if (blob.size > MAX_IMAGE_BYTES) {
    const megabytes = Math.round(blob.size / 2 ** 20);
    throw badImage(
      `This image file has ${megabytes} MiB; at most ${MAX_IMAGE_BYTES / 2 ** 20} can be read. Attach a smaller copy.`,
    );
  }
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kind = imageKind(bytes);
  if (kind !== 'PNG') return decodeWithBrowser(bytes, kind);
  if (bytes.length >= 24) {
    const header = new DataView(bytes.buffer);
    checkPixels(header.getUint32(16), header.getUint32(20));
  }
  return decodePng(bytes);
}

async function decodeWithBrowser(
  bytes: Uint8Array<ArrayBuffer>,
  kind: ImageKind,
): Promise<RgbImage> {
  if (
    typeof createImageBitmap === 'undefined' ||
    typeof OffscreenCanvas === 'undefined'
  ) {
    throw new AssistantError(
      'unsupported',
      `A ${kind} image can only be read in a browser. Convert it to PNG.`,
      { missing: 'createImageBitmap' },
    );
  }
  let bitmap: ImageBitmap;
  try {
    hideExif(bytes, kind);
    bitmap = await createImageBitmap(new Blob([bytes]), {
      premultiplyAlpha: 'none',
      colorSpaceConversion: 'none',
    });
  } catch (cause) {
    throw badImage(cannotRead(kind), cause);
  }
  try {
    checkPixels(bitmap.width, bitmap.height);
    return readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

function readPixels(bitmap: ImageBitmap): RgbImage {
  const { width: widthPx, height: heightPx } = bitmap;
  const data = new Uint8Array(widthPx * heightPx * 3);
  const canvas = new OffscreenCanvas(widthPx, Math.min(STRIP_ROWS, heightPx));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    throw badImage('This browser has no canvas to read images with. Use PNG.');
  }
  for (let top = 0; top < heightPx; top += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, heightPx - top);
    context.fillStyle = 'white';
    context.fillRect(0, 0, widthPx, rows);
    context.drawImage(bitmap, 0, top, widthPx, rows, 0, 0, widthPx, rows);
    const rgba = context.getImageData(0, 0, widthPx, rows).data;
    dropAlpha(rgba, data.subarray(top * widthPx * 3));
  }
  return { widthPx, heightPx, data };
}

function dropAlpha(rgba: Uint8ClampedArray, rgb: Uint8Array): void {
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from];
    rgb[to + 1] = rgba[from + 1];
    rgb[to + 2] = rgba[from + 2];
  }
}

function checkPixels(widthPx: number, heightPx: number): void {
  if (widthPx * heightPx <= MAX_IMAGE_PIXELS) return;
  throw badImage(
    `This image has ${widthPx}×${heightPx} pixels; at most ${Math.floor(MAX_IMAGE_PIXELS / 1e6)} million can be read. Attach a smaller copy.`,
  );
}

function cannotRead(kind: ImageKind): string {
  switch (kind) {
    case 'DICOM':
    case 'PDF':
    case 'TIFF':
    case 'HEIC':
      return `This is a ${kind} file, which this browser cannot show. Export it as PNG or JPEG and attach that.`;
    case 'unknown':
      return 'This file is not an image that this browser can read. Attach a PNG, JPEG or WebP image.';
    case 'PNG':
    case 'JPEG':
    case 'WebP':
    case 'GIF':
    case 'BMP':
    case 'AVIF':
      return `This ${kind} image is damaged, or this browser cannot read it. Save it again as PNG or JPEG.`;
  }
}

function badImage(message: string, cause?: unknown) {
  return new AssistantError('bad-input', message, { what: 'image' }, { cause });
}
