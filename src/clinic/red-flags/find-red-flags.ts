/**
 * @file The red flags in what a doctor wrote.
 *
 * No model takes part: the same words give the same flags, always, also when
 * nothing is loaded. A rule that is not found proves nothing.
 */
import { type PatientFacts, signsIn, spansOf } from './condition.ts';
import { age, gestation } from './measures.ts';
import type { PhraseAutomaton } from './phrase-automaton.ts';
import { type Findings, readText, type Span } from './read-text.ts';
import type { RedFlag } from './red-flag.ts';
import { RED_FLAG_RULES } from './rules.ts';
import { child, newborn, pregnancy } from './signs.ts';
import { type Use, vocabularyOf } from './vocabulary.ts';

let vocabulary: PhraseAutomaton<Use> | undefined;

/**
 * The most urgent first, each rule once, in the order of the rules.
 *
 * @param context - what is known of the patient from elsewhere; the text adds to it
 */
export function findRedFlags(
  text: string,
  context: PatientFacts = {},
): readonly RedFlag[] {
  const findings = readForRedFlags(text);
  const facts = { ...factsIn(findings), ...context };
  const isPregnant = context.pregnant === true || factsIn(findings).pregnant === true;
  const flags = RED_FLAG_RULES.flatMap((rule): RedFlag[] => {
    const spans = spansOf(rule.when, findings, {
      ...facts,
      ...(isPregnant && { pregnant: true }),
    });
    return spans === undefined ? [] : [{ rule, spans: inOrder(spans) }];
  });
  return [
    ...flags.filter(({ rule }) => rule.tier === 'ed-now'),
    ...flags.filter(({ rule }) => rule.tier === 'same-day'),
  ];
}

/** What the rules are asked about. */
export function readForRedFlags(text: string): Findings {
  vocabulary ??= vocabularyOf(
    new Set([
      ...RED_FLAG_RULES.flatMap(({ when }) => signsIn(when)),
      pregnancy,
      newborn,
      child,
    ]),
  );
  return readText(text, vocabulary);
}

function factsIn({ signs, readings }: Findings): PatientFacts {
  const own = readings.get(age)?.find(({ doubts }) => !doubts.has('family'));
  const isNewborn = signs.get(newborn)?.some(({ doubts }) => doubts.size === 0);
  const isPregnant =
    signs.get(pregnancy)?.some(({ doubts }) => doubts.size === 0) === true ||
    readings.get(gestation)?.some(({ doubts }) => doubts.size === 0) === true;
  const ageYears = own?.low ?? (isNewborn === true ? 0 : undefined);
  return {
    ...(ageYears !== undefined && { ageYears }),
    ...(isPregnant && { pregnant: true }),
  };
}

/** Places that touch or overlap are one. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end + 1) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else joined.push({ start, end });
  }
  return joined;
}
