/**
 * @file A 12-lead ECG on grid paper: four columns of 2.5 s, a rhythm strip of lead II
 * below; 50 px a second, 20 px a millivolt, a heavy line every 5 mm.
 */
import { must } from '../../base/assert.ts';
import type { Random } from '../../base/random.ts';
import { write } from './bitmap-font.ts';
import { Canvas, type Colour, type Point } from './canvas.ts';
import { bell, ramp, sine } from './fixed-math.ts';

const WIDTH_PX = 504;
const HEIGHT_PX = 336;
const PX_PER_SECOND = 50;
const PX_PER_MV = 20;

/** Heights of the waves in a lead, mV; `st` for each kind of ST elevation. */
interface Lead {
  readonly name: string;
  readonly p: number;
  readonly r: number;
  readonly s: number;
  readonly t: number;
  readonly anterior: number;
  readonly diffuse: number;
}

const LEADS: readonly Lead[] = [
  { name: 'I', p: 0.1, r: 0.6, s: 0.1, t: 0.2, anterior: 0.06, diffuse: 0.16 },
  { name: 'II', p: 0.15, r: 1, s: 0.1, t: 0.28, anterior: -0.12, diffuse: 0.22 },
  { name: 'III', p: 0.08, r: 0.5, s: 0.15, t: 0.12, anterior: -0.16, diffuse: 0.14 },
  { name: 'aVR', p: -0.12, r: 0.08, s: 0.8, t: -0.22, anterior: -0.06, diffuse: -0.16 },
  { name: 'aVL', p: 0.05, r: 0.35, s: 0.12, t: 0.1, anterior: 0.08, diffuse: 0.14 },
  { name: 'aVF', p: 0.1, r: 0.7, s: 0.1, t: 0.2, anterior: -0.14, diffuse: 0.18 },
  { name: 'V1', p: 0.06, r: 0.18, s: 0.8, t: 0.05, anterior: 0.26, diffuse: 0 },
  { name: 'V2', p: 0.08, r: 0.35, s: 0.95, t: 0.35, anterior: 0.48, diffuse: 0.16 },
  { name: 'V3', p: 0.08, r: 0.65, s: 0.7, t: 0.4, anterior: 0.52, diffuse: 0.2 },
  { name: 'V4', p: 0.08, r: 1.05, s: 0.4, t: 0.4, anterior: 0.42, diffuse: 0.22 },
  { name: 'V5', p: 0.08, r: 1.1, s: 0.2, t: 0.32, anterior: 0.14, diffuse: 0.2 },
  { name: 'V6', p: 0.08, r: 0.85, s: 0.08, t: 0.24, anterior: 0.04, diffuse: 0.18 },
];

/** Rows of the page; the columns follow one another in time. */
const PAGE = [
  ['I', 'aVR', 'V1', 'V4'],
  ['II', 'aVL', 'V2', 'V5'],
  ['III', 'aVF', 'V3', 'V6'],
] as const;

export type EcgFinding =
  | 'normal'
  | 'anterior-st-elevation'
  | 'diffuse-st-elevation'
  | 'atrial-fibrillation'
  | 'narrow-tachycardia'
  | 'complete-block';

/** When the ventricles and the atria beat, in seconds. */
interface Rhythm {
  readonly beats: readonly number[];
  readonly atrial: readonly number[];
  /** How long a QRS is against a normal one. */
  readonly width: number;
  /** Amplitude of the fibrillating baseline, mV. */
  readonly flutter: number;
  readonly st: 'anterior' | 'diffuse' | undefined;
}

export function drawEcg(finding: EcgFinding, random: Random): Canvas {
  const canvas = new Canvas(WIDTH_PX, HEIGHT_PX);
  drawPaper(canvas, random);
  const rhythm = rhythmOf(finding, random);
  const gain = 0.85 + random.uniform() * 0.35;
  const sway = { phase: random.uniform(), depth: random.uniform() * 0.05 };
  const ink: Colour = [25, 22, 35];
  PAGE.forEach((row, rowIndex) => {
    const baseline = 52 + rowIndex * 82;
    row.forEach((name, column) => {
      const lead = must(
        LEADS.find((candidate) => candidate.name === name),
        'every lead on the page is in the table',
      );
      const from = 2 + column * 125;
      trace(canvas, {
        lead,
        rhythm,
        gain,
        sway,
        from,
        until: from + 125,
        baseline,
        ink,
      });
      write(canvas, name, [from + 4, baseline - 34], { dotPx: 1.4, colour: ink });
    });
  });
  const strip = must(LEADS[1], 'lead II is in the table');
  const whole = { from: 2, until: WIDTH_PX - 2, baseline: 302 };
  trace(canvas, { lead: strip, rhythm, gain, sway, ...whole, ink });
  write(canvas, 'II  25 mm/s  10 mm/mV', [6, 322], { dotPx: 1.1, colour: ink });
  return canvas;
}

