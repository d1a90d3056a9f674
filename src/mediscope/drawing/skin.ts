/** @file Bare skin of any tone, and shapes on it. */
import type { Random } from '../../base/random.ts';
import {
  ellipseDistance,
  scaled,
  type Canvas,
  type Colour,
  type Ellipse,
  type Point,
} from './canvas.ts';
import { bell, clamp01, cosine, sine } from './fixed-math.ts';
import type { Field } from './noise.ts';

export const SKIN_SIDE_PX = 336;

export interface Skin {
  readonly canvas: Canvas;
  readonly random: Random;
  readonly cloud: Field;
  readonly tone: Colour;
  /** What inflamed skin of this tone looks like. */
  readonly red: Colour;
}

export const TONES: readonly (readonly [skin: Colour, red: Colour])[] = [
  [
    [240, 208, 186],
    [206, 84, 74],
  ],
  [
    [226, 184, 152],
    [194, 82, 68],
  ],
  [
    [198, 148, 112],
    [166, 66, 54],
  ],
  [
    [150, 104, 74],
    [126, 46, 42],
  ],
];

export function anywhere(random: Random): Point {
  return [random.uniform() * SKIN_SIDE_PX, random.uniform() * SKIN_SIDE_PX];
}

/** A raised thing: light on its upper left rim, shade on the lower right. */
export function raise(skin: Skin, edge: Field, strength: number): void {
  const { canvas } = skin;
  const lean: Field = (x, y) => edge(x + 3, y + 3) - edge(x - 3, y - 3);
  canvas.cover(
    (x, y) => strength * bell(edge(x, y) / 7) * clamp01(-lean(x, y) / 6),
    [255, 244, 232],
  );
  canvas.cover(
    (x, y) => strength * bell(edge(x, y) / 7) * clamp01(lean(x, y) / 6),
    scaled(skin.tone, 0.42),
  );
}

export function blob(skin: Skin, centre: Point, size: number, ragged: number): Field {
  const { random, cloud } = skin;
  const off = random.uniform() * 50;
  const flat = 0.7 + random.uniform() * 0.3;
  const turns = random.uniform();
  const shape: Ellipse = {
    centre,
    radiusX: size,
    radiusY: size * flat,
    turn: [cosine(turns), sine(turns)],
  };
  return (x, y) =>
    ellipseDistance(shape, x, y) + ragged * size * cloud(x / 36 + off, y / 36);
}
