import { expect, test } from 'vitest';
import { proportion, shareOf } from './proportion.ts';

test('an interval is that of the published examples', () => {
  // 81 of 263: Newcombe, Statistics in Medicine 17 (1998) 857–872, table I
  const { low, high } = proportion(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(proportion(0, 20).high).toBeCloseTo(0.1611, 4);
  expect(proportion(1, 29).low).toBeCloseTo(0.0061, 4);
});

test('none and all stay within 0 and 1', () => {
  expect(proportion(0, 3).low).toBe(0);
  expect(proportion(3, 3).high).toBe(1);
});

test('without cases there is no share, and the interval says nothing', () => {
  expect(proportion(0, 0)).toEqual({
    hits: 0,
    of: 0,
    share: undefined,
    low: 0,
    high: 1,
  });
});

test('a share counts what holds', () => {
  expect(shareOf([1, 2, 3, 4], (it) => it > 1)).toMatchObject({ hits: 3, of: 4 });
});
