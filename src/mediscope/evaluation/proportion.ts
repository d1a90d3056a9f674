/** @file Counts as shares with the interval in which the true share lies 95 times of a hundred. */
import { assert } from '../../base/assert.ts';

/** `hits` of `of`; `low` and `high` bound the 95 % interval. Without a case there is no share. */
export interface Proportion {
  readonly hits: number;
  readonly of: number;
  readonly share: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, leaves 2.5 % above. */
const Z = 1.959963984540054;

/**
 * A share with Wilson's interval, which stays within 0 and 1 and holds for few cases.
 *
 *   (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * @see Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212
 */
export function proportion(hits: number, of: number): Proportion {
  assert(hits >= 0 && hits <= of, `${hits} of ${of} is a share`);
  if (of === 0) return { hits, of, share: undefined, low: 0, high: 1 };
  const p = hits / of;
  const middle = p + Z ** 2 / (2 * of);
  const reach = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return {
    hits,
    of,
    share: p,
    low: hits === 0 ? 0 : (middle - reach) / scale,
    high: hits === of ? 1 : (middle + reach) / scale,
  };
}

/** The share of `items` for which `isHit` holds. */
export function shareOf<T>(
  items: readonly T[],
  isHit: (item: T) => boolean,
): Proportion {
  return proportion(items.filter(isHit).length, items.length);
}
