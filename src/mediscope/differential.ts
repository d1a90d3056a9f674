/**
 * @file What the evidence says: a naive Bayes differential over the conditions
 * that come with one presentation.
 *
 *   P(condition | evidence) ∝ prevalence · ∏ P(answer | condition) · ∏ P(finding | condition)
 *
 * Only + − × ÷, so the same numbers come out everywhere.
 */
import {
  neighboursIn,
  type ConditionId,
  type PlacedCondition,
} from './clinic-table.ts';
import { concerns } from './fact.ts';
import { FACTS, type FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import type { PresentationId } from './presentations.ts';

export interface Evidence {
  readonly presentation: PresentationId;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly answers: ReadonlyMap<FactId, boolean>;
  readonly findings: ReadonlyMap<ImageKind, Finding>;
}

export interface Suspicion {
  readonly id: ConditionId;
  readonly probability: number;
}

/** How likely the fact is for a patient with the condition. */
export function probabilityOf(condition: PlacedCondition, fact: FactId): number {
  return condition.facts[fact] ?? FACTS[fact].base;
}

/** An image is rarely misread: the chance of a finding that is not the condition's own. */
const MISREAD = 0.02;

/** Every condition of the presentation with its probability, the likeliest first. */
export function differential(evidence: Evidence): readonly Suspicion[] {
  const weighed = neighboursIn(evidence.presentation).map((condition) => ({
    id: condition.id,
    probability: priorOf(condition, evidence) * likelihoodOf(condition, evidence),
  }));
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0) || 1;
  return weighed
    .map(({ id, probability }) => ({ id, probability: probability / total }))
    .toSorted((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
}

function priorOf({ prevalence }: PlacedCondition, evidence: Evidence): number {
  const total = prevalence.ages.reduce((sum, [, , weight]) => sum + weight, 0);
  const band = prevalence.ages.find(
    ([from, to]) => evidence.ageYears >= from && evidence.ageYears <= to,
  );
  const years = band === undefined ? 1 : band[1] - band[0] + 1;
  const byAge = band === undefined ? 0.0005 : band[2] / total / years;
  const bySex = evidence.sex === 'female' ? prevalence.female : 1 - prevalence.female;
  return prevalence.weight * byAge * Math.max(bySex, 0.0005);
}

function likelihoodOf(condition: PlacedCondition, evidence: Evidence): number {
  let likelihood = 1;
  for (const [fact, present] of evidence.answers) {
    if (!concerns(FACTS[fact].only, evidence)) continue;
    const yes = probabilityOf(condition, fact);
    likelihood *= present ? yes : 1 - yes;
  }
  for (const [kind, finding] of evidence.findings) {
    const own = condition.shows[kind] ?? 'normal';
    likelihood *= own === finding ? 1 - MISREAD : MISREAD;
  }
  return likelihood;
}
