import { expect, test } from 'vitest';
import { meanOf, ratioOfSums } from './resampled.ts';

const CASES = [
  { found: 1, needed: 4 },
  { found: 6, needed: 6 },
  { found: 0, needed: 0 },
];

test('a ratio weighs a case by what is below the line', () => {
  const { value, cases } = ratioOfSums(
    CASES,
    (it) => it.found,
    (it) => it.needed,
  );
  expect(value).toBeCloseTo(0.7, 12);
  expect(cases).toBe(3);
});

test('an interval holds the value, is the same again, and narrows with more cases', () => {
  const values = (count: number) => Array.from({ length: count }, (_, i) => i % 2);
  const few = meanOf(values(20), (it) => it);
  const many = meanOf(values(500), (it) => it);
  expect(few.value).toBe(0.5);
  expect(few.low).toBeLessThan(0.5);
  expect(few.high).toBeGreaterThan(0.5);
  expect(meanOf(values(20), (it) => it)).toEqual(few);
  // 1.96 · 0.5 / √500
  expect(many.high - 0.5).toBeCloseTo(0.044, 2);
});

test('where nothing is below the line there is no value', () => {
  const nothing = ratioOfSums(
    CASES.slice(2),
    (it) => it.found,
    (it) => it.needed,
  );
  expect(nothing.value).toBeUndefined();
  expect(meanOf([], () => 1).value).toBeUndefined();
});
