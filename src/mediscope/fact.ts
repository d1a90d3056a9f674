/**
 * @file A fact: something a patient has or has not, and will say when asked.
 *
 * Its wordings are noun phrases that fit after "Do you have" and "I have had",
 * so that questions and answers are put together from a phrase and a carrier
 * sentence (`words/`). A cue is what gives a question about the fact away, in
 * whatever words it comes.
 */
import type { BilingualWordings, Wordings, Words } from './language.ts';

export interface Fact {
  /** A symptom is noticed; a background fact is part of somebody's life or past. */
  readonly kind: 'symptom' | 'background';
  readonly wordings: BilingualWordings;
  /** Regular expressions, without case. */
  readonly cue: Words;
  /** How common it is among patients whose condition says nothing about it. */
  readonly base: number;
  readonly only?: Only;
}

/** Whom a fact or a condition can concern. */
export interface Only {
  readonly sex?: 'female' | 'male';
  readonly fromAge?: number;
  readonly toAge?: number;
}

interface More {
  readonly base?: number;
  readonly only?: Only;
}

/** A symptom, by default one in thirty-three. */
export function symptom(
  en: Wordings,
  zh: Wordings,
  cue: readonly [en: string, zh: string],
  more: More = {},
): Fact {
  return fact('symptom', { en, zh }, cue, more);
}

/** Something of somebody's life or past. */
export function background(
  en: Wordings,
  zh: Wordings,
  cue: readonly [en: string, zh: string],
  more: More = {},
): Fact {
  return fact('background', { en, zh }, cue, more);
}

function fact(
  kind: Fact['kind'],
  wordings: BilingualWordings,
  cue: readonly [en: string, zh: string],
  { base = 0.03, ...more }: More,
): Fact {
  return { kind, wordings, cue: { en: cue[0], zh: cue[1] }, base, ...more };
}

/** Whether somebody of this age and sex can have it. */
export function concerns(
  only: Only | undefined,
  who: { readonly ageYears: number; readonly sex: 'female' | 'male' },
): boolean {
  if (only === undefined) return true;
  if (only.sex !== undefined && only.sex !== who.sex) return false;
  return who.ageYears >= (only.fromAge ?? 0) && who.ageYears <= (only.toAge ?? 200);
}
