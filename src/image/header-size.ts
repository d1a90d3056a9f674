/**
 * @file How many pixels a file says it has, read off its first bytes.
 *
 * A picture of 60,000 × 60,000 grey pixels fits into a file of some kilobytes
 * and fills the memory when it is decoded. Its header tells before that. Where a
 * file tells several sizes, the largest counts.
 */
import type { ImageKind } from './image-kind.ts';
import type { ImageSize } from './smart-resize.ts';

/** Undefined where the header does not tell; the decoder then does. */
export function headerSize(kind: ImageKind, bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'PNG':
      return fits(view, 24, () => size(view.getUint32(16), view.getUint32(20)));
    case 'GIF':
      return fits(view, 10, () =>
        size(view.getUint16(6, true), view.getUint16(8, true)),
      );
    case 'BMP':
      return fits(view, 26, () =>
        size(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))),
      );
    case 'JPEG':
      return jpegSize(view);
    case 'WebP':
      return webpSize(view);
    case 'HEIC':
    case 'AVIF':
      return heifSize(view);
    case 'TIFF':
    case 'DICOM':
    case 'PDF':
    case 'unknown':
      return undefined;
  }
}

const size = (widthPx: number, heightPx: number): ImageSize => ({ widthPx, heightPx });

function fits(
  view: DataView,
  length: number,
  read: () => ImageSize,
): ImageSize | undefined {
  return view.byteLength >= length ? read() : undefined;
}

/** Start-of-frame segments: FF C0…CF but for DHT, JPG and DAC; precision (1), height (2), width (2). */
function jpegSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // padding
      continue;
    }
    if (marker === 0xda) break;
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      largest = larger(largest, size(view.getUint16(at + 7), view.getUint16(at + 5)));
    }
    at += 2 + view.getUint16(at + 2);
  }
  return largest;
}

/** The canvas of VP8X, and the frame of VP8 or VP8L, whichever come. */
function webpSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined;
  let at = 12;
  while (at + 18 <= view.byteLength) {
    const type = view.getUint32(at);
    if (type === 0x56503858) {
      const edge = (from: number) =>
        1 + view.getUint16(from, true) + view.getUint8(from + 2) * 65_536;
      largest = larger(largest, size(edge(at + 12), edge(at + 15)));
    } else if (type === 0x56503820) {
      const edge = (from: number) => view.getUint16(from, true) & 0x3fff;
      largest = larger(largest, size(edge(at + 14), edge(at + 16)));
    } else if (type === 0x5650384c) {
      const bits = view.getUint32(at + 9, true);
      largest = larger(largest, size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1));
    }
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return largest;
}

/** As far into a HEIF file as its properties are looked for; they come before the pixels. */
const HEIF_META_BYTES = 2 ** 20;

/** Every `ispe` property: version and flags (4), width (4), height (4). */
function heifSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined;
  const end = Math.min(view.byteLength, HEIF_META_BYTES) - 16;
  for (let at = 0; at <= end; at++) {
    if (view.getUint8(at) !== 0x69 || view.getUint32(at) !== 0x69737065) continue;
    largest = larger(largest, size(view.getUint32(at + 8), view.getUint32(at + 12)));
  }
  return largest;
}

function larger(one: ImageSize | undefined, other: ImageSize): ImageSize {
  if (one === undefined) return other;
  return one.widthPx * one.heightPx >= other.widthPx * other.heightPx ? one : other;
}
