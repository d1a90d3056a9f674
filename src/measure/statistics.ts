/** @file Several runs of one thing as a middle and a range. */
import { assert, must } from '../base/assert.ts';

/** What several runs gave; the unit is whatever went in. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** @param values - at least one */
export function spreadOf(values: readonly number[]): Spread {
  assert(values.length > 0, 'a spread is of at least one run');
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: median(sorted),
    low: must(sorted[0], 'one run'),
    high: must(sorted.at(-1), 'one run'),
    runs: sorted.length,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = must(sorted[Math.floor(sorted.length / 2)], 'a median is of something');
  if (sorted.length % 2 === 1) return upper;
  return (upper + must(sorted[sorted.length / 2 - 1], 'two or more')) / 2;
}

/** The least value that `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1);
  return must(sorted[at], 'a quantile is of something');
}

/**
 * Ratios of pairs that were measured one right after the other, so that a
 * machine that drifts slows both.
 *
 * @param above, below - [runs], of the same rounds
 */
export function ratioSpread(
  above: readonly number[],
  below: readonly number[],
): Spread {
  assert(above.length === below.length, 'as many runs of one as of the other');
  return spreadOf(above.map((value, i) => value / must(below[i], 'a pair')));
}

/** Runs done one after the other until there are enough or the time is up. */
export interface Patience {
  readonly leastRuns: number;
  readonly mostRuns: number;
  /** No run begins after this, once there are `leastRuns`. */
  readonly budgetMs: number;
}

/** What each run gave. */
export async function repeat<T>(
  { leastRuns, mostRuns, budgetMs }: Patience,
  run: (index: number) => Promise<T>,
): Promise<T[]> {
  const startMs = performance.now();
  const results: T[] = [];
  while (
    results.length < leastRuns ||
    (results.length < mostRuns && performance.now() - startMs < budgetMs)
  ) {
    results.push(await run(results.length));
  }
  return results;
}
