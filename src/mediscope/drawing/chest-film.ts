/**
 * @file A chest film from the front: how much the body dims the beam, bright where
 * much. The patient's right is on the left of the film.
 */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import { write } from './bitmap-font.ts';
import { Canvas, ellipseDistance, type Point } from './canvas.ts';
import { bell, clamp01, mix, radius, ramp } from './fixed-math.ts';
import { fractal, noiseField, type Field } from './noise.ts';

const SIDE = 336;
const MIDDLE = SIDE / 2;

export type ChestFilmFinding =
  | 'normal'
  | 'consolidation'
  | 'pneumothorax'
  | 'effusion'
  | 'oedema'
  | 'cavity';

interface Chest {
  readonly finding: ChestFilmFinding;
  /** −1 for the left of the film, 1 for its right. */
  readonly side: -1 | 1;
  readonly lungWidth: number;
  readonly top: number;
  readonly floor: number;
  readonly heart: number;
  readonly cloud: Field;
  readonly fine: Field;
}

export function drawChestFilm(finding: ChestFilmFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const chest: Chest = {
    finding,
    side: choose(random, [-1, 1] as const),
    lungWidth: between(random, 56, 62),
    top: between(random, 42, 52),
    floor: between(random, 252, 266),
    heart: finding === 'oedema' ? 1.45 : 0.95 + random.uniform() * 0.12,
    cloud: fractal(noiseField(random), 4),
    fine: fractal(noiseField(random), 2),
  };
  canvas.fill((x, y) => {
    const light = 255 * clamp01(density(chest, x, y));
    return [light, light, light];
  });
  write(canvas, 'R', [28, 34], { dotPx: 2.4, colour: [235, 235, 235] });
  return canvas;
}

function density(chest: Chest, x: number, y: number): number {
  const side = x < MIDDLE ? -1 : 1;
  const lung = lungDepth(chest, side, x, y);
  const inside = ramp(-2, 9, lung);
  let air = lungDensity(chest, side, x, y);
  if (side === chest.side) air = withLesion(chest, air, x, y);
  if (chest.finding === 'oedema') air = withOedema(chest, air, x, y);
  let value = mix(bodyDensity(chest, x, y), air, inside);
  if (chest.finding === 'effusion' && side === chest.side) {
    value = withFluid(chest, value, { x, y, lung });
  }
  const middle = mediastinum(chest, x, y);
  value = mix(value, Math.max(value, middle.density), middle.coverage);
  value +=
    bones(chest, x, y) * mix(0.3, 1, ramp(0.6, 0.4, value)) * ramp(0.02, 0.1, value); // lost in what is dense
  return value + 0.012 * chest.fine(x / 3, y / 3);
}

/** How far inside a lung (x, y) is, in pixels; negative outside. */
function lungDepth(chest: Chest, side: number, x: number, y: number): number {
  const centre: Point = [MIDDLE + side * 68, 190];
  const upper = ellipseDistance(
    { centre, radiusX: chest.lungWidth, radiusY: 190 - chest.top },
    x,
    y,
  );
  const lower = ellipseDistance(
    { centre, radiusX: chest.lungWidth, radiusY: 150 },
    x,
    y,
  );
  const wall = -(y < 190 ? upper : lower);
  return Math.min(wall, domeOf(chest, side, x) - y);
}

/** Where the diaphragm stands at x; the liver pushes the right one up. */
function domeOf(chest: Chest, side: number, x: number): number {
  const across = (x - (MIDDLE + side * 62)) / 62;
  return chest.floor + (side < 0 ? -10 : 0) + 34 * across * across - 8;
}

function bodyDensity(chest: Chest, x: number, y: number): number {
  const half =
    40 + 112 * ramp(22, 84, y) - 14 * ramp(90, 180, y) + 12 * ramp(220, 336, y);
  const trunk = ramp(half + 12, half - 8, Math.abs(x - MIDDLE));
  const belly = 0.1 * ramp(250, 290, y);
  return trunk * (0.52 + belly + 0.03 * chest.cloud(x / 50, y / 50));
}

function lungDensity(chest: Chest, side: number, x: number, y: number): number {
  const root: Point = [MIDDLE + side * 26, 158];
  const far = radius(x - root[0], (y - root[1]) * 0.8);
  const markings = Math.max(0, chest.cloud(x / 26, y / 26)) * ramp(120, 10, far);
  const hilum = 0.2 * bell(far / 36);
  return (
    0.13 +
    0.1 * ramp(120, 260, y) +
    0.14 * markings +
    hilum +
    0.02 * chest.fine(x / 7, y / 7)
  );
}

