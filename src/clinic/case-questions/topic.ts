/**
 * @file A topic: something a careful doctor asks, in both languages, and the words
 * that show it was answered. That there is no fever answers the question for fever.
 */
import type { Measure } from '../red-flags/measure.ts';
import type { Bilingual } from '../red-flags/red-flag.ts';
import { type Sign, sign } from '../red-flags/sign.ts';

export interface Topic {
  readonly question: Bilingual;
  /** Said to be there or not to be there, it is answered. */
  readonly answeredBy: Sign;
  /** A value of these answers it too. */
  readonly measures: readonly Measure[];
  /** True for a sign of danger, which is asked first. */
  readonly isDanger: boolean;
  /** True when what was once, or runs in the family, answers it. */
  readonly isBackground: boolean;
  readonly only?: Only;
}

/** Whom it can concern; nobody is left out whose age or sex is not known. */
export interface Only {
  readonly sex?: 'female' | 'male';
  readonly fromYears?: number;
  readonly belowYears?: number;
}

interface More {
  readonly measures?: readonly Measure[];
  readonly only?: Only;
}

type Words = readonly [en: string, zh: string];

function make(question: Words, answers: Words | Sign, more: More): Topic {
  const [en, zh] = question;
  const { measures = [], only } = more;
  return {
    question: { en, zh },
    answeredBy: 'id' in answers ? answers : sign(en, answers[0], answers[1]),
    measures,
    isDanger: false,
    isBackground: false,
    ...(only !== undefined && { only }),
  };
}

/** @param answers - phrases as in `sign`, or a sign that exists */
export function ask(question: Words, answers: Words | Sign, more: More = {}): Topic {
  return make(question, answers, more);
}

/** A sign of danger. */
export function danger(question: Words, answers: Words | Sign, more: More = {}): Topic {
  return { ...make(question, answers, more), isDanger: true };
}

/** Somebody's past, habits or family. */
export function background(
  question: Words,
  answers: Words | Sign,
  more: More = {},
): Topic {
  return { ...make(question, answers, more), isBackground: true };
}
