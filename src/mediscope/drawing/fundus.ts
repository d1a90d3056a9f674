/** @file The back of an eye as a fundus camera sees it. */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import { Canvas, mixColours, scaled, type Colour, type Point } from './canvas.ts';
import { bell, clamp01, cosine, radius, ramp, sine } from './fixed-math.ts';
import { fractal, noiseField, type Field } from './noise.ts';
import { drawVessel } from './vessels.ts';

const SIDE = 336;
const MIDDLE = SIDE / 2;
const VIEW = 160;

const ARTERY: Colour = [186, 58, 32];
const VEIN: Colour = [126, 26, 22];
const BLOOD: Colour = [112, 14, 12];

export type FundusFinding =
  | 'normal'
  | 'diabetic-retinopathy'
  | 'cupped-disc'
  | 'drusen'
  | 'vein-occlusion'
  | 'swollen-disc';

interface Eye {
  /** 1 when the disc is on the right of the picture. */
  readonly side: -1 | 1;
  readonly disc: Point;
  readonly macula: Point;
  readonly cloud: Field;
}

export function drawFundus(finding: FundusFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const side = choose(random, [-1, 1] as const);
  const y = MIDDLE + between(random, -6, 6);
  const eye: Eye = {
    side,
    disc: [MIDDLE + side * between(random, 64, 74), y],
    macula: [MIDDLE - side * between(random, 26, 34), y + between(random, 2, 8)],
    cloud: fractal(noiseField(random), 4),
  };
  drawGround(canvas, eye, random);
  if (finding === 'drusen') drawDrusen(canvas, eye, random);
  if (finding !== 'swollen-disc') drawDisc(canvas, eye, finding);
  drawTree(canvas, eye, { finding, random });
  switch (finding) {
    case 'diabetic-retinopathy':
      drawDotsAndExudates(canvas, eye, random);
      break;
    case 'vein-occlusion':
      drawFlames(canvas, eye, { random, count: 110, reach: 150, long: 15 });
      break;
    case 'swollen-disc':
      drawSwollenDisc(canvas, eye, random);
      break;
    case 'normal':
    case 'cupped-disc':
    case 'drusen':
      break;
  }
  canvas.cover((px, py) => clamp01(radius(px - MIDDLE, py - MIDDLE) - VIEW), [4, 3, 3]);
  return canvas;
}

function drawGround(canvas: Canvas, eye: Eye, random: Random): void {
  const ground = mixColours([206, 104, 52], [176, 76, 40], random.uniform());
  canvas.fill((x, y) => {
    const rim = 1 - 0.35 * ramp(70, 165, radius(x - MIDDLE, y - MIDDLE));
    return scaled(ground, rim * (1 + 0.06 * eye.cloud(x / 34, y / 34)));
  });
  const [mx, my] = eye.macula;
  canvas.cover((x, y) => 0.5 * bell(radius(x - mx, y - my) / 44), [112, 40, 22]);
  canvas.cover((x, y) => 0.5 * bell(radius(x - mx, y - my) / 5), [238, 176, 120]);
}

function drawDisc(canvas: Canvas, eye: Eye, finding: FundusFinding): void {
  const isCupped = finding === 'cupped-disc';
  const isSwollen = finding === 'vein-occlusion';
  const size = isSwollen ? 26 : 23;
  const soft = isSwollen ? 9 : 2.5;
  const rim: Colour = isCupped ? [226, 168, 112] : [240, 182, 120];
  canvas.ellipse({ centre: eye.disc, radiusX: size, radiusY: size * 1.1, soft }, rim);
  const cup = isCupped ? 0.86 : 0.36;
  if (isSwollen) return;
  const edge = isCupped ? 2 : 5;
  canvas.ellipse(
    { centre: eye.disc, radiusX: size * cup, radiusY: size * 1.1 * cup, soft: edge },
    [255, 244, 214],
    isCupped ? 1 : 0.85,
  );
  if (!isCupped) return;
  // The pores of the plate at the bottom of a deep cup, and its grey shadow.
  for (let i = 0; i < 12; i++) {
    const far = 4 + (i % 3) * 4;
    const at: Point = [
      eye.disc[0] + cosine(i / 12) * far,
      eye.disc[1] + sine(i / 12) * far,
    ];
    canvas.ellipse({ centre: at, radiusX: 1.4, radiusY: 1.8 }, [186, 172, 150], 0.8);
  }
}

