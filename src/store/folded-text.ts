/**
 * @file Text as a search compares it: one case, no accents, one width.
 *
 *   "Fièvre ３９℃"  →  "fievre 39°c"
 *
 * Compatibility forms are taken apart (NFKD), accents dropped, letters made small.
 * A character folds to the same letters wherever it stands, so that a place in the
 * folded text can be traced back by folding one character after the other.
 */

/** Above the Latin accents there are marks that change the letter: those stay. */
const ACCENTS = /[\u0300-\u036f]/g;
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .toLowerCase()
    .replaceAll('ς', 'σ'); // small at the end of a word, and only there
}

/** What is searched for: the words of a query, folded, each once. */
export function foldedWords(query: string): readonly string[] {
  const words = foldText(query).split(/\s+/);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A stretch of a text in UTF-16 units, `to` not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Where ranges of the folded text stand in `text`. Half of a character that folds
 * to several letters is all of it; an accent goes with its letter.
 *
 * @param ranges - in rising order, not touching
 */
export function rangesIn(text: string, ranges: readonly Range[]): readonly Range[] {
  const found: { from: number; to: number }[] = [];
  let [at, foldedAt, next] = [0, 0, 0];
  for (const character of text) {
    const foldedEnd = foldedAt + foldedLength(character);
    const isAccent = foldedEnd === foldedAt;
    if (!isAccent) next = firstAfter(ranges, next, foldedAt);
    const range = ranges[next];
    if (range === undefined) break;
    const last = found.at(-1);
    const goesOn = last?.to === at;
    const isIn = isAccent ? goesOn : range.from < foldedEnd;
    const end = at + character.length;
    if (isIn && last !== undefined && goesOn) last.to = end;
    else if (isIn) found.push({ from: at, to: end });
    at = end;
    foldedAt = foldedEnd;
  }
  return found;
}

/** The place of the first range from `next` on that ends after `at`. */
function firstAfter(ranges: readonly Range[], next: number, at: number): number {
  let first = next;
  while ((ranges[first]?.to ?? Infinity) <= at) first++;
  return first;
}

const lengths = new Map<string, number>();

/** How many UTF-16 units a character folds to. */
function foldedLength(character: string): number {
  if (character.length === 1) {
    const code = character.charCodeAt(0);
    if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return 1;
  }
  let length = lengths.get(character);
  if (length === undefined) {
    length = foldText(character).length;
    lengths.set(character, length);
  }
  return length;
}
