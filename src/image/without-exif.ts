/**
 * @file Hiding EXIF from the browser's decoder.
 *
 * Browsers turn an image as its EXIF orientation says even when asked not to
 * (`imageOrientation: 'none'` is an alias of `'from-image'`). The reference does
 * not turn it, so the note is renamed to something that decoders skip.
 */
import type { ImageKind } from './image-kind.ts';

/** Changes the bytes in place. Kinds other than JPEG and WebP are left alone. */
export function hideExif(bytes: Uint8Array, kind: ImageKind): void {
  if (kind === 'JPEG') hideInJpeg(bytes);
  if (kind === 'WebP') hideInWebp(bytes);
}

/** Segments before the pixels: FF marker, length (big-endian, itself included), data. */
function hideInJpeg(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 10 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xda) return; // the pixels
    if (marker === 0xe1 && spells(bytes, at + 4, 'Exif')) bytes[at + 4] = 0x78; // "xxif"
    at += 2 + view.getUint16(at + 2);
  }
}

/** Chunks: four letters, length (little-endian), data, padded to even. */
function hideInWebp(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (spells(bytes, at, 'EXIF')) bytes[at] = 0x78;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function spells(bytes: Uint8Array, at: number, word: string): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + word.length)) === word;
}
