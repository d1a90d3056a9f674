/**
 * @file Every phrase that is listened for, with what it is for: the signs and
 * measures of the rules, and the cues.
 */
import { type Cue, CUE_PHRASES } from './cues.ts';
import type { Measure } from './measure.ts';
import { MEASURES } from './measures.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';
import { GAP, type Sign } from './sign.ts';

export type Use =
  /** One phrase, or a part of one with gaps; `phrase` is the same object for all its parts. */
  | { readonly kind: 'sign'; readonly phrase: SignPhrase; readonly part: number }
  | { readonly kind: 'cue'; readonly cue: Cue; readonly words: string }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'unit'; readonly measure: Measure };

export interface SignPhrase {
  readonly sign: Sign;
  readonly parts: readonly string[];
  /** Letters between two parts at most. */
  readonly maxGap: number;
}

const MAX_GAP = { en: 28, zh: 8 } as const;

export function vocabularyOf(signs: Iterable<Sign>): PhraseAutomaton<Use> {
  const phrases: (readonly [string, Use])[] = [];
  for (const sign of signs) {
    for (const language of ['en', 'zh'] as const) {
      for (const words of sign[language]) {
        phrases.push(...usesOf(sign, words, MAX_GAP[language]));
      }
    }
  }
  for (const measure of MEASURES) {
    for (const name of measure.names) {
      phrases.push([name, { kind: 'measure', measure }]);
    }
    for (const unit of measure.telling ?? []) {
      phrases.push([unit, { kind: 'unit', measure }]);
    }
  }
  for (const [words, cue] of CUE_PHRASES) {
    phrases.push([words, { kind: 'cue', cue, words }]);
  }
  return new PhraseAutomaton(phrases);
}

function usesOf(sign: Sign, words: string, maxGap: number): (readonly [string, Use])[] {
  const parts = words.split(GAP).map((part) => part.trim());
  const phrase: SignPhrase = { sign, parts, maxGap };
  return parts.map((text, part) => [text, { kind: 'sign', phrase, part }]);
}
