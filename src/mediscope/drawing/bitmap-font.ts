/** @file Letters of five by seven dots, for pages and labels drawn by code. */
import { boxAround, type Canvas, type Colour, type Point } from './canvas.ts';
import { clamp01 } from './fixed-math.ts';

/** Each letter is seven rows of five bits, two hexadecimal digits a row. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '0e11111f111111',
  B: '1e11111e11111e',
  C: '0e11101010110e',
  D: '1e11111111111e',
  E: '1f10101e10101f',
  F: '1f10101e101010',
  G: '0e11101711110f',
  H: '1111111f111111',
  I: '0e04040404040e',
  J: '0702020202120c',
  K: '11121418141211',
  L: '1010101010101f',
  M: '111b1515111111',
  N: '11191513111111',
  O: '0e11111111110e',
  P: '1e11111e101010',
  Q: '0e11111115120d',
  R: '1e11111e141211',
  S: '0f10100e01011e',
  T: '1f040404040404',
  U: '1111111111110e',
  V: '1111110a0a0404',
  W: '1111111515150a',
  X: '11110a040a1111',
  Y: '11110a04040404',
  Z: '1f01020408101f',
  a: '00000e010f110f',
  b: '10101e1111111e',
  c: '00000e1010110e',
  d: '01010f1111110f',
  e: '00000e111f100e',
  f: '0609081c080808',
  g: '000f11110f010e',
  h: '10101611111111',
  i: '04000c0404040e',
  j: '0200060202120c',
  k: '10101214181412',
  l: '0c04040404040e',
  m: '00001a15151111',
  n: '00001619111111',
  o: '00000e1111110e',
  p: '00001e111e1010',
  q: '00000d130f0101',
  r: '00001619101010',
  s: '00000e100e011e',
  t: '08081c08080906',
  u: '0000111111130d',
  v: '00001111110a04',
  w: '0000111115150a',
  x: '0000110a040a11',
  y: '000011110f010e',
  z: '00001f0204081f',
  0: '0e11131519110e',
  1: '040c040404040e',
  2: '0e11010204081f',
  3: '1f02040201110e',
  4: '02060a121f0202',
  5: '1f101e0101110e',
  6: '0608101e11110e',
  7: '1f010204080808',
  8: '0e11110e11110e',
  9: '0e11110f01020c',
  '.': '00000000000c0c',
  ',': '000000000c0408',
  ':': '000c0c000c0c00',
  '-': '0000001f000000',
  '/': '00010204081000',
  '+': '0004041f040400',
  '(': '02040808080402',
  ')': '08040202020408',
  '<': '02040810080402',
  '>': '08040201020408',
  '%': '18190204081303',
  '*': '0004150e150400',
  '^': '040a1100000000',
  '=': '00001f001f0000',
  ' ': '00000000000000',
};

/** From the left of one letter to the left of the next, in dots. */
const ADVANCE_DOTS = 6;

/** Writes `text` with its top left corner at `at`; a letter without a glyph stays blank. */
export function write(
  canvas: Canvas,
  text: string,
  at: Point,
  style: { readonly dotPx: number; readonly colour: Colour },
): void {
  let [x] = at;
  for (const letter of text) {
    writeGlyph(canvas, GLYPHS[letter] ?? '', [x, at[1]], style);
    x += ADVANCE_DOTS * style.dotPx;
  }
}

function writeGlyph(
  canvas: Canvas,
  glyph: string,
  [left, top]: Point,
  { dotPx, colour }: { readonly dotPx: number; readonly colour: Colour },
): void {
  for (let row = 0; row * 2 < glyph.length; row++) {
    const bits = Number.parseInt(glyph.slice(row * 2, row * 2 + 2), 16);
    for (let column = 0; column < 5; column++) {
      if ((bits & (16 >> column)) === 0) continue;
      const x = left + (column + 0.5) * dotPx - 0.5;
      const y = top + (row + 0.5) * dotPx - 0.5;
      const half = dotPx / 2 + 0.5;
      canvas.cover(
        (px, py) => clamp01(half - Math.abs(px - x)) * clamp01(half - Math.abs(py - y)),
        colour,
        boxAround(x, y, dotPx),
      );
    }
  }
}

/** How wide `text` comes out, in pixels. */
export function widthOf(text: string, dotPx: number): number {
  return text.length * ADVANCE_DOTS * dotPx;
}
