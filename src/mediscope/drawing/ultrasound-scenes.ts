/** @file What lies under the probe: tissue, fluid, stones, and what they do to the sound behind. */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import { ellipseDistance, type Ellipse, type Point } from './canvas.ts';
import { bell, mix, radius, ramp } from './fixed-math.ts';
import type { Field } from './noise.ts';

export const SIDE = 336;
export const MIDDLE = SIDE / 2;

export type UltrasoundFinding =
  | 'normal'
  | 'gallstones'
  | 'thick-gallbladder'
  | 'hydronephrosis'
  | 'appendix'
  | 'adnexal-ring'
  | 'ovarian-cyst'
  | 'bowel-target';

/** What is there before speckle: echo strength 0–1 at (x, y). */
type Tissue = Field;

/** Where sound is weakened (below 1) or passes freely (above 1) on its way. */
export interface Scene {
  readonly tissue: Tissue;
  readonly casts: readonly Cast[];
}

export interface Cast {
  readonly from: Point;
  readonly halfWidth: number;
  readonly factor: number;
}

export function sceneOf(
  finding: UltrasoundFinding,
  random: Random,
  cloud: Field,
): Scene {
  const shift: Point = [between(random, -14, 14), between(random, -10, 10)];
  switch (finding) {
    case 'normal':
      return choose(random, [gallbladder, kidney])({ shift, random, cloud });
    case 'gallstones':
      return gallbladder({
        shift,
        random,
        cloud,
        stones: between(random, 1, 3),
        wall: 2,
      });
    case 'thick-gallbladder':
      return gallbladder({
        shift,
        random,
        cloud,
        stones: between(random, 1, 2),
        wall: 12,
      });
    case 'hydronephrosis':
      return kidney({ shift, random, cloud, isDilated: true });
    case 'appendix':
      return appendix({ shift, random, cloud });
    case 'adnexal-ring':
      return womb({ shift, random, cloud });
    case 'ovarian-cyst':
      return ovary({ shift, random, cloud });
    case 'bowel-target':
      return target({ shift, random, cloud });
  }
}

interface Setting {
  readonly shift: Point;
  readonly random: Random;
  readonly cloud: Field;
  readonly stones?: number;
  readonly wall?: number;
  readonly isDilated?: boolean;
}

function within(ellipse: Ellipse, soft = 2): Field {
  return (x, y) => ramp(soft, -soft, ellipseDistance(ellipse, x, y));
}

function gallbladder({ shift, random, cloud, stones = 0, wall = 2 }: Setting): Scene {
  const body: Ellipse = {
    centre: [164 + shift[0], 160 + shift[1]],
    radiusX: 82,
    radiusY: 36,
    turn: [0.94, 0.34],
  };
  const neck: Ellipse = {
    centre: [96 + shift[0], 134 + shift[1]],
    radiusX: 34,
    radiusY: 17,
    turn: [0.94, 0.34],
  };
  const lumen: Field = (x, y) =>
    Math.min(ellipseDistance(body, x, y), ellipseDistance(neck, x, y));
  const places = Array.from({ length: stones }, (_, i): Ellipse => {
    const r = between(random, 9, 15);
    return {
      centre: [150 + shift[0] + i * 34, 172 + shift[1] + i * 12],
      radiusX: r,
      radiusY: r * 0.75,
    };
  });
  const isInflamed = wall > 6;
  const tissue: Tissue = (x, y) => {
    const liver = 0.42 + 0.07 * cloud(x / 20, y / 20) + vesselsOfLiver(x, y, cloud);
    const distance = lumen(x, y);
    let echo = mix(liver, 0.03, ramp(1.5, -1.5, distance));
    if (isInflamed) {
      const layer = bell((distance - wall / 2) / (wall / 2 + 2));
      echo = mix(echo, 0.62 - 0.5 * bell((distance - wall / 2) / 2.5), layer);
      echo = mix(
        echo,
        0.04,
        0.95 * bell((distance - wall - 7) / 6) * ramp(-0.5, 0.2, cloud(x / 40, y / 40)),
      );
    } else echo += 0.4 * bell(distance / 2.6);
    for (const stone of places) echo = mix(echo, 0.98, within(stone)(x, y));
    return echo;
  };
  const casts: Cast[] = places.map(({ centre, radiusX }) => ({
    from: centre,
    halfWidth: radiusX * 0.9,
    factor: 0.06,
  }));
  casts.push({
    from: [body.centre[0] + 18, body.centre[1] + 38],
    halfWidth: 52,
    factor: 1.5,
  });
  return { tissue, casts };
}

