/**
 * @file Numbers of whole consultations with 95 % intervals by resampling the cases:
 * the facts of one patient belong together, so they are drawn together.
 */
import { Random } from '../../base/random.ts';

export interface Estimate {
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number;
  readonly cases: number;
}

const RESAMPLES = 2000;
const SEED = 20_260_107;

/**
 * Σ top / Σ bottom over the cases, with the percentile interval of the bootstrap.
 * Where nothing is below the line, there is no value.
 */
export function ratioOfSums<T>(
  items: readonly T[],
  top: (item: T) => number,
  bottom: (item: T) => number,
): Estimate {
  const tops = items.map(top);
  const bottoms = items.map(bottom);
  const ratio = (rows: readonly number[]): number | undefined => {
    const below = rows.reduce((sum, row) => sum + (bottoms[row] ?? 0), 0);
    if (below === 0) return undefined;
    return rows.reduce((sum, row) => sum + (tops[row] ?? 0), 0) / below;
  };
  return bootstrap(items.length, ratio);
}

/** The mean over the cases. */
export function meanOf<T>(items: readonly T[], value: (item: T) => number): Estimate {
  return ratioOfSums(items, value, () => 1);
}

function bootstrap(
  cases: number,
  statistic: (rows: readonly number[]) => number | undefined,
): Estimate {
  const value = statistic(Array.from({ length: cases }, (_, row) => row));
  if (value === undefined) return { value, low: 0, high: 0, cases };
  const random = new Random(SEED);
  const drawn: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const again = statistic(Array.from({ length: cases }, () => random.below(cases)));
    if (again !== undefined) drawn.push(again);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number =>
    drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? value;
  return { value, low: at(0.025), high: at(0.975), cases };
}
