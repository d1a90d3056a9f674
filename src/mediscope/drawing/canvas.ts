/**
 * @file Painting with anti-aliased shapes on pixels of light, red green blue 0–255.
 *
 * A shape is a coverage: how much of the pixel at (x, y) it covers, 0 to 1. Its
 * edge is one pixel wide where coverage is `0.5 − distance`.
 */
import type { RgbImage } from '../../image/rgb-image.ts';
import { clamp01, mix, radius } from './fixed-math.ts';

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];
export type Coverage = (x: number, y: number) => number;

/** Half-open, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** [heightPx, widthPx, 3] */
  readonly light: Float32Array;

  constructor(widthPx: number, heightPx: number) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.light = new Float32Array(widthPx * heightPx * 3);
  }

  /** Every pixel gets the colour that `colourAt` says. */
  fill(colourAt: (x: number, y: number) => Colour): void {
    let at = 0;
    for (let y = 0; y < this.heightPx; y++) {
      for (let x = 0; x < this.widthPx; x++) {
        this.light.set(colourAt(x, y), at);
        at += 3;
      }
    }
  }

  /** Lays `colour` over what is there, as far as `coverage` says. */
  cover(coverage: Coverage, colour: Colour, box: Box = this.whole()): void {
    const { left, top, right, bottom } = this.clipped(box);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const amount = clamp01(coverage(x, y));
        if (amount > 0) this.blend(x, y, colour, amount);
      }
    }
  }

  /** An ellipse; `soft` is the width of its edge in pixels. */
  ellipse(ellipse: Ellipse, colour: Colour, opacity = 1): void {
    const reach = Math.max(ellipse.radiusX, ellipse.radiusY) + (ellipse.soft ?? 1) + 1;
    const [x, y] = ellipse.centre;
    this.cover(
      (px, py) => opacity * ellipseCoverage(ellipse, px, py),
      colour,
      boxAround(x, y, reach),
    );
  }

  /** A line through all `points`, round at its corners. */
  stroke(points: readonly Point[], widthPx: number, colour: Colour, opacity = 1): void {
    for (let i = 1; i < points.length; i++) {
      const from = points[i - 1];
      const to = points[i];
      if (from === undefined || to === undefined) continue;
      const reach = widthPx / 2 + 1;
      this.cover(
        (x, y) => opacity * clamp01(widthPx / 2 + 0.5 - toSegment(x, y, from, to)),
        colour,
        {
          left: Math.min(from[0], to[0]) - reach,
          top: Math.min(from[1], to[1]) - reach,
          right: Math.max(from[0], to[0]) + reach,
          bottom: Math.max(from[1], to[1]) + reach,
        },
      );
    }
  }

  toImage(): RgbImage {
    const data = new Uint8Array(this.light.length);
    for (let i = 0; i < data.length; i++) {
      data[i] = Math.max(0, Math.min(255, Math.round(this.light[i] ?? 0)));
    }
    return { widthPx: this.widthPx, heightPx: this.heightPx, data };
  }

  private blend(x: number, y: number, colour: Colour, amount: number): void {
    const from = (y * this.widthPx + x) * 3;
    for (let c = 0; c < 3; c++) {
      this.light[from + c] = mix(this.light[from + c] ?? 0, colour[c] ?? 0, amount);
    }
  }

  private whole(): Box {
    return { left: 0, top: 0, right: this.widthPx, bottom: this.heightPx };
  }

  private clipped(box: Box): Box {
    return {
      left: Math.max(0, Math.floor(box.left)),
      top: Math.max(0, Math.floor(box.top)),
      right: Math.min(this.widthPx, Math.ceil(box.right) + 1),
      bottom: Math.min(this.heightPx, Math.ceil(box.bottom) + 1),
    };
  }
}

export interface Ellipse {
  readonly centre: Point;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Cosine and sine of its turn. */
  readonly turn?: Point;
  /** Width of the edge in pixels, 1 unless told. */
  readonly soft?: number;
}

function ellipseCoverage(ellipse: Ellipse, x: number, y: number): number {
  return clamp01(0.5 - ellipseDistance(ellipse, x, y) / (ellipse.soft ?? 1));
}

/** About how far (x, y) is outside the ellipse, in pixels; negative inside. */
export function ellipseDistance(ellipse: Ellipse, x: number, y: number): number {
  const [cos, sin] = ellipse.turn ?? [1, 0];
  const dx = x - ellipse.centre[0];
  const dy = y - ellipse.centre[1];
  const u = (dx * cos + dy * sin) / ellipse.radiusX;
  const v = (dy * cos - dx * sin) / ellipse.radiusY;
  return (radius(u, v) - 1) * Math.min(ellipse.radiusX, ellipse.radiusY);
}

export function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/** The distance of (x, y) from the segment. */
function toSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : clamp01(((x - from[0]) * dx + (y - from[1]) * dy) / long);
  return radius(x - from[0] - t * dx, y - from[1] - t * dy);
}

export function mixColours(a: Colour, b: Colour, t: number): Colour {
  return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
}

export function scaled(colour: Colour, factor: number): Colour {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}