/** Dark tubes in the liver. */
function vesselsOfLiver(x: number, y: number, cloud: Field): number {
  return -0.3 * ramp(0.42, 0.6, cloud(x / 44 + 3, y / 60));
}

function kidney({ shift, cloud, isDilated = false }: Setting): Scene {
  const turn: Point = [0.97, -0.24];
  const centre: Point = [168 + shift[0], 178 + shift[1]];
  const cortex: Ellipse = { centre, radiusX: 112, radiusY: 56, turn };
  const sinus: Ellipse = { centre, radiusX: 68, radiusY: 22, turn };
  const calyces = [-58, -20, 22, 60].map((along, i): Ellipse => {
    const up = i % 2 === 0 ? -1 : 1;
    return {
      centre: [centre[0] + along * 0.97 + up * 6, centre[1] - along * 0.24 + up * 17],
      radiusX: 17,
      radiusY: 15,
    };
  });
  const pelvis: Ellipse = {
    centre: [centre[0] + 4, centre[1] + 4],
    radiusX: 58,
    radiusY: 20,
    turn,
  };
  const tissue: Tissue = (x, y) => {
    let echo = 0.44 + 0.08 * cloud(x / 18, y / 18);
    const depth = ellipseDistance(cortex, x, y);
    echo = mix(echo, 0.26 + 0.05 * cloud(x / 9, y / 9), ramp(2, -2, depth));
    echo += 0.42 * bell(depth / 3);
    const middle = within(sinus, 12)(x, y);
    echo = mix(
      echo,
      0.74 + 0.2 * cloud(x / 8, y / 8),
      middle * (isDilated ? 0.5 : 0.95),
    );
    if (!isDilated) return echo;
    let fluid = within(pelvis, 2)(x, y);
    for (const calyx of calyces) fluid = Math.max(fluid, within(calyx, 2)(x, y));
    return mix(echo, 0.03, fluid);
  };
  return { tissue, casts: [] };
}

function appendix({ shift, cloud }: Setting): Scene {
  const [sx, sy] = shift;
  /** Distance from the axis of a tube that ends blindly on the right. */
  const axis: Field = (x, y) => {
    const end = Math.min(232 + sx, Math.max(20, x));
    const bend = 168 + sy + 26 * bell((end - 150 - sx) / 120);
    return radius(x - end, y - bend);
  };
  const tissue: Tissue = (x, y) => {
    const distance = axis(x, y);
    let echo = 0.5 + 0.12 * cloud(x / 16, y / 16) + 0.16 * bell((y - 92 - sy) / 10);
    echo += 0.28 * bell((distance - 38) / 16); // bright fat around it
    echo = mix(echo, 0.1, ramp(29, 26, distance));
    echo = mix(echo, 0.72, bell((distance - 15) / 5));
    return mix(echo, 0.05, ramp(11, 8, distance));
  };
  return { tissue, casts: [] };
}

