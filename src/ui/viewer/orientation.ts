/**
 * @file How an image lies on the screen: turned by quarters, mirrored or not.
 *
 * A matrix of whole numbers, row by row: screen = [a b; c d] · image, both with
 * x to the right and y down. What is done to an image is done on the screen, so
 * a new step stands to the left of the earlier ones.
 */
import type { PixelRect } from '../../app/region-size.ts';

export type Orientation = readonly [a: number, b: number, c: number, d: number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const UPRIGHT: Orientation = [1, 0, 0, 1];
export const QUARTER_RIGHT: Orientation = [0, -1, 1, 0];
export const QUARTER_LEFT: Orientation = [0, 1, -1, 0];
/** Left and right change places. */
export const MIRROR_ACROSS: Orientation = [-1, 0, 0, 1];
/** Top and bottom change places. */
export const MIRROR_OVER: Orientation = [1, 0, 0, -1];

/** `step` after `before`. */
export function compose(step: Orientation, before: Orientation): Orientation {
  const [a, b, c, d] = step;
  const [e, f, g, h] = before;
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}

/** The way back: these matrices are orthogonal. */
export function inverse([a, b, c, d]: Orientation): Orientation {
  return [a, c, b, d];
}

export function turnPoint([a, b, c, d]: Orientation, { x, y }: Point): Point {
  return { x: a * x + b * y, y: c * x + d * y };
}

/** Width and height as they are on the screen. */
export function turnSize([a]: Orientation, { widthPx, heightPx }: Size): Size {
  return a === 0 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** A rectangle of an image of `size`, in the whole pixels of the turned image. */
export function turnRect(
  orientation: Orientation,
  { x, y, widthPx, heightPx }: PixelRect,
  size: Size,
): PixelRect {
  const turned = turnSize(orientation, size);
  const corner = (px: number, py: number) => {
    const fromCentre = { x: px - size.widthPx / 2, y: py - size.heightPx / 2 };
    const point = turnPoint(orientation, fromCentre);
    return { x: point.x + turned.widthPx / 2, y: point.y + turned.heightPx / 2 };
  };
  const one = corner(x, y);
  const other = corner(x + widthPx, y + heightPx);
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    widthPx: Math.abs(one.x - other.x),
    heightPx: Math.abs(one.y - other.y),
  };
}
