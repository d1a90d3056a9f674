/**
 * @file What an image file carries beside its pixels, read off its first bytes.
 *
 *   PNG   8-byte signature, then chunks: length (4, big-endian) type (4) data CRC (4)
 *   JPEG  FF D8, then segments: FF marker length (2, big-endian, itself included)
 *
 * @see PNG (W3C), §5.3; JPEG (ITU-T T.81), B.1.1.4
 */

export type ImageKind = 'png' | 'jpeg' | 'heic' | 'dicom' | 'other';

/** PNG chunks that only say how to show the pixels. Text, times and EXIF are not among them. */
const PNG_PLAIN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs hIST sPLT'.split(
    ' ',
  ),
);

const JPEG_START_OF_SCAN = 0xda;
const JPEG_APP1 = 0xe1; // EXIF, XMP
const JPEG_APP13 = 0xed; // IPTC: names, places, captions
const JPEG_COMMENT = 0xfe;

export function kindOfImage(bytes: Uint8Array): ImageKind {
  if (latin1(bytes, 1, 4) === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (
    latin1(bytes, 4, 8) === 'ftyp' &&
    /^(hei|hev|mif|msf)/.test(latin1(bytes, 8, 12))
  ) {
    return 'heic';
  }
  if (latin1(bytes, 128, 132) === 'DICM') return 'dicom';
  return 'other';
}

/** True for a PNG or JPEG that holds pixels and nothing about where they are from. */
export function isBare(kind: ImageKind, bytes: Uint8Array): boolean {
  if (kind === 'png') return pngChunks(bytes).every((type) => PNG_PLAIN.has(type));
  if (kind !== 'jpeg') return false;
  const telling = [JPEG_APP1, JPEG_APP13, JPEG_COMMENT];
  return jpegMarkers(bytes).every((marker) => !telling.includes(marker));
}

function pngChunks(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    types.push(latin1(bytes, at + 4, at + 8));
  }
  return types;
}

/** Markers of the segments before the picture itself. */
function jpegMarkers(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const markers: number[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === JPEG_START_OF_SCAN) break;
    markers.push(marker);
    at += 2 + view.getUint16(at + 2);
  }
  return markers;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCodePoint(...bytes.subarray(from, to));
}
