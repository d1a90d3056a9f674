import { describe, expect, it } from 'vitest';
import { median, quantile, ratioSpread, repeat, spreadOf } from './statistics.ts';

describe('statistics', () => {
  it('gives the middle of an odd number of runs, and the mean of the two of an even', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([4])).toBe(4);
  });

  it('sorts by size, not by how numbers are spelt', () => {
    expect(spreadOf([100, 9, 20])).toEqual({ median: 20, low: 9, high: 100, runs: 3 });
  });

  it('refuses a spread of nothing', () => {
    expect(() => spreadOf([])).toThrow('at least one run');
  });

  it('compares within a round, so that a machine that slows down changes nothing', () => {
    const ours = [40, 20, 10];
    const theirs = [20, 10, 5];
    expect(ratioSpread(ours, theirs)).toEqual({ median: 2, low: 2, high: 2, runs: 3 });
    expect(() => ratioSpread(ours, [1])).toThrow('as many runs');
  });

  it('repeats at least and at most as often as asked', async () => {
    const count = async (patience: Parameters<typeof repeat>[0]) =>
      (await repeat(patience, (index) => Promise.resolve(index))).length;
    expect(await count({ leastRuns: 2, mostRuns: 5, budgetMs: 0 })).toBe(2);
    expect(await count({ leastRuns: 2, mostRuns: 5, budgetMs: 10_000 })).toBe(5);
  });
});

it('a quantile is a value that so many do not exceed', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect(quantile(values, 0.99)).toBe(198);
  expect(quantile(values, 0.5)).toBe(100);
  expect(quantile([7], 0.99)).toBe(7);
});
