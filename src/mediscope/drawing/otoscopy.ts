/** @file An eardrum through the otoscope. */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import {
  Canvas,
  ellipseDistance,
  mixColours,
  scaled,
  type Colour,
  type Ellipse,
  type Point,
} from './canvas.ts';
import { bell, clamp01, cosine, radius, ramp, sine } from './fixed-math.ts';
import { cellBorders, fractal, noiseField, type Field } from './noise.ts';
import { drawVessel } from './vessels.ts';

const SIDE = 336;
const MIDDLE = SIDE / 2;
const VIEW = 158;

export type OtoscopyFinding =
  | 'normal'
  | 'bulging-red'
  | 'fluid-level'
  | 'perforation'
  | 'wax'
  | 'swollen-canal';

interface Ear {
  readonly canvas: Canvas;
  readonly random: Random;
  readonly cloud: Field;
  readonly drum: Ellipse;
  /** 1 for a right ear: the light reflex points to the lower right. */
  readonly side: -1 | 1;
}

export function drawOtoscopy(finding: OtoscopyFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const cloud = fractal(noiseField(random), 4);
  const centre: Point = [
    MIDDLE + between(random, -8, 8),
    MIDDLE + between(random, -6, 6),
  ];
  const drum: Ellipse = { centre, radiusX: 112, radiusY: 120, turn: [0.97, 0.24] };
  const ear: Ear = {
    canvas,
    random,
    cloud,
    drum,
    side: choose(random, [-1, 1] as const),
  };
  const skin = mixColours([214, 150, 122], [188, 124, 98], random.uniform());
  canvas.fill((x, y) => {
    const walls = 0.72 + 0.28 * ramp(170, 90, radius(x - centre[0], y - centre[1]));
    return scaled(skin, walls * (1 + 0.06 * cloud(x / 26, y / 26)));
  });
  paint(ear, finding);
  canvas.cover((x, y) => clamp01(radius(x - MIDDLE, y - MIDDLE) - VIEW), [6, 5, 5]);
  return canvas;
}

function paint(ear: Ear, finding: OtoscopyFinding): void {
  switch (finding) {
    case 'normal':
      layDrum(ear, [198, 192, 184], [168, 164, 160]);
      drawHammer(ear, 1);
      return drawLightReflex(ear, 1);
    case 'bulging-red':
      layDrum(ear, [206, 66, 50], [150, 30, 28]);
      return drawBulge(ear);
    case 'fluid-level':
      layDrum(ear, [196, 150, 84], [152, 106, 54]);
      drawHammer(ear, 0.9);
      return drawBubbles(ear);
    case 'perforation':
      layDrum(ear, [202, 186, 174], [172, 150, 140]);
      drawHammer(ear, 1);
      return drawHole(ear);
    case 'wax':
      return drawWax(ear);
    case 'swollen-canal':
      return drawSwollenCanal(ear);
  }
}

function layDrum(ear: Ear, bright: Colour, dark: Colour): void {
  const { canvas, cloud, drum } = ear;
  canvas.cover((x, y) => ramp(6, -2, ellipseDistance(drum, x, y)), [128, 84, 68]);
  const inner: Ellipse = {
    ...drum,
    radiusX: drum.radiusX - 7,
    radiusY: drum.radiusY - 7,
  };
  canvas.cover((x, y) => ramp(2, -2, ellipseDistance(inner, x, y)), dark);
  canvas.cover((x, y) => {
    const depth = -ellipseDistance(inner, x, y);
    return ramp(0, 60, depth) * (0.85 + 0.2 * cloud(x / 30, y / 30));
  }, bright);
}

/** The handle of the malleus from above to the middle, with its short process. */
function drawHammer({ canvas, drum, side }: Ear, opacity: number): void {
  const [x, y] = drum.centre;
  const top: Point = [x + side * 26, y - 92];
  const umbo: Point = [x - side * 4, y + 6];
  canvas.stroke([top, umbo], 11, [150, 118, 92], 0.5 * opacity);
  canvas.stroke([top, umbo], 7.5, [236, 222, 196], opacity);
  canvas.ellipse(
    { centre: top, radiusX: 9, radiusY: 8, soft: 3 },
    [246, 236, 214],
    opacity,
  );
  canvas.ellipse(
    { centre: umbo, radiusX: 6, radiusY: 6, soft: 3 },
    [240, 228, 204],
    opacity,
  );
}

/** A bright cone from the middle to the lower front edge. */
function drawLightReflex({ canvas, drum, side }: Ear, opacity: number): void {
  const [x, y] = drum.centre;
  canvas.cover(
    (px, py) => {
      const along = ((px - x) * side * 0.6 + (py - y - 8) * 0.8) / 78;
      const aside = Math.abs((px - x) * side * 0.8 - (py - y - 8) * 0.6);
      if (along < 0 || along > 1) return 0;
      return (
        opacity * 0.92 * ramp(along * 17 + 3, along * 15, aside) * ramp(1, 0.85, along)
      );
    },
    [255, 252, 242],
  );
}

function drawBulge({ canvas, random, drum }: Ear): void {
  const [x, y] = drum.centre;
  canvas.cover(
    (px, py) => 0.55 * bell(radius(px - x + 18, py - y + 20) / 84),
    [238, 128, 96],
  );
  canvas.cover(
    (px, py) => 0.45 * bell(radius(px - x - 22, py - y - 34) / 60),
    [240, 188, 128],
  );
  for (let i = 0; i < 16; i++) {
    const turns = i / 16 + random.uniform() * 0.03;
    const from: Point = [x + cosine(turns) * 102, y + sine(turns) * 108];
    const vessel = { from, turns: turns + 0.5, bend: 0, longPx: 62, widePx: 2.6 };
    drawVessel(canvas, { ...vessel, colour: [136, 14, 18], stray: 0.03 }, random);
  }
  canvas.ellipse(
    { centre: [x - 34, y - 44], radiusX: 9, radiusY: 6, soft: 6 },
    [255, 236, 224],
    0.8,
  );
}

