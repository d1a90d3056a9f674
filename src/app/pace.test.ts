import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const MB = 1e6;

test('the time left follows the speed of the last seconds', () => {
  const pace = new Pace();
  for (let s = 0; s <= 60; s++) pace.note(s * 1000, s * MB);
  expect(pace.remainingMs(100 * MB)).toBeCloseTo(40_000);
  for (let s = 61; s <= 90; s++) pace.note(s * 1000, (60 + (s - 60) / 10) * MB);
  expect(pace.remainingMs(100 * MB)).toBeCloseTo(370_000);
});

test('what was there already is not taken for speed once it is past', () => {
  const pace = new Pace();
  pace.note(0, 0);
  pace.note(300, 900 * MB);
  for (let s = 1; s <= 25; s++) pace.note(s * 1000, (900 + s) * MB);
  expect(pace.remainingMs(1000 * MB)).toBeCloseTo(75_000);
});

test('nothing is said while there is too little to judge by', () => {
  const pace = new Pace();
  expect(pace.remainingMs(MB)).toBeUndefined();
  pace.note(0, 0);
  pace.note(1500, MB);
  expect(pace.remainingMs(10 * MB)).toBeUndefined();
  const standing = new Pace();
  for (let s = 0; s <= 10; s++) standing.note(s * 1000, MB);
  expect(standing.remainingMs(10 * MB)).toBeUndefined();
});
