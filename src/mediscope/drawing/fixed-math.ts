/**
 * @file Curves from + − × ÷ and √ alone, so that every machine draws the same bytes;
 * the platform's `Math.sin` and `Math.exp` may differ in the last bit.
 */

/** Sine of an angle in turns (1 = full circle); wrong by less than 1e-7. */
export function sine(turns: number): number {
  const t = turns - Math.floor(turns + 0.5); // [-0.5, 0.5)
  const folded = t > 0.25 ? 0.5 - t : t < -0.25 ? -0.5 - t : t; // [-0.25, 0.25]
  const x = folded * 6.283185307179586;
  const s = x * x;
  return (
    x *
    (1 -
      (s / 6) *
        (1 -
          (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - s / 156))))))
  );
}

/** Cosine of an angle in turns. */
export function cosine(turns: number): number {
  return sine(turns + 0.25);
}

/** A bell: 1 at 0, smooth, and 0 from ±1 on. */
export function bell(x: number): number {
  if (x <= -1 || x >= 1) return 0;
  const s = 1 - x * x;
  return s * s;
}

/** 0 below `low`, 1 above `high`, smooth between; falls when `low` is above `high`. */
export function ramp(low: number, high: number, x: number): number {
  const t = clamp01((x - low) / (high - low));
  return t * t * (3 - 2 * t);
}

export function clamp01(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** The distance of (x, y) from the origin. */
export function radius(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
