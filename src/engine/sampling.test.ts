import { describe, expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import type { Sampling } from './engine.ts';
import type { Candidates } from './head.ts';
import { drawToken, isGreedy, penalize } from './sampling.ts';

const PLAIN: Sampling = {
  temperature: 1,
  topK: 0,
  topP: 1,
  repetitionPenalty: 1,
  seed: 0,
};

/** Candidates of these probabilities, largest first; ids 10, 11, … */
function candidates(...probabilities: number[]): Candidates {
  return {
    values: Float32Array.from(probabilities, (p) => Math.log(p) + 3),
    tokenIds: Int32Array.from(probabilities, (_, i) => 10 + i),
  };
}

const rounded = (values: readonly number[]) =>
  values.map((value) => Math.round(value * 1000) / 1000);

/** How often each id comes out over evenly spread draws, to three decimals. */
function shares(given: Candidates, change: Partial<Sampling> = {}): number[] {
  const draws = 10_000;
  const counts = Array.from(given.tokenIds, () => 0);
  for (let i = 0; i < draws; i++) {
    const id = drawToken(given, { ...PLAIN, ...change }, (i + 0.5) / draws);
    counts[id - 10]++;
  }
  return rounded(counts.map((count) => count / draws));
}

describe('a drawn token', () => {
  const three = candidates(0.5, 0.3, 0.2);

  test('comes as often as its probability says', () => {
    expect(shares(three)).toEqual([0.5, 0.3, 0.2]);
  });

  test('comes as often with seeded random numbers', () => {
    const random = new Random(7);
    const draws = 20_000;
    let first = 0;
    for (let i = 0; i < draws; i++) {
      if (drawToken(three, PLAIN, random.uniform()) === 10) first++;
    }
    expect(first / draws).toBeCloseTo(0.5, 1);
    expect(Math.abs(first / draws - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / draws));
  });

  test('is sharper at low temperature and flatter at high', () => {
    const [a, b, c] = [0.25, 0.09, 0.04].map((p) => p / 0.38); // squared
    expect(shares(three, { temperature: 0.5 })).toEqual(rounded([a, b, c]));
    const roots = [0.5, 0.3, 0.2].map(Math.sqrt);
    const total = roots.reduce((x, y) => x + y);
    const wanted = roots.map((root) => root / total);
    expect(shares(three, { temperature: 2 })).toEqual(rounded(wanted));
  });

  test('is the likeliest at a temperature near 0', () => {
    expect(shares(three, { temperature: 1e-6 })).toEqual([1, 0, 0]);
  });

  test('is one of the top k, by their own shares', () => {
    expect(shares(three, { topK: 1 })).toEqual([1, 0, 0]);
    expect(shares(three, { topK: 2 })).toEqual([0.625, 0.375, 0]);
    expect(shares(three, { topK: 3 })).toEqual([0.5, 0.3, 0.2]);
    expect(shares(three, { topK: 99 })).toEqual([0.5, 0.3, 0.2]);
  });

  test('is of the smallest set that reaches top p, never of none', () => {
    expect(shares(three, { topP: 0 })).toEqual([1, 0, 0]);
    expect(shares(three, { topP: 1e-9 })).toEqual([1, 0, 0]);
    expect(shares(three, { topP: 0.49 })).toEqual([1, 0, 0]);
    expect(shares(three, { topP: 0.51 })).toEqual([0.625, 0.375, 0]);
    expect(shares(three, { topP: 0.81 })).toEqual([0.5, 0.3, 0.2]);
  });

  test('has top p counted among the top k', () => {
    // 0.5 of the whole, but 0.625 of the two
    expect(shares(three, { topK: 2, topP: 0.6 })).toEqual([1, 0, 0]);
  });

  test('has top p counted after the temperature', () => {
    // 0.25 of 0.38 is 0.66
    expect(shares(three, { temperature: 0.5, topP: 0.65 })).toEqual([1, 0, 0]);
  });

  test('is never one that cannot be, at either end of the unit interval', () => {
    const masked = {
      values: Float32Array.of(1, 0.5, -Infinity, -1e30),
      tokenIds: Int32Array.of(10, 11, 12, 13),
    };
    const almostOne = 1 - 2 ** -32;
    for (const temperature of [0.01, 1, 100]) {
      expect(drawToken(masked, { ...PLAIN, temperature }, 0)).toBe(10);
      expect(drawToken(masked, { ...PLAIN, temperature }, almostOne)).toBeLessThan(12);
    }
  });

  test('does not depend on logits too large for exp', () => {
    const tokenIds = Int32Array.of(10, 11);
    const large = { values: Float32Array.of(1000, 1000), tokenIds };
    expect(shares(large)).toEqual([0.5, 0.5]);
  });
});

test('settings that leave one choice are greedy', () => {
  expect(isGreedy({ ...PLAIN, temperature: 0 })).toBe(true);
  expect(isGreedy({ ...PLAIN, topK: 1 })).toBe(true);
  expect(isGreedy({ ...PLAIN, topK: 2, temperature: 0.1 })).toBe(false);
  expect(isGreedy(PLAIN)).toBe(false);
});

test('the repetition penalty makes a logit smaller whatever its sign', () => {
  expect(penalize(3, 1.5)).toBe(2);
  expect(penalize(-3, 1.5)).toBe(-4.5);
  expect(penalize(0, 1.5)).toBe(0);
});
