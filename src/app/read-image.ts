/**
 * @file A chosen image file becomes what is kept and sent: upright, without
 * what a camera writes beside the picture, under its hash.
 *
 * A photo tells where and when it was taken and by whom; all of that stays out
 * of the record. A PNG or JPEG that carries nothing beside its pixels is kept
 * byte for byte. Everything else is drawn upright and encoded anew: photos as
 * JPEG, the rest as PNG.
 */
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { DraftImage } from './state.ts';
import { isBare, kindOfImage } from './image-metadata.ts';

/** Above this a phone runs out of memory while decoding. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_PIXELS = 64 * 1024 * 1024;
const JPEG_QUALITY = 0.95;

/** @throws AssistantError 'bad-input' that names the file and says what would work */
export async function readImage(file: File): Promise<DraftImage> {
  if (file.size > MAX_BYTES) {
    throw unusable(
      file,
      'too-large',
      `is larger than ${MAX_BYTES >> 20} MB. Attach a smaller copy.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOfImage(bytes);
  const mediaType = kind === 'jpeg' ? 'image/jpeg' : 'image/png';
  const bitmap = await decode(file, kind);
  try {
    const { width: widthPx, height: heightPx } = bitmap;
    if (widthPx * heightPx > MAX_PIXELS) {
      const sentence = `has ${widthPx}×${heightPx} pixels. Attach a smaller copy.`;
      throw unusable(file, 'too-large', sentence);
    }
    const blob = isBare(kind, bytes)
      ? new Blob([bytes], { type: mediaType })
      : await encode(bitmap, mediaType);
    const encoded = new Uint8Array(await blob.arrayBuffer());
    const sha256 = await sha256Hex(encoded);
    const name = file.name || `image.${kind === 'jpeg' ? 'jpg' : 'png'}`;
    const attachment = { sha256, name, mediaType, widthPx, heightPx };
    return { attachment: { ...attachment, sizeBytes: encoded.length }, blob };
  } finally {
    bitmap.close();
  }
}

/** The picture as it is meant to be seen. */
async function decode(file: File, kind: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    const sentence =
      kind === 'heic'
        ? 'is a HEIC photo, which this browser cannot read. Save it as JPEG and attach that.'
        : kind === 'dicom'
          ? 'is a DICOM file. Export the picture as PNG or JPEG and attach that.'
          : 'is not an image this browser can read. Attach a PNG or JPEG.';
    throw unusable(file, 'format', sentence, cause);
  }
}

async function encode(
  bitmap: ImageBitmap,
  type: 'image/jpeg' | 'image/png',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new AssistantError(
      'unsupported',
      'This browser cannot draw images off screen. Update it.',
      { missing: 'OffscreenCanvas 2d' },
    );
  }
  context.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type, quality: JPEG_QUALITY });
}

function unusable(
  file: File,
  why: 'too-large' | 'format',
  sentence: string,
  cause?: unknown,
): AssistantError {
  return new AssistantError(
    'bad-input',
    `${file.name || 'The pasted file'} ${sentence}`,
    { what: 'image', why, ...(file.name !== '' && { name: file.name }) },
    { cause },
  );
}