/** Four arcades of an artery and a vein each, around the macula and toward the nose. */
function drawTree(
  canvas: Canvas,
  eye: Eye,
  { finding, random }: { readonly finding: FundusFinding; readonly random: Random },
): void {
  const isTwisted = finding === 'vein-occlusion';
  const out = eye.side > 0 ? 0.5 : 0; // toward the macula
  const away = eye.side > 0 ? 0 : 0.5;
  const down = eye.side > 0 ? -1 : 1;
  const arcades = [
    { turns: out - down * 0.2, bend: down * 0.21, long: 205 },
    { turns: out + down * 0.2, bend: -down * 0.21, long: 205 },
    { turns: away + down * 0.13, bend: -down * 0.04, long: 95 },
    { turns: away - down * 0.13, bend: down * 0.04, long: 95 },
  ];
  const rim = finding === 'cupped-disc' ? 18 : 5;
  for (const { turns, bend, long } of arcades) {
    const from: Point = [
      eye.disc[0] + cosine(turns) * rim,
      eye.disc[1] + sine(turns) * rim,
    ];
    const vein = { from, turns: turns + 0.025, bend, longPx: long, colour: VEIN };
    drawVessel(
      canvas,
      { ...vein, widePx: isTwisted ? 6.2 : 4.4, stray: isTwisted ? 0.06 : 0.018 },
      random,
    );
    const artery = { from, turns: turns - 0.025, bend, longPx: long, colour: ARTERY };
    drawVessel(canvas, { ...artery, widePx: 3, stray: 0.016 }, random);
  }
}

function drawDotsAndExudates(canvas: Canvas, eye: Eye, random: Random): void {
  const dots = between(random, 34, 56);
  for (let i = 0; i < dots; i++) {
    const at = somewhere(random, 138);
    if (radius(at[0] - eye.disc[0], at[1] - eye.disc[1]) < 30) continue;
    const r = i % 4 === 0 ? 3.5 + random.uniform() * 4 : 1.4 + random.uniform() * 1.6;
    canvas.ellipse({ centre: at, radiusX: r, radiusY: r * 0.8, soft: 1.6 }, BLOOD, 0.9);
  }
  const clusters = between(random, 3, 5);
  for (let i = 0; i < clusters; i++) {
    const turns = random.uniform();
    const far = between(random, 24, 62);
    const [cx, cy] = [
      eye.macula[0] + cosine(turns) * far,
      eye.macula[1] + sine(turns) * far,
    ];
    for (let k = 0; k < 16; k++) {
      const at: Point = [cx + random.normal() * 9, cy + random.normal() * 7];
      const r = 1.4 + random.uniform() * 2.4;
      canvas.ellipse(
        { centre: at, radiusX: r, radiusY: r * 0.8, soft: 1.2 },
        [250, 226, 128],
        0.95,
      );
    }
  }
}

function drawDrusen(canvas: Canvas, eye: Eye, random: Random): void {
  const count = between(random, 60, 95);
  for (let i = 0; i < count; i++) {
    const at: Point = [
      eye.macula[0] + random.normal() * 26,
      eye.macula[1] + random.normal() * 24,
    ];
    const r = 1.8 + random.uniform() * 4;
    canvas.ellipse(
      { centre: at, radiusX: r, radiusY: r, soft: 3 },
      [240, 204, 112],
      0.75,
    );
  }
}

/** Streaks of blood along the nerve fibres, which run out from the disc. */
function drawFlames(
  canvas: Canvas,
  eye: Eye,
  {
    random,
    count,
    reach,
    long,
  }: { random: Random; count: number; reach: number; long: number },
): void {
  for (let i = 0; i < count; i++) {
    const turns = random.uniform();
    const far = 24 + random.uniform() * random.uniform() * reach;
    const [cos, sin] = [cosine(turns), sine(turns)];
    const half = long * (0.4 + random.uniform() * 0.6);
    canvas.ellipse(
      {
        centre: [eye.disc[0] + cos * far, eye.disc[1] + sin * far],
        radiusX: half,
        radiusY: 1.6 + random.uniform() * 2.6,
        turn: [cos, sin],
        soft: 2.4,
      },
      BLOOD,
      0.85,
    );
  }
}

function drawSwollenDisc(canvas: Canvas, eye: Eye, random: Random): void {
  const [dx, dy] = eye.disc;
  // Swollen tissue hides the rim and pieces of the vessels.
  canvas.cover(
    (x, y) => 0.92 * bell(radius(x - dx, y - dy) / 54 + 0.08 * eye.cloud(x / 9, y / 9)),
    [246, 190, 138],
  );
  for (let i = 0; i < 44; i++) {
    const turns = i / 44 + random.uniform() * 0.01;
    const [cos, sin] = [cosine(turns), sine(turns)];
    canvas.stroke(
      [
        [dx + cos * 16, dy + sin * 16],
        [dx + cos * 42, dy + sin * 42],
      ],
      1.2,
      [228, 150, 104],
      0.5,
    );
  }
  drawFlames(canvas, eye, {
    random,
    count: between(random, 7, 12),
    reach: 26,
    long: 11,
  });
}

function somewhere(random: Random, reach: number): Point {
  const turns = random.uniform();
  const far = Math.sqrt(random.uniform()) * reach;
  return [MIDDLE + cosine(turns) * far, MIDDLE + sine(turns) * far];
}
