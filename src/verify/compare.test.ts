import { describe, expect, test } from 'vitest';
import { argMax, compareDistributions, compareValues } from './compare.ts';

describe('how far values are off', () => {
  test('is the largest difference, and that over the largest reference value', () => {
    expect(compareValues([1, 2.5, -8], [1, 2, -10])).toEqual({
      maxAbs: 2,
      maxRel: 0.2,
    });
  });

  test('is zero for equal values, also when all are zero', () => {
    expect(compareValues([0, 0], [0, 0])).toEqual({ maxAbs: 0, maxRel: 0 });
  });

  test('is not hidden by a reference of zeros', () => {
    expect(compareValues([0.5], [0])).toEqual({ maxAbs: 0.5, maxRel: 0.5 });
  });

  test.each([
    ['not a number', [1, NaN, 3], [1, 2, 3]],
    ['not a number, and a smaller difference after it', [NaN, 2.5], [1, 2]],
    ['infinite', [1, Infinity], [1, 2]],
    ['missing', [1], [1, 2]],
    ['one too many', [1, 2, 3], [1, 2]],
    ['there where the reference is not a number', [1], [NaN]],
  ])('is infinite when a value is %s', (_, actual, expected) => {
    expect(compareValues(actual, expected).maxAbs).toBe(Infinity);
  });
});

describe('how alike distributions are', () => {
  const theirs = Float32Array.of(0, 1, 2, 5, 0, 0);

  test('does not depend on a constant added to the logits', () => {
    const shifted = theirs.map((logit) => logit + 7);
    const { kl, top1 } = compareDistributions(shifted, theirs, 3);
    expect(kl).toBeCloseTo(0, 6);
    expect(top1).toBe(1);
  });

  test('is KL(reference ‖ ours) in nats, by its definition', () => {
    const [ours, reference] = [Float32Array.of(0, 0), Float32Array.of(Math.log(3), 0)];
    const { kl } = compareDistributions(ours, reference, 2);
    expect(kl).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 6);
  });

  test('is a mean over positions', () => {
    const ours = Float32Array.of(0, 1, 2, 0, 5, 0);
    const half = compareDistributions(ours, theirs, 3);
    const second = compareDistributions(ours.subarray(3), theirs.subarray(3), 3);
    expect(half.kl).toBeCloseTo(second.kl / 2, 6);
    expect(half.top1).toBe(0.5);
  });

  test('is finite for logits too large for exp', () => {
    const large = Float32Array.of(900, -900);
    expect(compareDistributions(large, large, 2).kl).toBe(0);
  });
});

test('of equal values the first is the largest', () => {
  expect(argMax([1, 3, 3, 2])).toBe(1);
});
