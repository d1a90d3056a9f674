/** @file A laboratory report as a page of text: test, value, flag, limits. */
import type { Random } from '../../base/random.ts';
import { between } from '../choose.ts';
import { write, widthOf } from './bitmap-font.ts';
import { Canvas, type Colour } from './canvas.ts';

const WIDTH_PX = 392;
const HEIGHT_PX = 392;

export type LabReportFinding =
  | 'normal'
  | 'high-tsh'
  | 'low-tsh'
  | 'high-glucose'
  | 'ketoacidosis'
  | 'high-creatinine'
  | 'low-ferritin'
  | 'low-b12'
  | 'high-white-cells'
  | 'high-urate'
  | 'high-crp'
  | 'rheumatoid-factor'
  | 'sickle-anaemia'
  | 'infected-urine'
  | 'urine-protein'
  | 'low-platelets';

/** One line of the report; `usual` is where values of healthy people lie. */
interface Test {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly digits: number;
}

const TESTS = {
  hb: { name: 'Haemoglobin', unit: 'g/L', low: 120, high: 160, digits: 0 },
  mcv: { name: 'MCV', unit: 'fL', low: 80, high: 98, digits: 0 },
  wbc: { name: 'White cells', unit: '10^9/L', low: 4, high: 10, digits: 1 },
  plt: { name: 'Platelets', unit: '10^9/L', low: 150, high: 400, digits: 0 },
  retic: { name: 'Reticulocytes', unit: '%', low: 0.5, high: 2, digits: 1 },
  ferritin: { name: 'Ferritin', unit: 'ug/L', low: 20, high: 250, digits: 0 },
  b12: { name: 'Vitamin B12', unit: 'pmol/L', low: 150, high: 650, digits: 0 },
  crp: { name: 'CRP', unit: 'mg/L', low: 0, high: 5, digits: 0 },
  glucose: { name: 'Glucose', unit: 'mmol/L', low: 3.9, high: 6.1, digits: 1 },
  hba1c: { name: 'HbA1c', unit: '%', low: 4, high: 6, digits: 1 },
  ketones: { name: 'Ketones', unit: 'mmol/L', low: 0, high: 0.5, digits: 1 },
  ph: { name: 'Blood pH', unit: '', low: 7.35, high: 7.45, digits: 2 },
  creatinine: { name: 'Creatinine', unit: 'umol/L', low: 45, high: 105, digits: 0 },
  egfr: { name: 'eGFR', unit: 'mL/min', low: 90, high: 125, digits: 0 },
  tsh: { name: 'TSH', unit: 'mIU/L', low: 0.4, high: 4, digits: 2 },
  ft4: { name: 'Free T4', unit: 'pmol/L', low: 11, high: 22, digits: 1 },
  alt: { name: 'ALT', unit: 'U/L', low: 7, high: 40, digits: 0 },
  urate: { name: 'Uric acid', unit: 'umol/L', low: 150, high: 420, digits: 0 },
  rf: { name: 'Rheum. factor', unit: 'IU/mL', low: 0, high: 14, digits: 0 },
  ccp: { name: 'Anti-CCP', unit: 'U/mL', low: 0, high: 7, digits: 0 },
  urineWbc: { name: 'Urine wbc', unit: '/uL', low: 0, high: 10, digits: 0 },
  nitrite: { name: 'Urine nitrite', unit: '(0-1)', low: 0, high: 0, digits: 0 },
  protein: { name: 'Urine protein', unit: 'g/L', low: 0, high: 0.15, digits: 2 },
} as const satisfies Record<string, Test>;

type TestId = keyof typeof TESTS;

const BASIC: readonly TestId[] = [
  'hb',
  'mcv',
  'wbc',
  'plt',
  'crp',
  'glucose',
  'creatinine',
  'tsh',
];

/** The values that make a finding: test → the range its value is drawn from. */
const RANGES: Readonly<
  Record<LabReportFinding, Partial<Record<TestId, readonly [number, number]>>>
> = {
  normal: {},
  'high-tsh': { tsh: [12, 70], ft4: [3, 9] },
  'low-tsh': { tsh: [0.01, 0.05], ft4: [32, 75] },
  'high-glucose': { glucose: [8.5, 15], hba1c: [7.2, 11.5] },
  ketoacidosis: { glucose: [18, 38], ketones: [3.5, 8], ph: [6.95, 7.22] },
  'high-creatinine': { creatinine: [190, 520], egfr: [9, 32], hb: [88, 108] },
  'low-ferritin': { hb: [62, 98], mcv: [58, 74], ferritin: [2, 9] },
  'low-b12': { hb: [60, 98], mcv: [108, 126], b12: [40, 110] },
  'high-white-cells': { wbc: [42, 160], hb: [58, 88], plt: [8, 48] },
  'high-urate': { urate: [510, 720], crp: [18, 60] },
  'high-crp': { crp: [120, 310], wbc: [14, 24] },
  'rheumatoid-factor': { rf: [60, 340], ccp: [45, 300], crp: [14, 50] },
  'sickle-anaemia': { hb: [58, 88], retic: [8, 20], alt: [22, 40] },
  'infected-urine': {
    urineWbc: [250, 900],
    nitrite: [1, 1],
    crp: [80, 190],
    wbc: [12, 19],
  },
  'urine-protein': { protein: [1.2, 5], plt: [38, 92], alt: [120, 480] },
  'low-platelets': { plt: [28, 96], wbc: [1.8, 3.4] },
};

