import { expect, test } from 'vitest';
import {
  compose,
  MIRROR_ACROSS,
  MIRROR_OVER,
  QUARTER_LEFT,
  QUARTER_RIGHT,
  UPRIGHT,
} from './orientation.ts';
import {
  isLargeEnough,
  middleRect,
  movedRect,
  rectBetween,
  rectOnStage,
  resizedRect,
} from './region.ts';
import { FITTED, toStage, zoomedTo, type View } from './view.ts';

const IMAGE = { widthPx: 401, heightPx: 203 };
const FRAME = { image: IMAGE, stage: { widthPx: 800, heightPx: 600 } };
const RECT = { x: 50, y: 30, widthPx: 120, heightPx: 60 };
const ORIENTATIONS = [
  UPRIGHT,
  QUARTER_RIGHT,
  QUARTER_LEFT,
  MIRROR_ACROSS,
  MIRROR_OVER,
  compose(QUARTER_RIGHT, MIRROR_ACROSS),
  compose(QUARTER_LEFT, MIRROR_OVER),
];

test('a rectangle drawn on a turned or mirrored image is the same pixels of the original', () => {
  for (const orientation of ORIENTATIONS) {
    for (const scale of [0.3, 1, 2.7]) {
      const view: View = { orientation, scale, pan: { x: 13, y: -8 } };
      const one = toStage(view, FRAME, { x: 50, y: 30 });
      const other = toStage(view, FRAME, { x: 170, y: 90 });
      expect(rectBetween(view, FRAME, one, other)).toEqual(RECT);
      expect(rectBetween(view, FRAME, other, one)).toEqual(RECT);
    }
  }
});

test('a pixel that is touched belongs to the region', () => {
  const view = zoomedTo(FITTED, FRAME, 4);
  const one = toStage(view, FRAME, { x: 10.4, y: 10.9 });
  const other = toStage(view, FRAME, { x: 12.2, y: 11.1 });
  expect(rectBetween(view, FRAME, one, other)).toEqual({
    x: 10,
    y: 10,
    widthPx: 3,
    heightPx: 2,
  });
});

test('a rectangle ends at the edge of the image, and beside it there is none', () => {
  const outside = { x: -500, y: -500 };
  expect(rectBetween(FITTED, FRAME, outside, { x: 9999, y: 9999 })).toEqual({
    x: 0,
    y: 0,
    ...IMAGE,
  });
  expect(rectBetween(FITTED, FRAME, outside, { x: -400, y: 300 })).toBeUndefined();
});

test('a rectangle is shown where its pixels are', () => {
  const view = { ...zoomedTo(FITTED, FRAME, 1), orientation: QUARTER_RIGHT };
  const shown = rectOnStage(view, FRAME, RECT);
  expect([shown.width, shown.height]).toEqual([60, 120]);
  const corner = toStage(view, FRAME, { x: 50, y: 90 });
  expect(shown.left).toBeCloseTo(corner.x);
  expect(shown.top).toBeCloseTo(corner.y);
});

test('it moves to the right of the screen, however the image is turned', () => {
  const right = { x: 10, y: 0 };
  expect(movedRect(RECT, right, UPRIGHT, IMAGE)).toEqual({ ...RECT, x: 60 });
  expect(movedRect(RECT, right, MIRROR_ACROSS, IMAGE)).toEqual({ ...RECT, x: 40 });
  expect(movedRect(RECT, right, QUARTER_RIGHT, IMAGE)).toEqual({ ...RECT, y: 20 });
  expect(movedRect(RECT, { x: 1e4, y: 1e4 }, UPRIGHT, IMAGE)).toEqual({
    ...RECT,
    x: 281,
    y: 143,
  });
});

test('it grows at the lower right of the screen, and never below what may be asked about', () => {
  const grown = resizedRect(RECT, { x: 10, y: 5 }, UPRIGHT, IMAGE);
  expect(grown).toEqual({ x: 50, y: 30, widthPx: 130, heightPx: 65 });
  const mirrored = resizedRect(RECT, { x: 10, y: 5 }, MIRROR_ACROSS, IMAGE);
  expect(mirrored).toEqual({ x: 40, y: 30, widthPx: 130, heightPx: 65 });
  const least = resizedRect(RECT, { x: -999, y: -999 }, QUARTER_LEFT, IMAGE);
  expect([least.widthPx, least.heightPx]).toEqual([28, 28]);
  expect(isLargeEnough(least)).toBe(true);
  expect(isLargeEnough({ widthPx: 27, heightPx: 300 })).toBe(false);
});

test('it begins in the middle of what is shown', () => {
  expect(middleRect(FITTED, FRAME)).toEqual({
    x: 100,
    y: 51,
    widthPx: 201,
    heightPx: 102,
  });
  const tiny = { ...FRAME, image: { widthPx: 20, heightPx: 40 } };
  expect(middleRect(FITTED, tiny)).toEqual({ x: 0, y: 6, widthPx: 20, heightPx: 28 });
});
