/** @file The red flags of several texts, each rule once, with the words it was seen in. */
import { findRedFlags } from '../../clinic/red-flags/find-red-flags.ts';
import type { RedFlagRule } from '../../clinic/red-flags/red-flag.ts';

export interface SeenFlag {
  readonly rule: RedFlagRule;
  /** As they were typed; empty when the rule fired on facts of the patient alone. */
  readonly words: readonly string[];
}

/** @param texts - where two texts give the same flag, the first one's words are shown */
export function seenFlags(texts: readonly string[]): readonly SeenFlag[] {
  const seen = new Map<string, SeenFlag>();
  for (const text of texts) {
    if (text.trim() === '') continue; // and nothing is prepared for nothing
    for (const { rule, spans } of findRedFlags(text)) {
      if (seen.has(rule.id)) continue;
      const words = spans.map(({ start, end }) => text.slice(start, end));
      seen.set(rule.id, { rule, words: [...new Set(words)] });
    }
  }
  const flags = [...seen.values()];
  return [
    ...flags.filter(({ rule }) => rule.tier === 'ed-now'),
    ...flags.filter(({ rule }) => rule.tier === 'same-day'),
  ];
}
