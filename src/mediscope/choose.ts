/** @file Choosing by chance, the same on every machine. */
import { must } from '../base/assert.ts';
import type { Random } from '../base/random.ts';

/** One of `items`, each as likely. */
export function choose<T>(random: Random, items: readonly T[]): T {
  return must(items[random.below(items.length)], 'there is something to choose from');
}

/** One of `items`, as likely as its weight says. */
export function chooseWeighted<T>(
  random: Random,
  items: readonly T[],
  weight: (item: T) => number,
): T {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let left = random.uniform() * total;
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return must(items.at(-1), 'there is something to choose from');
}

/** True with this probability. */
export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}

/** A whole number from `low` to `high`, both possible. */
export function between(random: Random, low: number, high: number): number {
  return low + random.below(high - low + 1);
}

/** FNV-1a, 32 bits: a seed from words. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
