/**
 * @file What an image file carries beside its pixels, read off its bytes.
 *
 *   PNG   8-byte signature, then chunks: length (4, big-endian) type (4) data CRC (4)
 *   JPEG  FF D8, then segments: FF marker length (2, big-endian, itself included)
 *
 * What follows the end of the picture counts too: phones put previews there,
 * each with an EXIF of its own.
 *
 * @see PNG (W3C), §5.3; JPEG (ITU-T T.81), B.1.1.4
 */
import type { ImageKind } from './image-kind.ts';

/** PNG chunks that only say how to show the pixels. Text, times and EXIF are not among them. */
const PNG_PLAIN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs hIST sPLT'.split(
    ' ',
  ),
);

const JPEG_START_OF_SCAN = 0xda;
const JPEG_END = 0xd9;
const JPEG_COMMENT = 0xfe;
/** Application segments: JFIF, a colour profile and Adobe's colour transform only say how to show. */
const isTelling = (marker: number) =>
  marker === JPEG_COMMENT ||
  (marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker));

/** True for a PNG or JPEG that holds pixels and nothing about where they are from. */
export function isBare(kind: ImageKind, bytes: Uint8Array): boolean {
  if (kind === 'PNG') return isBarePng(bytes);
  if (kind === 'JPEG') return isBareJpeg(bytes);
  return false;
}

function isBarePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = latin1(bytes, at + 4, at + 8);
    if (!PNG_PLAIN.has(type)) return false;
    if (type === 'IEND') return at + 12 === bytes.length;
  }
  return false;
}

function isBareJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === JPEG_START_OF_SCAN) return endsAtItsEnd(bytes, at);
    const isIndexOfPictures =
      marker === 0xe2 && latin1(bytes, at + 4, at + 7) === 'MPF';
    if (isTelling(marker) || isIndexOfPictures) return false;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

/** Within the scan an FF is never followed by D9, so the first such pair ends the picture. */
function endsAtItsEnd(bytes: Uint8Array, from: number): boolean {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && bytes[at + 1] !== JPEG_END) at = bytes.indexOf(0xff, at + 1);
  return at === bytes.length - 2;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCodePoint(...bytes.subarray(from, to));
}
