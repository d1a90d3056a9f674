/** @file A text with the places where searched words stand in it. */
import { foldText, type Range, rangesIn } from './folded-text.ts';

/** Plain text; whoever shows it marks the ranges. */
export interface Marked {
  readonly text: string;
  /** In rising order, not overlapping. */
  readonly ranges: readonly Range[];
}

/** Letters before the first hit, and from there on. */
const BEFORE = 24;
const FROM = 96;

/** @param words - folded */
export function markAll(text: string, words: readonly string[]): Marked {
  return { text, ranges: rangesIn(text, foldedHits(foldText(text), words)) };
}

/** The part of a text around its first hit. */
export function snippetOf(text: string, words: readonly string[]): Marked {
  const folded = foldText(text);
  const first = Math.min(...words.map((word) => place(folded, word)));
  if (first === Infinity) return cut(text, 0, FROM, []);
  // letters fold to a few letters at most: hits far behind are not shown
  const hits = foldedHits(folded, words).filter(({ from }) => from < first + 4 * FROM);
  const ranges = rangesIn(text, hits);
  const at = ranges[0]?.from ?? 0;
  return cut(text, at <= BEFORE + 4 ? 0 : at - BEFORE, at + FROM, ranges);
}

function cut(text: string, from: number, to: number, ranges: readonly Range[]): Marked {
  const begin = isInside(text, from) ? from - 1 : from;
  const end = isInside(text, to) ? to + 1 : to;
  const lead = begin > 0 ? '…' : '';
  const shift = lead.length - begin;
  const tail = end < text.length ? '…' : '';
  return {
    text: `${lead}${text.slice(begin, end)}${tail}`,
    ranges: ranges
      .filter((range) => range.from < end)
      .map((range) => ({
        from: range.from + shift,
        to: Math.min(range.to, end) + shift,
      })),
  };
}

/** True between the two halves of a character. */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at); // NaN behind the end
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where words stand in a folded text; what touches is one. */
function foldedHits(folded: string, words: readonly string[]): readonly Range[] {
  const hits: Range[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      hits.push({ from: at, to: at + word.length });
    }
  }
  const joined: { from: number; to: number }[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else joined.push({ ...hit });
  }
  return joined;
}

function place(folded: string, word: string): number {
  const at = folded.indexOf(word);
  return at < 0 ? Infinity : at;
}
