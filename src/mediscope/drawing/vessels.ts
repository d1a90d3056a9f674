/** @file Vessels that bend and fork into thinner ones. */
import type { Random } from '../../base/random.ts';
import type { Canvas, Colour, Point } from './canvas.ts';
import { cosine, sine } from './fixed-math.ts';

export interface Vessel {
  readonly from: Point;
  /** Which way it sets out, in turns: 0 is to the right, 0.25 down. */
  readonly turns: number;
  /** How much it bends over its whole length, in turns. */
  readonly bend: number;
  readonly longPx: number;
  readonly widePx: number;
  readonly colour: Colour;
  /** How far it strays from its bend; 0.02 is calm, 0.06 twisted. */
  readonly stray: number;
}

const STEPS = 12;

export function drawVessel(canvas: Canvas, vessel: Vessel, random: Random): void {
  let [x, y] = vessel.from;
  let turns = vessel.turns;
  let widePx = vessel.widePx;
  for (let i = 0; i < STEPS; i++) {
    const from: Point = [x, y];
    turns += vessel.bend / STEPS + random.normal() * vessel.stray;
    x += (cosine(turns) * vessel.longPx) / STEPS;
    y += (sine(turns) * vessel.longPx) / STEPS;
    canvas.stroke([from, [x, y]], widePx, vessel.colour, 0.9);
    widePx *= 0.96;
    if (i > 1 && i % 3 === 0 && widePx > 1.2) {
      const aside = (i % 2 === 0 ? 1 : -1) * (0.07 + random.uniform() * 0.06);
      drawVessel(
        canvas,
        {
          ...vessel,
          from: [x, y],
          turns: turns + aside,
          bend: -aside * 0.6,
          longPx: vessel.longPx * 0.5,
          widePx: widePx * 0.62,
        },
        random,
      );
    }
  }
}
