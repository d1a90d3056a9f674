/** @file A pigmented lesion under the dermatoscope. */
import type { Random } from '../../base/random.ts';
import { between } from '../choose.ts';
import { Canvas, mixColours, scaled, type Colour, type Point } from './canvas.ts';
import { bell, clamp01, cosine, radius, ramp, sine } from './fixed-math.ts';
import { cellBorders, fractal, noiseField, type Field } from './noise.ts';
import { drawVessel } from './vessels.ts';

const SIDE_PX = 336;
const MIDDLE = SIDE_PX / 2;

export type DermoscopyFinding = 'naevus' | 'melanoma' | 'keratosis' | 'basal-cell';

export function drawDermoscopy(finding: DermoscopyFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE_PX, SIDE_PX);
  const cloud = fractal(noiseField(random), 4);
  const tone = random.uniform();
  const skin = mixColours([238, 196, 172], [214, 160, 128], tone);
  canvas.fill((x, y) => scaled(skin, 1 + 0.05 * cloud(x / 40, y / 40)));
  switch (finding) {
    case 'naevus':
      drawNaevus(canvas, random, cloud);
      break;
    case 'melanoma':
      drawMelanoma(canvas, random, cloud);
      break;
    case 'keratosis':
      drawKeratosis(canvas, random, cloud);
      break;
    case 'basal-cell':
      drawBasalCell(canvas, random, cloud);
      break;
  }
  drawHairs(canvas, random);
  darkenOutside(canvas);
  return canvas;
}

/** Distance from the lesion's edge over its radius: 0 in the middle, 1 at the edge. */
function lesion(shape: {
  readonly centre: Point;
  readonly size: Point;
  readonly ragged: number;
  readonly cloud: Field;
}): Field {
  const { centre, size, ragged, cloud } = shape;
  return (x, y) =>
    radius((x - centre[0]) / size[0], (y - centre[1]) / size[1]) +
    ragged * cloud(x / 60 + 5, y / 60);
}

function around(random: Random, spread: number): Point {
  return [
    MIDDLE + between(random, -spread, spread),
    MIDDLE + between(random, -spread, spread),
  ];
}

function drawNaevus(canvas: Canvas, random: Random, cloud: Field): void {
  const size = between(random, 72, 100);
  const shape = { centre: around(random, 10), size: [size, size * 0.88] as Point };
  const inside = lesion({ ...shape, ragged: 0.05, cloud });
  const borders = cellBorders(random, 0.35);
  const brown: Colour = [150, 98, 62];
  const line: Colour = [92, 54, 32];
  canvas.cover((x, y) => 0.85 * ramp(1.08, 0.8, inside(x, y)), brown);
  canvas.cover((x, y) => {
    const fades = ramp(1.02, 0.55, inside(x, y));
    return fades * 0.8 * ramp(0.28, 0.06, borders(x / 11, y / 11));
  }, line);
}

function drawMelanoma(canvas: Canvas, random: Random, cloud: Field): void {
  const size = between(random, 84, 108);
  const centre = around(random, 14);
  const inside = lesion({
    centre,
    size: [size * 1.15, size * 0.85],
    ragged: 0.34,
    cloud,
  });
  const borders = cellBorders(random, 0.9);
  canvas.cover((x, y) => ramp(1.06, 0.92, inside(x, y)), [134, 84, 52]);
  const blotch = (shiftX: number, shiftY: number, wide: number): Field => {
    const [cx, cy] = [centre[0] + shiftX * size, centre[1] + shiftY * size];
    return (x, y) =>
      ramp(1.02, 0.9, inside(x, y)) *
      ramp(
        1.1,
        0.6,
        radius(x - cx, y - cy) / (wide * size) + 0.3 * cloud(x / 30, y / 30),
      );
  };
  const side = random.below(2) * 2 - 1;
  canvas.cover(blotch(side * 0.5, -0.25, 0.62), [70, 40, 28]);
  canvas.cover(blotch(side * 0.6, -0.1, 0.38), [26, 19, 20]);
  canvas.cover(blotch(side * -0.55, 0.3, 0.42), [172, 92, 84]);
  canvas.cover((x, y) => 0.85 * blotch(side * 0.05, 0.1, 0.42)(x, y), [128, 140, 164]);
  canvas.cover(
    (x, y) => {
      const patchy = ramp(-0.1, 0.5, cloud(x / 45, y / 45 + 9));
      return (
        0.75 *
        patchy *
        ramp(1, 0.8, inside(x, y)) *
        ramp(0.3, 0.05, borders(x / 15, y / 15))
      );
    },
    [44, 26, 20],
  );
  const count = between(random, 14, 22);
  const first = random.uniform();
  for (let i = 0; i < count; i++) {
    drawStreak(
      canvas,
      {
        inside,
        centre,
        turns: first + (i * 0.42) / count + random.normal() * 0.012,
        size,
      },
      random,
    );
  }
}

