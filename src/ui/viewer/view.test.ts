import { describe, expect, test } from 'vitest';
import {
  compose,
  inverse,
  MIRROR_ACROSS,
  MIRROR_OVER,
  QUARTER_LEFT,
  QUARTER_RIGHT,
  turnRect,
  turnSize,
  UPRIGHT,
  type Orientation,
} from './orientation.ts';
import {
  cssTransform,
  FITTED,
  panned,
  scaleOf,
  showsWholeWidth,
  toImage,
  toStage,
  turned,
  zoomed,
  zoomedTo,
  type View,
} from './view.ts';

const FRAME = {
  image: { widthPx: 400, heightPx: 200 },
  stage: { widthPx: 800, heightPx: 600 },
};
const STEPS = [QUARTER_RIGHT, QUARTER_LEFT, MIRROR_ACROSS, MIRROR_OVER];
/** All eight ways an image can lie. */
const ALL: readonly Orientation[] = [UPRIGHT, MIRROR_ACROSS].flatMap((first) => {
  const right = compose(QUARTER_RIGHT, first);
  return [first, right, compose(QUARTER_RIGHT, right), compose(QUARTER_LEFT, first)];
});

describe('an orientation', () => {
  test('is one of eight, and every one has a way back', () => {
    expect(new Set(ALL.map((it) => it.map((x) => x + 0).join())).size).toBe(8);
    for (const orientation of ALL) {
      expect(compose(inverse(orientation), orientation).map((x) => x + 0)).toEqual([
        ...UPRIGHT,
      ]);
    }
  });

  test('turned to the right has the former left side on top', () => {
    const size = { widthPx: 400, heightPx: 200 };
    const left = { x: 0, y: 0, widthPx: 10, heightPx: 200 };
    expect(turnSize(QUARTER_RIGHT, size)).toEqual({ widthPx: 200, heightPx: 400 });
    expect(turnRect(QUARTER_RIGHT, left, size)).toEqual({
      x: 0,
      y: 0,
      widthPx: 200,
      heightPx: 10,
    });
    expect(turnRect(MIRROR_ACROSS, left, size)).toMatchObject({ x: 390, y: 0 });
  });

  test('gives every rectangle back, with odd sizes too', () => {
    const size = { widthPx: 401, heightPx: 203 };
    const rect = { x: 17, y: 5, widthPx: 33, heightPx: 101 };
    for (const orientation of ALL) {
      const there = turnRect(orientation, rect, size);
      expect(Object.values(there).every(Number.isInteger)).toBe(true);
      const back = turnRect(inverse(orientation), there, turnSize(orientation, size));
      expect(back).toEqual(rect);
    }
  });
});

describe('a view', () => {
  test('fits the whole image, turned too', () => {
    expect(scaleOf(FITTED, FRAME)).toBe(2);
    expect(scaleOf(turned(FITTED, FRAME, QUARTER_RIGHT), FRAME)).toBe(1.5);
    expect(toStage(FITTED, FRAME, { x: 0, y: 0 })).toEqual({ x: 0, y: 100 });
    expect(cssTransform(FITTED, FRAME)).toBe('matrix(2, 0, 0, 2, 0, 100)');
  });

  test('zooms around the point under the pointer', () => {
    const anchor = { x: 300, y: 250 };
    const under = toImage(FITTED, FRAME, anchor);
    const closer = zoomed(FITTED, FRAME, 3, anchor);
    expect(scaleOf(closer, FRAME)).toBe(6);
    const { x, y } = toStage(closer, FRAME, under);
    expect(x).toBeCloseTo(anchor.x);
    expect(y).toBeCloseTo(anchor.y);
  });

  test('zooms neither away nor without end', () => {
    const far = zoomed(FITTED, FRAME, 1e-6);
    const close = zoomed(FITTED, FRAME, 1e6);
    expect(scaleOf(far, FRAME)).toBe(0.5);
    expect(scaleOf(close, FRAME)).toBe(40);
  });

  test('pans no further than the edge of the image', () => {
    const close = zoomedTo(FITTED, FRAME, 4); // 1600 × 800 on 800 × 600
    const far = panned(close, FRAME, { x: 1e5, y: -1e5 });
    expect(toStage(far, FRAME, { x: 0, y: 0 }).x).toBe(0);
    expect(toStage(far, FRAME, { x: 400, y: 200 }).y).toBe(600);
    expect(showsWholeWidth(far, FRAME)).toBe(false);
    expect(showsWholeWidth(FITTED, FRAME)).toBe(true);
  });

  test('finds every point of the image again, however it lies', () => {
    const point = { x: 123, y: 45 };
    for (const orientation of ALL) {
      const view: View = { orientation, scale: 3.7, pan: { x: 31, y: -12 } };
      const there = toImage(view, FRAME, toStage(view, FRAME, point));
      expect(there.x).toBeCloseTo(point.x);
      expect(there.y).toBeCloseTo(point.y);
    }
  });

  test('is drawn where its points are', () => {
    for (const step of STEPS) {
      const view = turned(zoomedTo(FITTED, FRAME, 2.5), FRAME, step);
      const numbers =
        cssTransform(view, FRAME)
          .match(/-?[\d.]+/g)
          ?.map(Number) ?? [];
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
      const { x, y } = toStage(view, FRAME, { x: 30, y: 70 });
      expect(a * 30 + c * 70 + e).toBeCloseTo(x);
      expect(b * 30 + d * 70 + f).toBeCloseTo(y);
    }
  });

  test('turns around the middle of the stage', () => {
    const close = panned(zoomedTo(FITTED, FRAME, 8), FRAME, { x: 200, y: 90 });
    const middle = { x: 400, y: 300 };
    const before = toImage(close, FRAME, middle);
    const after = toImage(turned(close, FRAME, QUARTER_LEFT), FRAME, middle);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });
});
