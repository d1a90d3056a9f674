import { expect, test } from 'vitest';
import { cropImage } from './crop.ts';

/** 4 × 3 pixels; every byte says where it is from. */
const IMAGE = {
  widthPx: 4,
  heightPx: 3,
  data: Uint8Array.from({ length: 36 }, (_, i) => i),
};

test('a rectangle holds its own pixels, row by row', () => {
  const cut = cropImage(IMAGE, { x: 1, y: 1, widthPx: 2, heightPx: 2 });
  expect(cut).toEqual({
    widthPx: 2,
    heightPx: 2,
    data: Uint8Array.of(15, 16, 17, 18, 19, 20, 27, 28, 29, 30, 31, 32),
  });
});

test('the whole image is itself', () => {
  expect(cropImage(IMAGE, { x: 0, y: 0, widthPx: 4, heightPx: 3 })).toEqual(IMAGE);
});

test('a rectangle that leaves the image is a bug', () => {
  expect(() => cropImage(IMAGE, { x: 3, y: 0, widthPx: 2, heightPx: 1 })).toThrow(
    /inside 4×3/,
  );
  expect(() => cropImage(IMAGE, { x: -1, y: 0, widthPx: 2, heightPx: 1 })).toThrow(
    /at -1, 0/,
  );
});
