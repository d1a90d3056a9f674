/**
 * @file When a rule fires: signs, values and facts of the patient, joined by
 * all and any.
 */
import type { Measure } from './measure.ts';
import type { Findings, Span } from './read-text.ts';
import type { Sign } from './sign.ts';

export interface PatientFacts {
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly pregnant?: boolean;
}

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'says'; readonly sign: Sign }
  | {
      readonly kind: 'at-most' | 'at-least';
      readonly measure: Measure;
      readonly limit: number;
    }
  | { readonly kind: 'age'; readonly fromYears: number; readonly belowYears: number }
  | { readonly kind: 'pregnant' }
  | { readonly kind: 'male' | 'female' }
  | { readonly kind: 'not'; readonly of: Condition };

export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });

/** One of these signs is said to be there now. */
export const says = (...signs: readonly Sign[]): Condition =>
  any(...signs.map((sign): Condition => ({ kind: 'says', sign })));

export const atMost = (measure: Measure, limit: number): Condition => ({
  kind: 'at-most',
  measure,
  limit,
});
export const atLeast = (measure: Measure, limit: number): Condition => ({
  kind: 'at-least',
  measure,
  limit,
});

export const underYears = (belowYears: number): Condition => ({
  kind: 'age',
  fromYears: 0,
  belowYears,
});
export const fromYears = (years: number): Condition => ({
  kind: 'age',
  fromYears: years,
  belowYears: Infinity,
});
export const pregnant: Condition = { kind: 'pregnant' };

/** Where the text says what the condition asks for; undefined when it does not hold. */
export function spansOf(
  condition: Condition,
  findings: Findings,
  facts: PatientFacts,
): readonly Span[] | undefined {
  switch (condition.kind) {
    case 'all': {
      const spans = condition.of.map((each) => spansOf(each, findings, facts));
      return spans.every((each) => each !== undefined) ? spans.flat() : undefined;
    }
    case 'any': {
      const spans = condition.of
        .map((each) => spansOf(each, findings, facts))
        .filter((each) => each !== undefined);
      return spans.length > 0 ? spans.flat() : undefined;
    }
    case 'not':
      return spansOf(condition.of, findings, facts) === undefined ? [] : undefined;
    case 'says':
      return certain(findings.signs.get(condition.sign) ?? []);
    case 'at-most':
    case 'at-least':
      return certain(
        (findings.readings.get(condition.measure) ?? []).filter(({ low, high }) =>
          condition.kind === 'at-most'
            ? high <= condition.limit || (low > -Infinity && low <= condition.limit)
            : low >= condition.limit || (high < Infinity && high >= condition.limit),
        ),
      );
    case 'age': {
      const { ageYears } = facts;
      if (ageYears === undefined) return undefined;
      const isWithin =
        ageYears >= condition.fromYears && ageYears < condition.belowYears;
      return isWithin ? [] : undefined;
    }
    case 'pregnant':
      return facts.pregnant === true ? [] : undefined;
    case 'male':
    case 'female':
      return facts.sex === condition.kind ? [] : undefined;
  }
}

function certain(
  mentions: readonly (Span & { readonly doubts: ReadonlySet<string> })[],
): readonly Span[] | undefined {
  const spans = mentions
    .filter(({ doubts }) => doubts.size === 0)
    .map(({ start, end }) => ({ start, end }));
  return spans.length > 0 ? spans : undefined;
}

/** Every sign that a condition asks for. */
export function signsIn(condition: Condition): readonly Sign[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(signsIn);
    case 'not':
      return signsIn(condition.of);
    case 'says':
      return [condition.sign];
    case 'at-most':
    case 'at-least':
    case 'age':
    case 'pregnant':
    case 'male':
    case 'female':
      return [];
  }
}
