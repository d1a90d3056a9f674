/** @file Whether a text goes round in circles, and whether it is in the language it should be in. */
import type { Language } from '../language.ts';

/** Four words, or four Chinese characters, in a row. */
const RUN = 4;

/**
 * The share of runs of four words that stood in the text before: 1 − distinct / all.
 * 0 for a text without repetition and for one too short to have a run.
 *
 * @see seq-rep-n of Welleck et al., Neural Text Generation with Unlikelihood Training, §6
 */
export function repetitionOf(text: string): number {
  const words = wordsOf(text);
  const runs = Math.max(0, words.length - RUN + 1);
  if (runs === 0) return 0;
  const distinct = new Set(
    Array.from({ length: runs }, (_, at) => words.slice(at, at + RUN).join(' ')),
  );
  return 1 - distinct.size / runs;
}

/** Words in lower case; a Chinese character is a word. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}'’-]+/gu) ?? [];
}

/**
 * Whether a text is written in `language`: nine of ten letters are Latin, or half are
 * Han (units and names stay Latin), and no character is broken. An empty text is in none.
 */
export function isIn(language: Language, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || text.includes('\u{FFFD}')) return false;
  const own = text.match(SCRIPTS[language])?.length ?? 0;
  return own / letters >= LEAST[language];
}

const SCRIPTS: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Latin}/gu,
  zh: /\p{Script=Han}/gu,
};
const LEAST: Readonly<Record<Language, number>> = { en: 0.9, zh: 0.5 };
