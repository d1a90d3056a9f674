import { expect, test } from 'vitest';
import { clinicReport } from '../testing/clinic-reports.ts';
import { printClinicReport } from './clinic-report.ts';

const text = printClinicReport(clinicReport());
/** The cells of the row that begins so. */
const row = (name: string): readonly string[] =>
  (text.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

test('shares come with their interval and what they are of', () => {
  expect(row('diagnosis right (top-1)')).toEqual([
    'diagnosis right (top-1)',
    '50.0 % (9–91), 1/2',
    '0.0 % (0–79), 0/1',
    '100.0 % (34–100), 2/2',
  ]);
  expect(row('among the first three named (top-3)')[1]).toContain('2/2');
  expect(row('no diagnosis at all')[2]).toContain('1/1');
});

test('a diagnosis that turns with the images falls, and what nobody was shown is no number', () => {
  expect(row("another patient's images").slice(1)).toEqual([
    '100.0 % (21–100), 1/1',
    '0.0 % (0–79), 0/1',
    '0.0 % (0–79), 0/1',
    expect.stringMatching(/^1\.00/),
    '100.0 % (21–100), 1/1',
  ]);
  expect(row('a grey picture').slice(1)).toEqual(['–', '–', '–', '–', '–']);
});

test('answers outside of the clinic stand as they came, and silence is named', () => {
  expect(text).toContain('- trained: Paris, I think.');
  expect(text).toContain('- base: (nothing)');
});
