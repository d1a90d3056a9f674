/**
 * @file What a camera, a scanner or a hand does to an image without changing what it
 * shows: turned, scaled, shifted, blurred, over- or underexposed, noisy.
 *
 * Training, validation and test take their settings from grids that share no value,
 * so a held-out image was also taken in a held-out way.
 */
import type { Random } from '../../base/random.ts';
import { between, choose } from '../choose.ts';
import type { Split } from '../language.ts';
import { Canvas, type Point } from './canvas.ts';
import { cosine, mix, sine } from './fixed-math.ts';

export interface Nuisance {
  readonly rotationDegrees: number;
  /** Above 1 comes nearer, so the border is cropped. */
  readonly scale: number;
  readonly shiftXPercent: number;
  readonly shiftYPercent: number;
  /** How far light spreads, in pixels. */
  readonly blurPx: number;
  /** Light times this. */
  readonly exposure: number;
  /** Standard deviation of the noise, of 255. */
  readonly noise: number;
}

/** Where each split's settings stand between the steps of the grid. */
const OFFSETS: Readonly<Record<Split, number>> = {
  train: 0,
  validation: 0.25,
  test: 0.5,
};

/** Settings of one image for `split`; no two splits can draw the same value. */
export function drawNuisance(random: Random, split: Split): Nuisance {
  const offset = OFFSETS[split];
  const onGrid = (low: number, steps: number, step: number): number =>
    low + (between(random, 0, steps - 1) + offset) * step;
  return {
    rotationDegrees: onGrid(-6, 12, 1) + 0.125,
    scale: onGrid(0.96, 8, 0.02) + 0.0025,
    shiftXPercent: onGrid(-3, 6, 1) + 0.125,
    shiftYPercent: onGrid(-3, 6, 1) + 0.125,
    blurPx: onGrid(0, 4, 0.25) + 0.03,
    exposure: onGrid(0.84, 8, 0.04) + 0.005,
    noise: onGrid(1, 6, 1) + 0.125,
  };
}

/** Pages are scanned straight: less turn and no shift off the paper. */
export function gentler(nuisance: Nuisance): Nuisance {
  return {
    ...nuisance,
    rotationDegrees: nuisance.rotationDegrees / 4,
    scale: 1 + (nuisance.scale - 1) / 4,
    shiftXPercent: nuisance.shiftXPercent / 4,
    shiftYPercent: nuisance.shiftYPercent / 4,
    blurPx: nuisance.blurPx / 2,
  };
}

/** The image as it was taken, of the same size. */
export function takePicture(
  canvas: Canvas,
  nuisance: Nuisance,
  random: Random,
): Canvas {
  const blurred = nuisance.blurPx > 0.1 ? blur(canvas, nuisance.blurPx) : canvas;
  const taken = resample(blurred, nuisance);
  const grain = choose(random, [1, 1, 2]); // coarse grain now and then
  let last = 0;
  for (let i = 0; i < taken.light.length; i += 3) {
    if ((i / 3) % grain === 0) last = random.normal() * nuisance.noise;
    for (let c = 0; c < 3; c++) {
      taken.light[i + c] = (taken.light[i + c] ?? 0) * nuisance.exposure + last;
    }
  }
  return taken;
}

function resample(canvas: Canvas, nuisance: Nuisance): Canvas {
  const { widthPx, heightPx } = canvas;
  const out = new Canvas(widthPx, heightPx);
  const cos = cosine(nuisance.rotationDegrees / 360) / nuisance.scale;
  const sin = sine(nuisance.rotationDegrees / 360) / nuisance.scale;
  const midX = widthPx / 2;
  const midY = heightPx / 2;
  const shiftX = (nuisance.shiftXPercent / 100) * widthPx;
  const shiftY = (nuisance.shiftYPercent / 100) * heightPx;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const dx = x - midX - shiftX;
      const dy = y - midY - shiftY;
      const from: Point = [midX + dx * cos + dy * sin, midY + dy * cos - dx * sin];
      copyBilinear(canvas, from, out.light, (y * widthPx + x) * 3);
    }
  }
  return out;
}

/** Writes the colour at `from`, between four pixels; outside, the image is mirrored. */
function copyBilinear(
  canvas: Canvas,
  [x, y]: Point,
  into: Float32Array,
  to: number,
): void {
  const { widthPx, heightPx, light } = canvas;
  const px = mirrored(x, widthPx - 1);
  const py = mirrored(y, heightPx - 1);
  const x0 = Math.min(widthPx - 2, Math.floor(px));
  const y0 = Math.min(heightPx - 2, Math.floor(py));
  const u = px - x0;
  const v = py - y0;
  const above = (y0 * widthPx + x0) * 3;
  const below = above + widthPx * 3;
  for (let c = 0; c < 3; c++) {
    const top = mix(light[above + c] ?? 0, light[above + 3 + c] ?? 0, u);
    const bottom = mix(light[below + c] ?? 0, light[below + 3 + c] ?? 0, u);
    into[to + c] = mix(top, bottom, v);
  }
}

function mirrored(at: number, last: number): number {
  const back = at < 0 ? -at : at;
  return Math.max(0, back > last ? 2 * last - back : back);
}

/** Spreads light to the neighbours, first along rows and then along columns. */
function blur(canvas: Canvas, spreadPx: number): Canvas {
  const across = spread(canvas, spreadPx, 'x');
  return spread(across, spreadPx, 'y');
}

function spread(canvas: Canvas, spreadPx: number, axis: 'x' | 'y'): Canvas {
  const { widthPx, heightPx, light } = canvas;
  const side = (spreadPx * spreadPx) / (1 + 2 * spreadPx * spreadPx);
  const out = new Canvas(widthPx, heightPx);
  const step = axis === 'x' ? 3 : widthPx * 3;
  for (let i = 0; i < light.length; i++) {
    const here = light[i] ?? 0;
    const column = Math.floor(i / 3) % widthPx;
    const row = Math.floor(i / (3 * widthPx));
    const isFirst = axis === 'x' ? column === 0 : row === 0;
    const isLast = axis === 'x' ? column === widthPx - 1 : row === heightPx - 1;
    const before = isFirst ? here : (light[i - step] ?? here);
    const after = isLast ? here : (light[i + step] ?? here);
    out.light[i] = (before + after) * side + here * (1 - 2 * side);
  }
  return out;
}
