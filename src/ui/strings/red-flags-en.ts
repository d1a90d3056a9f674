/** @file What the page says about red flags, in English. The rules bring their own words. */
import type { Tier } from '../../clinic/red-flags/red-flag.ts';

export const redFlagsEn = {
  title: 'Red flags',
  tier: {
    'ed-now': 'Emergency now',
    'same-day': 'Same day',
  } satisfies Record<Tier, string>,
  why: 'Why this is shown, and the sources',
  seenIn: (words: string) => `Seen in: ${words}`,
  quote: (words: string) => `“${words}”`,
  fromTheCase: 'what is known of the patient',
  limits:
    'Found by fixed rules in what was typed, not by the model, which cannot hide it. Where nothing is found, nothing is excluded.',
};

export type RedFlagStrings = typeof redFlagsEn;
