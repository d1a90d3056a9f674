import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { pngTexts } from '../testing/png-texts.ts';
import { withPngTexts } from './png-text.ts';

const PIXELS = Uint8Array.from({ length: 4 * 3 * 3 }, (_, i) => i * 7);
const PNG = encode({ width: 4, height: 3, channels: 3, data: PIXELS });
const TEXTS = [
  { keyword: 'Description', text: 'AI draft，未经医生审阅' },
  { keyword: 'AIGC', text: '{"Label":"1"}' },
];

test('words written into a PNG are read out of it again', () => {
  const texts = pngTexts(withPngTexts(PNG, TEXTS));
  expect([...texts]).toEqual(TEXTS.map(({ keyword, text }) => [keyword, text]));
});

test('the picture stays as it was, and every checksum holds', () => {
  const png = decode(withPngTexts(PNG, TEXTS), { checkCrc: true });
  expect(png).toMatchObject({ width: 4, height: 3 });
  expect(png.data).toEqual(PIXELS);
});

test('a word that was changed afterwards fails its checksum', () => {
  const png = withPngTexts(PNG, TEXTS);
  png[50] ^= 1;
  expect(() => decode(png, { checkCrc: true })).toThrow(/CRC/i);
});