function drawBubbles({ canvas, random, drum, side }: Ear): void {
  const [x, y] = drum.centre;
  const level = y + between(random, -26, 8);
  const lower: Ellipse = { ...drum, radiusX: 104, radiusY: 112 };
  canvas.cover(
    (px, py) => {
      const meniscus = level + 8 * bell((px - x) / 100);
      return (
        0.55 *
        ramp(-1.5, 1.5, py - meniscus) *
        ramp(1, -1, ellipseDistance(lower, px, py))
      );
    },
    [148, 92, 30],
  );
  canvas.stroke(
    [
      [x - 98, level],
      [x - 40, level + 7],
      [x + 40, level + 7],
      [x + 98, level],
    ],
    2,
    [244, 220, 160],
    0.75,
  );
  const count = between(random, 5, 8);
  for (let i = 0; i < count; i++) {
    const at: Point = [
      x - 72 + ((i + random.uniform() * 0.6) * 140) / count,
      level + between(random, 14, 62),
    ];
    const r = between(random, 6, 14);
    canvas.ellipse(
      { centre: at, radiusX: r, radiusY: r, soft: 1.5 },
      [92, 54, 18],
      0.85,
    );
    canvas.ellipse(
      { centre: at, radiusX: r - 2, radiusY: r - 2, soft: 2 },
      [222, 176, 96],
    );
    canvas.ellipse(
      {
        centre: [at[0] - r / 3, at[1] - r / 3],
        radiusX: r / 3.4,
        radiusY: r / 4,
        soft: 2,
      },
      [255, 250, 230],
    );
  }
  canvas.ellipse(
    { centre: [x + side * 40, y - 40], radiusX: 7, radiusY: 5, soft: 5 },
    [255, 240, 208],
    0.7,
  );
}

function drawHole({ canvas, random, drum, side, cloud }: Ear): void {
  const [x, y] = drum.centre;
  const size = between(random, 28, 44);
  const centre: Point = [x + side * 34, y + 48];
  const hole: Ellipse = { centre, radiusX: size * 1.15, radiusY: size };
  const edge: Field = (px, py) =>
    ellipseDistance(hole, px, py) + 4 * cloud(px / 12, py / 12);
  canvas.cover((px, py) => bell(edge(px, py) / 7), [232, 206, 176]);
  canvas.cover((px, py) => ramp(1, -2, edge(px, py)), [58, 18, 18]);
  canvas.cover(
    (px, py) =>
      0.7 * bell(radius(px - centre[0] + 6, py - centre[1] - 4) / (size * 0.7)),
    [132, 56, 50],
  );
}

function drawWax({ canvas, random, cloud, drum }: Ear): void {
  const [x, y] = drum.centre;
  const lumps = cellBorders(random, 0.9);
  const plug: Field = (px, py) =>
    radius(px - x - 6, py - y - 8) / 118 + 0.14 * cloud(px / 34, py / 34);
  canvas.cover((px, py) => ramp(1.04, 0.96, plug(px, py)), [132, 78, 26]);
  canvas.cover(
    (px, py) =>
      0.65 * ramp(1, 0.9, plug(px, py)) * ramp(0.25, 0.02, lumps(px / 34, py / 34)),
    [66, 34, 10],
  );
  canvas.cover(
    (px, py) =>
      0.6 * ramp(1, 0.9, plug(px, py)) * ramp(0.2, 0.6, cloud(px / 15, py / 15)),
    [192, 130, 52],
  );
  for (let i = 0; i < 16; i++) {
    const at: Point = [x + random.normal() * 46, y + random.normal() * 46];
    canvas.ellipse(
      { centre: at, radiusX: 3.4, radiusY: 2, soft: 2 },
      [248, 218, 150],
      0.8,
    );
  }
}

function drawSwollenCanal({ canvas, random, cloud, drum }: Ear): void {
  const [x, y] = drum.centre;
  canvas.cover((px, py) => 0.8 + 0.2 * cloud(px / 30, py / 30), [206, 88, 80]);
  for (let i = 0; i < 3; i++) {
    const turns = i / 3 + 0.08;
    const at: Point = [x + cosine(turns) * 86, y + sine(turns) * 86];
    canvas.cover(
      (px, py) => 0.6 * bell(radius(px - at[0], py - at[1]) / 82),
      [236, 132, 118],
    );
  }
  const slit: Ellipse = {
    centre: [x, y],
    radiusX: between(random, 42, 54),
    radiusY: between(random, 13, 19),
    turn: [0.8, 0.6],
  };
  const edge: Field = (px, py) =>
    ellipseDistance(slit, px, py) + 4 * cloud(px / 14, py / 14);
  canvas.cover((px, py) => 0.7 * bell(edge(px, py) / 18), [150, 36, 36]);
  canvas.cover((px, py) => ramp(2, -4, edge(px, py)), [44, 14, 14]);
  for (let i = 0; i < 26; i++) {
    const at: Point = [x + random.normal() * 42, y + random.normal() * 36];
    const r = 3 + random.uniform() * 8;
    canvas.ellipse(
      { centre: at, radiusX: r * 1.3, radiusY: r * 0.8, soft: 4 },
      [238, 226, 176],
      0.8,
    );
  }
}
