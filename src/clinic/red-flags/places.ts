/**
 * @file Where sentences, and the parts between their commas, begin and end.
 */
import { isDigit, isLetter } from './normalize.ts';

export type Border = 'comma' | 'item' | 'close' | 'sentence';

const BORDERS: ReadonlyMap<string, Border> = new Map<string, Border>([
  [',', 'comma'],
  ['、', 'item'],
  ['(', 'item'],
  ['[', 'item'],
  [')', 'close'],
  [']', 'close'],
  ['!', 'sentence'],
  ['?', 'sentence'],
  ['。', 'sentence'],
  ['｡', 'sentence'],
  [';', 'sentence'],
  ['\n', 'sentence'],
]);

/** A full stop after these ends nothing. */
const SHORT = new Set(
  'dr mr mrs ms vs approx e.g i.e pt yr yrs hr hrs wk temp b.p sat y.o resp'.split(' '),
);

/** What ends at this place of a normalized text; undefined within a part. */
export function borderAt(text: string, at: number): Border | undefined {
  const unit = text.charAt(at);
  if (unit === '.') return isFullStop(text, at) ? 'sentence' : undefined;
  if (unit === ',' && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))) {
    return undefined; // 1,200
  }
  return BORDERS.get(unit);
}

function isFullStop(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if (isDigit(next) || isLetter(next)) return false; // 38.5, y.o.
  let start = at;
  while (start > 0 && at - start < 7 && isOfWord(text.charAt(start - 1))) start--;
  return !SHORT.has(text.slice(start, at));
}

function isOfWord(unit: string): boolean {
  return isLetter(unit) || unit === '.';
}
