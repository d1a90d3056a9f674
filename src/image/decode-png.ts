/**
 * @file PNG to pixels without a canvas, so that every browser and Node get the
 * same bytes: a canvas premultiplies alpha, and some browsers add noise to what
 * is read back.
 */
import { decode, type DecodedPng } from 'fast-png';
import { AssistantError } from '../base/errors.ts';
import type { RgbImage } from './rgb-image.ts';

/**
 * Decodes a PNG; transparent pixels are laid over white.
 *
 * Equal to the reference (qwen_vl_utils, Pillow) for grey, RGB, RGBA and opaque
 * palettes of 8 bits or fewer. Of 16-bit channels the high byte is kept. The
 * reference ignores transparency in every form but RGBA, which turns some
 * drawings black on black; here they get the white ground too.
 *
 * @throws AssistantError `bad-input` when the file is damaged
 */
export function decodePng(bytes: Uint8Array): RgbImage {
  let png: DecodedPng;
  try {
    png = decode(bytes);
  } catch (cause) {
    throw new AssistantError(
      'bad-input',
      'This PNG image is damaged. Save it again or choose another one.',
      { what: 'image' },
      { cause },
    );
  }
  return { widthPx: png.width, heightPx: png.height, data: toRgb(png) };
}

function toRgb(png: DecodedPng): Uint8Array {
  const count = png.width * png.height;
  const out = new Uint8Array(count * 3);
  const pixel = pixelReader(png);
  for (let i = 0; i < count; i++) {
    const [red, green, blue, alpha] = pixel(i);
    out[i * 3] = overWhite(red, alpha);
    out[i * 3 + 1] = overWhite(green, alpha);
    out[i * 3 + 2] = overWhite(blue, alpha);
  }
  return out;
}

type Rgba = [red: number, green: number, blue: number, alpha: number];

/** Reads pixel i as four bytes. The tuple is reused. */
function pixelReader(png: DecodedPng): (i: number) => Rgba {
  const rgba: Rgba = [0, 0, 0, 255];
  if (png.palette) return paletteReader(png, png.palette, rgba);
  const { data, channels, depth } = png;
  const isGrey = channels < 3;
  const hasAlpha = channels % 2 === 0;
  const toByte = byteScale(depth);
  const sample = sampleReader(png);
  const key = png.transparency;
  return (i) => {
    const at = i * channels;
    const first = isGrey ? sample(i) : data[at];
    const green = isGrey ? first : data[at + 1];
    const blue = isGrey ? first : data[at + 2];
    const isKey =
      key !== undefined &&
      first === key[0] &&
      (isGrey || (green === key[1] && blue === key[2]));
    rgba[0] = toByte(first);
    rgba[1] = toByte(green);
    rgba[2] = toByte(blue);
    rgba[3] = isKey ? 0 : hasAlpha ? toByte(data[at + channels - 1]) : 255;
    return rgba;
  };
}

function paletteReader(png: DecodedPng, palette: number[][], rgba: Rgba) {
  const sample = sampleReader(png);
  return (i: number): Rgba => {
    const color = palette[sample(i)] ?? [0, 0, 0];
    rgba[0] = color[0] ?? 0;
    rgba[1] = color[1] ?? 0;
    rgba[2] = color[2] ?? 0;
    rgba[3] = color[3] ?? 255;
    return rgba;
  };
}

/** First channel of pixel i. Samples under 8 bits are packed, each row from a byte of its own. */
function sampleReader({ data, depth, channels, width }: DecodedPng) {
  if (depth >= 8) return (i: number) => data[i * channels];
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  return (i: number) => {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * rowBytes + (bit >> 3)];
    return (byte >> (8 - depth - (bit & 7))) & mask;
  };
}

function byteScale(depth: number): (sample: number) => number {
  if (depth === 8) return (sample) => sample;
  if (depth === 16) return (sample) => sample >> 8;
  const scale = 255 / ((1 << depth) - 1);
  return (sample) => sample * scale;
}

/** Pillow's `paste` of a masked pixel on white, with its rounding. */
function overWhite(value: number, alpha: number): number {
  const sum = value * alpha + 255 * (255 - alpha) + 128;
  return ((sum >> 8) + sum) >> 8;
}