/** Heart, great vessels, spine and windpipe: how much of the pixel, and how dense. */
function mediastinum(
  chest: Chest,
  x: number,
  y: number,
): { readonly coverage: number; readonly density: number } {
  const dx = x - MIDDLE;
  const wide = 17 + 9 * bell((y - 118) / 60) + 5 * ramp(150, 60, y);
  const column = ramp(wide + 8, wide - 6, Math.abs(dx)) * ramp(10, 60, y);
  const reach = chest.heart;
  const left = ellipseDistance(
    {
      centre: [MIDDLE + 20, 212],
      radiusX: 66 * reach,
      radiusY: 44 * Math.min(reach, 1.25),
      turn: [0.86, 0.51],
    },
    x,
    y,
  );
  const right = ellipseDistance(
    { centre: [MIDDLE - 6, 196], radiusX: 36 * reach, radiusY: 52 },
    x,
    y,
  );
  const aorta = ellipseDistance(
    { centre: [MIDDLE + 15, 112], radiusX: 18, radiusY: 20 },
    x,
    y,
  );
  const heart = ramp(7, -7, blended(left, right));
  const coverage = Math.max(column, heart, ramp(6, -6, aorta));
  const airway = 0.2 * bell(dx / 9) * ramp(16, 40, y) * ramp(150, 130, y);
  const spine = 0.05 * bell(dx / 18) * (0.6 + 0.4 * bell(((y % 25) - 12) / 11));
  return { coverage, density: 0.6 + 0.06 * heart * ramp(150, 230, y) + spine - airway };
}

/** The smaller of two distances, round where they meet. */
function blended(a: number, b: number): number {
  const meet = clamp01(1 - Math.abs(a - b) / 24);
  return Math.min(a, b) - 6 * meet * meet;
}

/** Ribs and collar bones, as light added. */
function bones(chest: Chest, x: number, y: number): number {
  const across = Math.abs(x - MIDDLE);
  let light = 0;
  for (let rib = 0; rib < 9; rib++) {
    const at = chest.top + 6 + rib * 26;
    const back =
      at + 18 * (across / 110) * (across / 110) - 12 * bell((across - 60) / 70);
    const front = at + 16 + 0.42 * (120 - across);
    if (across > 18 && across < 136) {
      light = Math.max(light, 0.085 * bell((y - back) / 7));
    }
    if (across > 62 && across < 132) {
      light = Math.max(light, 0.05 * bell((y - front) / 7));
    }
  }
  const collar = 60 - across * 0.16 + 8 * bell((across - 90) / 60);
  if (across > 16 && across < 132) {
    light = Math.max(light, 0.15 * bell((y - collar) / 7));
  }
  return light;
}

function withLesion(chest: Chest, air: number, x: number, y: number): number {
  const out = (x - MIDDLE) * chest.side; // from the midline to the side
  switch (chest.finding) {
    case 'consolidation': {
      const far = radius((out - 68) / 58, (y - 214) / 50);
      const patch = ramp(1.12, 0.45, far + 0.3 * chest.cloud(x / 26 + 3, y / 26));
      const bronchi = 0.12 * bell(chest.cloud(x / 24, y / 30 + 7) / 0.1) * patch;
      return mix(air, 0.6, patch * 0.92) - bronchi;
    }
    case 'pneumothorax': {
      // The lung has shrunk toward its root; outside its thin edge there is only air.
      const edge = radius((out - 30) / 66, (y - 176) / 94);
      const line = 0.26 * bell((edge - 1) / 0.03);
      const squeezed = 0.12 * ramp(1.02, 0.9, edge);
      return mix(air + squeezed, 0.05, ramp(0.98, 1.02, edge)) + line;
    }
    case 'cavity': {
      const wavy = 5 * chest.cloud(x / 30, y / 30);
      const far = radius(out - 62, y - 104) + wavy;
      const patches = ramp(0, 0.8, chest.cloud(x / 26 + 8, y / 26)) * ramp(64, 18, far);
      const walled = mix(air + 0.34 * patches, 0.66, bell((far - 21) / 9));
      return mix(walled, 0.07, ramp(18, 13, far));
    }
    case 'normal':
    case 'effusion':
    case 'oedema':
      return air;
  }
}

/** Fluid that fills the chest from below and climbs along its wall. */
function withFluid(
  chest: Chest,
  value: number,
  { x, y, lung }: { readonly x: number; readonly y: number; readonly lung: number },
): number {
  const out = (x - MIDDLE) * chest.side;
  const climb = clamp01((out - 40) / 84);
  const level = 214 - 52 * climb * climb;
  const inChest = ramp(136, 128, out) * ramp(16, 30, out) * (lung > -60 ? 1 : 0);
  return mix(value, 0.66, ramp(level - 8, level + 10, y) * inChest);
}

/** Wings of fluid beside the roots, short lines and blunt corners below. */
function withOedema(chest: Chest, air: number, x: number, y: number): number {
  const out = Math.abs(x - MIDDLE);
  const wing = bell((out - 48) / 70) * bell((y - 168) / 100);
  const cotton = wing * (0.75 + 0.45 * chest.cloud(x / 22, y / 22));
  const lines = out > 104 && y > 196 && y < 246 ? 0.1 * bell(((y % 9) - 4) / 2) : 0;
  const blunt = 0.6 * ramp(228, 256, y) * ramp(80, 116, out);
  return mix(air, 0.6, clamp01(cotton + blunt)) + lines;
}
