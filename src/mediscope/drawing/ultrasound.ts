/**
 * @file A sector of ultrasound: echoes as light, speckle that widens with depth,
 * shadows behind stones and brightness behind fluid.
 */
import type { Random } from '../../base/random.ts';
import { between } from '../choose.ts';
import { write } from './bitmap-font.ts';
import { Canvas, type Point } from './canvas.ts';
import { bell, clamp01, mix, radius, ramp } from './fixed-math.ts';
import { fractal, noiseField } from './noise.ts';
import {
  MIDDLE,
  sceneOf,
  SIDE,
  type Cast,
  type UltrasoundFinding,
} from './ultrasound-scenes.ts';

/** The tip of the sector lies above the picture. */
const TIP: Point = [MIDDLE, -46];
const DEPTH = 366;

export function drawUltrasound(finding: UltrasoundFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const cloud = fractal(noiseField(random), 3);
  const speckle = noiseField(random);
  const grain = noiseField(random);
  const scene = sceneOf(finding, random, cloud);
  canvas.fill((x, y) => {
    const dx = x - TIP[0];
    const dy = y - TIP[1];
    const depth = radius(dx, dy);
    const across = dx / Math.max(1, dy); // the tangent of the beam's angle
    const inSector =
      ramp(0.635, 0.625, Math.abs(across)) *
      ramp(66, 68, depth) *
      ramp(DEPTH, DEPTH - 3, depth);
    if (inSector === 0) return [3, 3, 4];
    const rough =
      0.78 +
      0.42 * speckle(depth / 2.4, across * 120) +
      0.25 * grain(depth / 1.3, across * 210);
    const gain = 1 - 0.35 * ramp(230, DEPTH, depth);
    const echo = scene.tissue(x, y) * castAt(scene.casts, across, depth) * rough * gain;
    const near = 0.5 * bell((depth - 68) / 12);
    const light = 255 * clamp01(echo * 0.95 + near) * inSector + 3;
    return [light, light, light * 1.03];
  });
  drawMarks(canvas, random);
  return canvas;
}

function castAt(casts: readonly Cast[], across: number, depth: number): number {
  let factor = 1;
  for (const { from, halfWidth, factor: behind } of casts) {
    const dx = from[0] - TIP[0];
    const dy = from[1] - TIP[1];
    const own = radius(dx, dy);
    if (depth < own) continue;
    const off = Math.abs(across - dx / dy) * dy;
    factor *= mix(
      1,
      behind,
      ramp(halfWidth + 2, halfWidth - 2, off) * ramp(own, own + 6, depth),
    );
  }
  return factor;
}

/** The scale of depth, and what a machine writes in its corners. */
function drawMarks(canvas: Canvas, random: Random): void {
  for (let cm = 0; cm < 12; cm++) {
    const long = cm % 5 === 0 ? 8 : 4;
    canvas.stroke(
      [
        [SIDE - 22 - long, 26 + cm * 26],
        [SIDE - 22, 26 + cm * 26],
      ],
      1.4,
      [190, 190, 120],
    );
  }
  const grey = { dotPx: 1.3, colour: [168, 176, 186] as const };
  write(
    canvas,
    `C5-${between(random, 1, 2)} ${between(random, 3, 5)}.5MHz`,
    [18, 24],
    grey,
  );
  write(canvas, `MI 1.${between(random, 0, 3)}`, [18, 38], grey);
}
