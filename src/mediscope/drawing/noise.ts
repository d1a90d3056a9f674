/** @file Smooth seeded noise: clouds, mottling, and cells as in a honeycomb. */
import type { Random } from '../../base/random.ts';
import { radius } from './fixed-math.ts';

/** Smooth noise over the plane, −1 to 1, with features about one unit wide. */
export type Field = (x: number, y: number) => number;

const SIDE = 64;

/** A field of random values on a lattice, blended between its points. */
export function noiseField(random: Random): Field {
  const lattice = Float64Array.from(
    { length: SIDE * SIDE },
    () => random.uniform() * 2 - 1,
  );
  const value = (x: number, y: number): number =>
    lattice[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const u = smooth(x - x0);
    const v = smooth(y - y0);
    const above = value(x0, y0) * (1 - u) + value(x0 + 1, y0) * u;
    const below = value(x0, y0 + 1) * (1 - u) + value(x0 + 1, y0 + 1) * u;
    return above * (1 - v) + below * v;
  };
}

/** The sum of `octaves` fields, each half as wide and half as strong as the one before. */
export function fractal(field: Field, octaves: number): Field {
  return (x, y) => {
    let sum = 0;
    let scale = 1;
    let strength = 1;
    for (let i = 0; i < octaves; i++) {
      sum += field(x * scale + i * 17.3, y * scale + i * 9.1) * strength;
      scale *= 2;
      strength /= 2;
    }
    return sum;
  };
}

/** How much farther the second nearest cell centre is than the nearest: 0 on a cell's border. */
export function cellBorders(random: Random, jitter: number): Field {
  const shiftX = noiseValues(random);
  const shiftY = noiseValues(random);
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    let nearest = 9;
    let second = 9;
    for (let j = y0 - 1; j <= y0 + 1; j++) {
      for (let i = x0 - 1; i <= x0 + 1; i++) {
        const slot = (j & (SIDE - 1)) * SIDE + (i & (SIDE - 1));
        const cx =
          i + 0.5 + (shiftX[slot] ?? 0) * jitter + (j % 2 === 0 ? 0.25 : -0.25);
        const cy = j + 0.5 + (shiftY[slot] ?? 0) * jitter;
        const distance = radius(x - cx, y - cy);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
        } else if (distance < second) second = distance;
      }
    }
    return second - nearest;
  };
}

function noiseValues(random: Random): Float64Array {
  return Float64Array.from({ length: SIDE * SIDE }, () => random.uniform() - 0.5);
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
