/**
 * @file Words inside a PNG file, which stay when its name is lost.
 *
 *   iTXt   keyword 0 compressed? 0 method 0 language 0 translated keyword 0 text (UTF-8)
 *
 * @see PNG (W3C), §11.3.3.4
 */
import { assert } from '../base/assert.ts';

/** @property keyword - 1 to 79 letters of Latin-1, which XMP and editors look for */
export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

/** Signature and IHDR, after which other chunks may stand. */
const HEAD_BYTES = 8 + 25;

/** The same picture with `texts` before its pixels, in their order. */
export function withPngTexts(
  png: Uint8Array,
  texts: readonly PngText[],
): Uint8Array<ArrayBuffer> {
  assert(png[1] === 0x50 && png.length > HEAD_BYTES, 'these are the bytes of a PNG');
  const chunks = texts.map(textChunk);
  const parts = [png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function textChunk({ keyword, text }: PngText): Uint8Array {
  assert(/^[\x20-\x7e]{1,79}$/.test(keyword), `"${keyword}" is a keyword`);
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8); // length before, CRC behind
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4); // without the type
  chunk.set(data, 4);
  view.setUint32(4 + data.length, crc32(data));
  return chunk;
}

/** Of type and data. @see PNG (W3C), annex D */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  return ~crc >>> 0;
}