function womb({ shift, random, cloud }: Setting): Scene {
  const [sx, sy] = shift;
  const side = choose(random, [-1, 1] as const);
  const uterus: Ellipse = {
    centre: [MIDDLE - side * 34 + sx, 168 + sy],
    radiusX: 76,
    radiusY: 50,
    turn: [0.96, side * 0.28],
  };
  const stripe: Ellipse = {
    centre: uterus.centre,
    radiusX: 52,
    radiusY: 5,
    turn: [0.96, side * 0.28],
  };
  const ring: Point = [MIDDLE + side * 82 + sx, 196 + sy];
  const pool: Ellipse = {
    centre: [MIDDLE + side * 20 + sx, 250 + sy],
    radiusX: 92,
    radiusY: 24,
  };
  const tissue: Tissue = (x, y) => {
    let echo = 0.46 + 0.12 * cloud(x / 18, y / 18);
    echo = mix(echo, 0.03, within(pool, 4)(x, y));
    echo = mix(echo, 0.34 + 0.05 * cloud(x / 8, y / 8), within(uterus, 3)(x, y));
    echo += 0.25 * bell(ellipseDistance(uterus, x, y) / 3);
    echo = mix(echo, 0.8, within(stripe, 2)(x, y));
    const far = radius(x - ring[0], y - ring[1]);
    echo = mix(echo, 0.92, bell((far - 22) / 9));
    echo = mix(echo, 0.03, ramp(17, 14, far));
    const yolk = radius(x - ring[0] - 4, y - ring[1] + 3);
    return mix(echo, 0.85, bell((yolk - 4.5) / 2.2));
  };
  return { tissue, casts: [] };
}

function ovary({ shift, random, cloud }: Setting): Scene {
  const [sx, sy] = shift;
  const size = between(random, 54, 66);
  const cyst: Ellipse = {
    centre: [MIDDLE + sx, 166 + sy],
    radiusX: size * 1.1,
    radiusY: size,
  };
  const rind: Ellipse = {
    centre: [MIDDLE + sx + 16, 174 + sy],
    radiusX: size * 1.55,
    radiusY: size * 1.32,
  };
  const follicles = [0, 1, 2, 3].map((i): Ellipse => ({
    centre: [MIDDLE + sx + 88 - i * 10, 136 + sy + i * 28],
    radiusX: 8,
    radiusY: 7,
  }));
  const tissue: Tissue = (x, y) => {
    let echo = 0.52 + 0.12 * cloud(x / 18, y / 18);
    echo = mix(echo, 0.3 + 0.06 * cloud(x / 7, y / 7), within(rind, 4)(x, y));
    for (const follicle of follicles) {
      if (ellipseDistance(cyst, follicle.centre[0], follicle.centre[1]) > 10) {
        echo = mix(echo, 0.04, within(follicle)(x, y));
      }
    }
    echo = mix(echo, 0.03, within(cyst, 1.5)(x, y));
    return echo + 0.35 * bell(ellipseDistance(cyst, x, y) / 3);
  };
  return {
    tissue,
    casts: [
      { from: [MIDDLE + sx, 166 + sy + size], halfWidth: size * 0.85, factor: 1.65 },
    ],
  };
}

/** Bowel in bowel: rings of dark wall and bright lining, seen across. */
function target({ shift, random, cloud }: Setting): Scene {
  const centre: Point = [MIDDLE + shift[0], 176 + shift[1]];
  const size = between(random, 60, 70);
  const flat = 0.86;
  const tissue: Tissue = (x, y) => {
    let echo = 0.5 + 0.14 * cloud(x / 16, y / 16);
    const far =
      radius(x - centre[0], (y - centre[1]) / flat) + 2.5 * cloud(x / 14, y / 14);
    echo = mix(echo, 0.12, ramp(size + 2, size - 2, far));
    echo = mix(echo, 0.78, bell((far - size * 0.66) / 8));
    echo = mix(echo, 0.7, bell((far - size * 0.36) / 7));
    const crescent = radius(x - centre[0] - 9, y - centre[1] + 3);
    return mix(echo, 0.95, ramp(13, 9, crescent));
  };
  return { tissue, casts: [] };
}