/** A dark streak that runs out of the edge. */
function drawStreak(
  canvas: Canvas,
  at: {
    readonly inside: Field;
    readonly centre: Point;
    readonly turns: number;
    readonly size: number;
  },
  random: Random,
): void {
  const [cos, sin] = [cosine(at.turns), sine(at.turns)];
  let edge = 0;
  while (
    edge < 180 &&
    at.inside(at.centre[0] + cos * edge, at.centre[1] + sin * edge) < 1
  ) {
    edge += 2;
  }
  const long = between(random, 4, 22);
  const wide = 2.4 + random.uniform() * 2.4;
  const point = (distance: number): Point => [
    at.centre[0] + cos * distance,
    at.centre[1] + sin * distance,
  ];
  canvas.stroke([point(edge - 14), point(edge + long)], wide, [52, 31, 24], 0.85);
  canvas.ellipse(
    { centre: point(edge + long), radiusX: wide, radiusY: wide, soft: 3 },
    [46, 28, 22],
  );
}

function drawKeratosis(canvas: Canvas, random: Random, cloud: Field): void {
  const size = between(random, 80, 108);
  const centre = around(random, 12);
  const inside = lesion({
    centre,
    size: [size * 1.05, size * 0.85],
    ragged: 0.1,
    cloud,
  });
  const shade = between(random, 0, 30);
  canvas.cover(
    (x, y) => ramp(1.01, 0.98, inside(x, y)),
    [164 - shade, 122 - shade, 80 - shade / 2],
  );
  canvas.cover(
    (x, y) =>
      0.45 * ramp(1, 0.97, inside(x, y)) * ramp(0.05, 0.35, cloud(x / 16, y / 16)),
    [112 - shade, 78 - shade, 48],
  );
  const spots = between(random, 34, 46);
  for (let i = 0; i < spots; i++) {
    const spot: Point = [
      centre[0] + random.normal() * size * 0.5,
      centre[1] + random.normal() * size * 0.4,
    ];
    if (inside(spot[0], spot[1]) > 0.88) continue;
    const isCyst = i % 2 === 0;
    const r = isCyst ? 2.5 + random.uniform() * 3 : 3 + random.uniform() * 5;
    const colour: Colour = isCyst ? [246, 236, 212] : [58, 38, 26];
    canvas.ellipse(
      { centre: spot, radiusX: r, radiusY: r * 0.85, soft: isCyst ? 3 : 1.6 },
      colour,
      isCyst ? 0.9 : 0.85,
    );
  }
}

function drawBasalCell(canvas: Canvas, random: Random, cloud: Field): void {
  const size = between(random, 76, 100);
  const centre = around(random, 12);
  const inside = lesion({ centre, size: [size, size * 0.9], ragged: 0.12, cloud });
  canvas.cover((x, y) => 0.85 * ramp(1.08, 0.9, inside(x, y)), [236, 186, 180]);
  canvas.cover((x, y) => 0.5 * bell((inside(x, y) - 0.92) / 0.16), [252, 234, 228]);
  const nests = between(random, 5, 9);
  for (let i = 0; i < nests; i++) {
    const turns = i / nests + random.uniform() * 0.1;
    const far = size * (0.3 + random.uniform() * 0.42);
    const r = between(random, 7, 15);
    canvas.ellipse(
      {
        centre: [centre[0] + cosine(turns) * far, centre[1] + sine(turns) * far],
        radiusX: r,
        radiusY: r * 0.75,
        soft: 5,
      },
      [106, 112, 134],
      0.9,
    );
  }
  if (random.below(2) === 0) {
    canvas.ellipse({ centre, radiusX: 16, radiusY: 12, soft: 4 }, [196, 104, 66], 0.9);
  }
  const trunks = between(random, 4, 6);
  for (let i = 0; i < trunks; i++) {
    const turns = i / trunks + random.uniform() * 0.12;
    const from: Point = [
      centre[0] + cosine(turns) * size * 0.95,
      centre[1] + sine(turns) * size * 0.95,
    ];
    const vessel = {
      from,
      turns: turns + 0.5,
      bend: 0,
      longPx: size * 0.8,
      widePx: 3.6,
    };
    drawVessel(canvas, { ...vessel, colour: [190, 44, 46], stray: 0.03 }, random);
  }
}

function drawHairs(canvas: Canvas, random: Random): void {
  const count = random.below(5);
  for (let i = 0; i < count; i++) {
    const y = random.uniform() * SIDE_PX;
    const slope = random.uniform() * 0.8 - 0.4;
    const bend = random.uniform() * 30 - 15;
    const points = Array.from({ length: 13 }, (_, k): Point => {
      const x = (k / 12) * SIDE_PX;
      return [x, y + slope * x + bend * bell((k - 6) / 6)];
    });
    canvas.stroke(points, 1.6, [58, 44, 36], 0.7);
  }
}

/** The round view of the instrument. */
function darkenOutside(canvas: Canvas): void {
  canvas.cover(
    (x, y) => clamp01((radius(x - MIDDLE, y - MIDDLE) - MIDDLE * 0.97) / 6),
    [14, 10, 9],
  );
}