export function drawLabReport(finding: LabReportFinding, random: Random): Canvas {
  const canvas = new Canvas(WIDTH_PX, HEIGHT_PX);
  const paper = 240 + between(random, 0, 14);
  const shade = between(random, 0, 10);
  canvas.fill((x, y) => {
    const fold = 1 - ((shade / 255) * (x + y)) / (WIDTH_PX + HEIGHT_PX);
    return [paper * fold, paper * fold, (paper - 4) * fold];
  });
  const ink: Colour = [24, 26, 34];
  const head: Colour = [34, 64, 110];
  write(
    canvas,
    'LABORATORY REPORT',
    [(WIDTH_PX - widthOf('LABORATORY REPORT', 2.4)) / 2, 16],
    { dotPx: 2.4, colour: head },
  );
  write(canvas, `Sample ${between(random, 10_000, 99_999)}`, [16, 44], {
    dotPx: 1.5,
    colour: ink,
  });
  rule(canvas, 62);
  headings(canvas, head);
  rule(canvas, 86);
  linesOf(finding, random).forEach((line, row) =>
    writeLine(canvas, line, 98 + row * 27),
  );
  rule(canvas, 366);
  write(canvas, 'H above, L below the limits', [16, 374], { dotPx: 1.3, colour: ink });
  return canvas;
}

function rule(canvas: Canvas, y: number): void {
  canvas.stroke(
    [
      [12, y],
      [WIDTH_PX - 12, y],
    ],
    1.2,
    [110, 116, 128],
  );
}

function headings(canvas: Canvas, colour: Colour): void {
  for (const [text, x] of [
    ['Test', 16],
    ['Value', 172],
    ['Limits', 300],
  ] as const) {
    write(canvas, text, [x, 70], { dotPx: 1.5, colour });
  }
}

interface Line {
  readonly test: Test;
  readonly value: number;
}

/** The tests that tell, with others of the usual ones around them, in the table's order. */
function linesOf(finding: LabReportFinding, random: Random): readonly Line[] {
  const ranges = RANGES[finding];
  const told = Object.keys(ranges) as TestId[];
  const rest = BASIC.filter((id) => !told.includes(id)).slice(0, 9 - told.length);
  const ids = (Object.keys(TESTS) as TestId[]).filter(
    (id) => told.includes(id) || rest.includes(id),
  );
  return ids.map((id) => {
    const test = TESTS[id];
    const margin = (test.high - test.low) * 0.12;
    const [low, high] = ranges[id] ?? [test.low + margin, test.high - margin];
    return { test, value: low + random.uniform() * (high - low) };
  });
}

function writeLine(canvas: Canvas, { test, value }: Line, y: number): void {
  const shown = rounded(value, test.digits);
  const flag = shown > test.high ? 'H' : shown < test.low ? 'L' : '';
  const ink: Colour = flag === '' ? [24, 26, 34] : [168, 22, 30];
  const style = { dotPx: 1.75, colour: ink };
  write(canvas, test.name, [16, y], style);
  write(canvas, fixed(shown, test.digits), [166, y], { ...style, dotPx: 2 });
  write(canvas, flag, [226, y], { ...style, dotPx: 2 });
  write(canvas, test.unit, [246, y + 2], { dotPx: 1.25, colour: [60, 62, 70] });
  const limits = `${fixed(test.low, test.digits)}-${fixed(test.high, test.digits)}`;
  write(canvas, limits, [304, y], { dotPx: 1.5, colour: [60, 62, 70] });
}

function rounded(value: number, digits: number): number {
  const scale = [1, 10, 100][digits] ?? 1;
  return Math.round(value * scale) / scale;
}

/** `value` with exactly so many digits after the point, by whole numbers alone. */
function fixed(value: number, digits: number): string {
  const scale = [1, 10, 100][digits] ?? 1;
  const whole = Math.round(value * scale);
  if (digits === 0) return String(whole);
  const rest = String(whole % scale).padStart(digits, '0');
  return `${Math.floor(whole / scale)}.${rest}`;
}
