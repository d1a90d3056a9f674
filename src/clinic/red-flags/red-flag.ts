/**
 * @file A red flag: something in a doctor's words that may not wait, and what
 * a named guideline asks for then.
 *
 * The words are fixed. No model writes, changes or hides them.
 */
import type { Condition } from './condition.ts';
import type { Span } from './read-text.ts';

/** The two most urgent of the five dispositions; the others are no red flags. */
export type Tier = 'ed-now' | 'same-day';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export interface Source {
  /** Name and year of a published guideline. */
  readonly guideline: string;
  /** Where in it, as it is headed there. */
  readonly section: string;
}

export interface RedFlagRule {
  /** Its group and name: "cardiac/acute-coronary-syndrome". Kept in the audit: never given to another. */
  readonly id: string;
  readonly tier: Tier;
  readonly title: Bilingual;
  /** What to do, and why. */
  readonly action: Bilingual;
  readonly source: Source;
  readonly when: Condition;
}

export interface RedFlag {
  readonly rule: RedFlagRule;
  /** The words it was seen in, in their order. */
  readonly spans: readonly Span[];
}
