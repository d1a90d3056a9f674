/**
 * @file A rectangle drawn on an image.
 *
 * It is kept in whole pixels of the original, however the image is turned, so
 * that it can be cut out exactly. What a person does to it happens on the
 * screen: "to the right" is the screen's right.
 */
import { LEAST_REGION_PX, type PixelRect } from '../../app/region-size.ts';
import {
  inverse,
  turnRect,
  turnSize,
  type Orientation,
  type Point,
  type Size,
} from './orientation.ts';
import { toImage, toStage, type Frame, type View } from './view.ts';

/** The pixels that a rectangle between two points of the stage touches; undefined outside the image. */
export function rectBetween(
  view: View,
  frame: Frame,
  one: Point,
  other: Point,
): PixelRect | undefined {
  const p = toImage(view, frame, one);
  const q = toImage(view, frame, other);
  const { widthPx, heightPx } = frame.image;
  const [left, right] = span(p.x, q.x, widthPx);
  const [top, bottom] = span(p.y, q.y, heightPx);
  if (right <= left || bottom <= top) return undefined;
  return { x: left, y: top, widthPx: right - left, heightPx: bottom - top };
}

/** Pixels from `a` to `b` within 0 to `end`; what is within a hundredth of an edge is on it. */
function span(a: number, b: number, end: number): readonly [number, number] {
  const clamp = (at: number) => Math.min(end, Math.max(0, at));
  return [
    clamp(Math.floor(Math.min(a, b) + 0.01)),
    clamp(Math.ceil(Math.max(a, b) - 0.01)),
  ];
}

/** Where it lies on the stage, in CSS pixels. */
export function rectOnStage(view: View, frame: Frame, rect: PixelRect) {
  const one = toStage(view, frame, rect);
  const other = toStage(view, frame, {
    x: rect.x + rect.widthPx,
    y: rect.y + rect.heightPx,
  });
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

/** The middle half of what the stage shows of the image, to begin with. */
export function middleRect(view: View, frame: Frame): PixelRect {
  const { widthPx, heightPx } = frame.stage;
  const seen = rectBetween(
    view,
    frame,
    { x: 0, y: 0 },
    { x: widthPx, y: heightPx },
  ) ?? { x: 0, y: 0, ...frame.image };
  const edge = (length: number, most: number) =>
    Math.min(most, Math.max(LEAST_REGION_PX, Math.round(length / 2)));
  const rect = {
    x: seen.x,
    y: seen.y,
    widthPx: edge(seen.widthPx, frame.image.widthPx),
    heightPx: edge(seen.heightPx, frame.image.heightPx),
  };
  return within(frame.image, {
    ...rect,
    x: Math.round(seen.x + (seen.widthPx - rect.widthPx) / 2),
    y: Math.round(seen.y + (seen.heightPx - rect.heightPx) / 2),
  });
}

/** Moved by so many image pixels of the screen's directions, inside the image. */
export function movedRect(
  rect: PixelRect,
  by: Point,
  orientation: Orientation,
  image: Size,
): PixelRect {
  return onScreen(rect, orientation, image, (shown, size) =>
    within(size, {
      ...shown,
      x: shown.x + Math.round(by.x),
      y: shown.y + Math.round(by.y),
    }),
  );
}

/** Its lower right corner, as seen on the screen, moved by so many image pixels. */
export function resizedRect(
  rect: PixelRect,
  by: Point,
  orientation: Orientation,
  image: Size,
): PixelRect {
  return onScreen(rect, orientation, image, (shown, size) => {
    const edge = (length: number, most: number) =>
      Math.min(most, Math.max(Math.min(LEAST_REGION_PX, most), Math.round(length)));
    return {
      ...shown,
      widthPx: edge(shown.widthPx + by.x, size.widthPx - shown.x),
      heightPx: edge(shown.heightPx + by.y, size.heightPx - shown.y),
    };
  });
}

export function isLargeEnough({ widthPx, heightPx }: Size): boolean {
  return widthPx >= LEAST_REGION_PX && heightPx >= LEAST_REGION_PX;
}

/** Does something to a rectangle of the turned image. */
function onScreen(
  rect: PixelRect,
  orientation: Orientation,
  image: Size,
  change: (shown: PixelRect, size: Size) => PixelRect,
): PixelRect {
  const size = turnSize(orientation, image);
  const changed = change(turnRect(orientation, rect, image), size);
  return turnRect(inverse(orientation), changed, size);
}

function within(size: Size, rect: PixelRect): PixelRect {
  const clamp = (at: number, most: number) => Math.min(most, Math.max(0, at));
  return {
    ...rect,
    x: clamp(rect.x, size.widthPx - rect.widthPx),
    y: clamp(rect.y, size.heightPx - rect.heightPx),
  };
}
