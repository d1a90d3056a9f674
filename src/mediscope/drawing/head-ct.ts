/** @file One axial slice of a head CT in the brain window. The patient's right is on the left. */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import { write } from './bitmap-font.ts';
import { Canvas, ellipseDistance, type Ellipse, type Point } from './canvas.ts';
import { bell, clamp01, mix, radius, ramp } from './fixed-math.ts';
import { fractal, noiseField, type Field } from './noise.ts';

const SIDE = 336;
const MIDDLE = SIDE / 2;

export type HeadCtFinding =
  | 'normal'
  | 'subarachnoid-blood'
  | 'dark-territory'
  | 'bright-clot'
  | 'crescent';

interface Slice {
  readonly finding: HeadCtFinding;
  readonly side: -1 | 1;
  /** How far the midline is pushed, in pixels, away from `side`. */
  readonly push: number;
  readonly size: number;
  readonly cloud: Field;
  readonly grain: Field;
}

export function drawHeadCt(finding: HeadCtFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const slice: Slice = {
    finding,
    side: choose(random, [-1, 1] as const),
    push: finding === 'crescent' ? 14 : finding === 'bright-clot' ? 8 : 0,
    size: 0.9 + random.uniform() * 0.25,
    cloud: fractal(noiseField(random), 4),
    grain: noiseField(random),
  };
  canvas.fill((x, y) => {
    const light = 255 * clamp01(density(slice, x, y));
    return [light, light, light];
  });
  write(canvas, 'R', [24, 160], { dotPx: 2, colour: [200, 200, 200] });
  write(canvas, `W 80 L ${between(random, 34, 38)}`, [22, 304], {
    dotPx: 1.3,
    colour: [150, 150, 150],
  });
  return canvas;
}

const SCALP: Ellipse = { centre: [MIDDLE, MIDDLE], radiusX: 122, radiusY: 152 };
const BONE: Ellipse = { centre: [MIDDLE, MIDDLE], radiusX: 115, radiusY: 145 };
const INNER: Ellipse = { centre: [MIDDLE, MIDDLE], radiusX: 104, radiusY: 133 };

function density(slice: Slice, x: number, y: number): number {
  const scalp = ellipseDistance(SCALP, x, y);
  if (scalp > 2) return 0.015;
  const inner = ellipseDistance(INNER, x, y);
  if (inner > 1) {
    const bone = ramp(1.5, -1.5, ellipseDistance(BONE, x, y));
    return mix(0.22 * ramp(1, -1, scalp), 1, bone);
  }
  const value = withLesion(slice, brain(slice, x, y, -inner), { x, y, depth: -inner });
  return mix(1, value, ramp(1, -1.5, inner)) + 0.025 * slice.grain(x / 1.7, y / 1.7);
}

/** Grey rim, white core, sulci, falx, ventricles and cisterns, without any lesion. */
function brain(slice: Slice, x: number, y: number, depth: number): number {
  const middle = MIDDLE - slice.side * slice.push * bell((y - MIDDLE) / 130);
  const folds = slice.cloud(x / 15, y / 15);
  const grey = ramp(26, 12, depth + 6 * folds);
  let value = 0.43 + 0.055 * grey + 0.012 * slice.cloud(x / 40, y / 40);
  const isTight = slice.finding === 'crescent' && (x - middle) * slice.side > 0;
  const sulcus = bell((folds - 0.15) / 0.1) * ramp(24, 5, depth);
  if (!isTight) value -= 0.17 * sulcus;
  value += 0.16 * bell((x - middle) / 2.6) * ramp(88, 104, Math.abs(y - MIDDLE));
  value -= 0.06 * bell((x - middle) / 3.5) * ramp(46, 70, Math.abs(y - MIDDLE));
  return mix(value, 0.15, ventricles(slice, x - middle, y));
}

/** Two frontal horns, two trigones and the slit between; `dx` from the midline. */
function ventricles({ size, side, finding }: Slice, dx: number, y: number): number {
  const isPressed =
    (finding === 'crescent' || finding === 'bright-clot') && dx * side > 0;
  const wide = size * (isPressed ? 0.55 : 1);
  const out = Math.abs(dx);
  const horn = ellipseDistance(
    { centre: [15, 138], radiusX: 9 * wide, radiusY: 28 * size, turn: [0.9, 0.43] },
    out,
    y,
  );
  const trigone = ellipseDistance(
    { centre: [33, 204], radiusX: 10 * wide, radiusY: 24 * size, turn: [0.82, -0.57] },
    out,
    y,
  );
  const third = ellipseDistance(
    { centre: [0, 176], radiusX: 3.4, radiusY: 15 },
    out,
    y,
  );
  return Math.max(
    ramp(1.5, -1.5, horn),
    ramp(1.5, -1.5, trigone),
    ramp(1.5, -1.5, third),
  );
}

function withLesion(
  slice: Slice,
  value: number,
  { x, y, depth }: { readonly x: number; readonly y: number; readonly depth: number },
): number {
  const out = (x - MIDDLE) * slice.side;
  switch (slice.finding) {
    case 'normal':
      return value;
    case 'subarachnoid-blood':
      return mix(value, 0.86, subarachnoid(slice, x, y, depth));
    case 'dark-territory': {
      // A wedge with its base on the surface, as the middle cerebral artery feeds it.
      const from: Point = [22, 176];
      const slope = (y - from[1]) / Math.max(6, out - from[0]);
      const wedge = ramp(0.95, 0.72, Math.abs(slope + 0.06)) * ramp(24, 38, out);
      return mix(
        value,
        0.27,
        0.95 * clamp01(wedge + 0.12 * slice.cloud(x / 14, y / 14) * wedge),
      );
    }
    case 'bright-clot': {
      const far =
        radius((out - 46) / 1.05, (y - 164) / 1.25) + 5 * slice.cloud(x / 20, y / 20);
      const swollen = mix(value, 0.3, 0.85 * bell((far - 36) / 14));
      return mix(swollen, 0.9, ramp(31, 27, far));
    }
    case 'crescent': {
      const inside = ellipseDistance(
        { centre: [MIDDLE - slice.side * 34, MIDDLE], radiusX: 110, radiusY: 150 },
        x,
        y,
      );
      const layer = ramp(-2, 2, inside) * ramp(0, 2, depth) * (out > 0 ? 1 : 0);
      const settled = 0.1 * ramp(150, 250, y);
      return mix(value, 0.3 + settled, layer);
    }
  }
}

/** Blood in the star of the basal cisterns, the Sylvian fissures and between the lobes. */
function subarachnoid(slice: Slice, x: number, y: number, depth: number): number {
  const out = Math.abs(x - MIDDLE);
  const wavy = 3 * slice.cloud(x / 12, y / 12);
  const star = bell((radius(x - MIDDLE, y - 196) - 24 + wavy) / 9);
  const sylvian =
    bell((y - 172 + 0.42 * (out - 40) + wavy * 1.4) / 8) *
    ramp(22, 30, out) *
    ramp(92, 80, out);
  const front =
    bell((x - MIDDLE + wavy * 0.7) / 5) * ramp(112, 100, y) * ramp(36, 46, y);
  const behind = bell((y - 222 - 0.3 * out + wavy) / 6) * ramp(60, 46, out);
  const folds =
    0.8 *
    bell((slice.cloud(x / 15, y / 15) - 0.15) / 0.09) *
    ramp(26, 8, depth) *
    ramp(250, 210, y);
  return clamp01(Math.max(star, sylvian, front, behind, folds * 0.75));
}