function drawPaper(canvas: Canvas, random: Random): void {
  const warm = random.below(12);
  const paper: Colour = [253, 240 + warm / 2, 236 + warm];
  const heavy: Colour = [226, 150, 150];
  canvas.fill((x, y) => {
    if (x % 10 === 0 || y % 10 === 0) return heavy;
    return x % 2 === 0 || y % 2 === 0 ? [249, 222, 219] : paper;
  });
}

function rhythmOf(finding: EcgFinding, random: Random): Rhythm {
  const start = -0.5 - random.uniform() * 0.5;
  const sinus = regular(start, 0.72 + random.uniform() * 0.25, 0.02, random);
  const withP = { beats: sinus, atrial: sinus.map((beat) => beat - 0.16), width: 1 };
  switch (finding) {
    case 'normal':
      return { ...withP, flutter: 0, st: undefined };
    case 'anterior-st-elevation':
      return { ...withP, flutter: 0, st: 'anterior' };
    case 'diffuse-st-elevation':
      return { ...withP, flutter: 0, st: 'diffuse' };
    case 'atrial-fibrillation':
      return {
        beats: regular(start, 0.62, 0.24, random),
        atrial: [],
        width: 1,
        flutter: 0.06,
        st: undefined,
      };
    case 'narrow-tachycardia':
      return {
        beats: regular(start, 0.31 + random.uniform() * 0.05, 0, random),
        atrial: [],
        width: 0.9,
        flutter: 0,
        st: undefined,
      };
    case 'complete-block':
      return {
        beats: regular(start, 1.5 + random.uniform() * 0.3, 0, random),
        atrial: regular(start, 0.66 + random.uniform() * 0.1, 0, random),
        width: 1.8,
        flutter: 0,
        st: undefined,
      };
  }
}

/** Times from `start` to the end of the page, each `every` seconds ± `spread`. */
function regular(
  start: number,
  every: number,
  spread: number,
  random: Random,
): number[] {
  const times: number[] = [];
  for (
    let time = start;
    time < 11;
    time += every + (random.uniform() * 2 - 1) * spread
  ) {
    times.push(time);
  }
  return times;
}

interface Tracing {
  readonly lead: Lead;
  readonly rhythm: Rhythm;
  readonly gain: number;
  readonly sway: { readonly phase: number; readonly depth: number };
  readonly from: number;
  readonly until: number;
  readonly baseline: number;
  readonly ink: Colour;
}

function trace(canvas: Canvas, tracing: Tracing): void {
  const points: Point[] = [];
  for (let x = tracing.from; x < tracing.until; x += 0.5) {
    const mv = voltage(tracing, x / PX_PER_SECOND);
    points.push([x, tracing.baseline - mv * tracing.gain * PX_PER_MV]);
  }
  canvas.stroke(points, 1.3, tracing.ink);
}

function voltage({ lead, rhythm, sway }: Tracing, seconds: number): number {
  let mv = sine(seconds * 0.22 + sway.phase) * sway.depth;
  if (rhythm.flutter > 0) {
    mv +=
      rhythm.flutter * (sine(seconds * 6.3) + 0.7 * sine(seconds * 7.7 + 0.3)) * 0.6;
  }
  for (const at of rhythm.atrial) {
    mv += lead.p * (rhythm.width > 1 ? 1.5 : 1) * bell((seconds - at) / 0.05);
  }
  for (const beat of rhythm.beats) {
    const t = seconds - beat;
    if (t > -0.3 && t < 0.75) mv += ventricularWaves(lead, rhythm, t);
  }
  return mv;
}

/** QRS, ST segment and T wave, `t` seconds from the peak of R. */
function ventricularWaves(lead: Lead, rhythm: Rhythm, t: number): number {
  const wide = 0.03 * rhythm.width;
  const isFast = rhythm.width < 1;
  const peakOfT = isFast ? 0.16 : 0.27;
  let mv = lead.r * bell(t / wide) - lead.s * bell((t - 1.3 * wide) / wide);
  mv -= 0.06 * bell((t + 1.4 * wide) / wide);
  mv += lead.t * (isFast ? 0.5 : 1) * bell((t - peakOfT) / (isFast ? 0.08 : 0.11));
  if (rhythm.st === 'anterior') {
    // Convex: stays up until it has merged with T, the tombstone.
    const plateau = ramp(0.02, 0.06, t) * ramp(0.4, 0.27, t);
    mv += lead.anterior * plateau;
  }
  if (rhythm.st === 'diffuse') {
    // Concave: a saddle between the end of QRS and T, with a low PR segment.
    const saddle = ramp(0.03, 0.05, t) * ramp(0.42, 0.3, t);
    mv += lead.diffuse * saddle * (1 - 0.35 * bell((t - 0.12) / 0.1));
    mv -= 0.3 * lead.diffuse * ramp(-0.12, -0.1, t) * ramp(-0.03, -0.05, t);
  }
  return mv;
}
