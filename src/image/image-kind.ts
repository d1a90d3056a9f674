/** @file What kind of file some bytes are, told by how they begin. */

/** Kinds people drop on an image field; `unknown` is everything else. */
export type ImageKind =
  | 'PNG'
  | 'JPEG'
  | 'WebP'
  | 'GIF'
  | 'BMP'
  | 'AVIF'
  | 'HEIC'
  | 'TIFF'
  | 'DICOM'
  | 'PDF'
  | 'unknown';

/** @param bytes - the first 132 bytes or more */
export function imageKind(bytes: Uint8Array): ImageKind {
  const text = (from: number, to: number) =>
    String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (text(0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'WebP';
  if (text(0, 4) === 'GIF8') return 'GIF';
  if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*') return 'TIFF';
  if (text(4, 8) === 'ftyp') return isAvif(text(8, 32)) ? 'AVIF' : 'HEIC';
  if (text(128, 132) === 'DICM') return 'DICOM';
  if (text(0, 5) === '%PDF-') return 'PDF';
  if (text(0, 2) === 'BM') return 'BMP';
  return 'unknown';
}

function isAvif(brands: string): boolean {
  return brands.includes('avif') || brands.includes('avis');
}
