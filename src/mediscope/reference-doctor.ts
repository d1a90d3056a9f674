/**
 * @file The doctor of the reference dialogues: knows the clinic's table and what the
 * patient has said so far, and nothing else of the case.
 *
 * Keeps a differential, asks what splits it best and what would be dangerous, looks
 * at the images, and ends when one condition stands clear and its red flags are
 * asked for.
 */
import { must } from '../base/assert.ts';
import { conditionOf, type ConditionId } from './clinic-table.ts';
import {
  differential,
  probabilityOf,
  type Evidence,
  type Suspicion,
} from './differential.ts';
import { concerns } from './fact.ts';
import { FACTS, FACT_IDS, type FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import { PRESENTATIONS } from './presentations.ts';

/** What the doctor knows. */
export interface Chart {
  readonly evidence: Evidence;
  /** Facts asked for, whatever came of it. */
  readonly asked: ReadonlySet<FactId>;
  readonly questionTurns: number;
  /** The patient takes up one thing at a time: ask no more than one. */
  readonly oneAtATime: boolean;
}

export type Step =
  | { readonly kind: 'ask'; readonly facts: readonly FactId[] }
  | { readonly kind: 'request-images'; readonly images: readonly ImageKind[] }
  | { readonly kind: 'conclude'; readonly conclusion: Conclusion };

export interface Conclusion {
  readonly diagnosis: ConditionId;
  readonly others: readonly ConditionId[];
  /** Answers that speak for it. */
  readonly reasons: readonly FactId[];
  readonly findings: ReadonlyMap<ImageKind, Finding>;
  /** Red flags the patient has. */
  readonly present: readonly FactId[];
}

const QUESTIONS_A_TURN = 2;
const MOST_TURNS = 9;

/** What to do next. */
export function nextStep(chart: Chart): Step {
  const suspicions = differential(chart.evidence);
  const wanted = wantedFacts(chart, suspicions);
  const missing = PRESENTATIONS[chart.evidence.presentation].images.filter(
    (kind) => !chart.evidence.findings.has(kind),
  );
  if (wanted.length > 0 && chart.questionTurns < MOST_TURNS) {
    if (chart.questionTurns < 2 || missing.length === 0) {
      return { kind: 'ask', facts: wanted };
    }
  }
  if (missing.length > 0) return { kind: 'request-images', images: missing };
  return { kind: 'conclude', conclusion: concludeFrom(chart) };
}

/** The two facts most worth asking for now; none when all that matters is asked. */
function wantedFacts(
  chart: Chart,
  suspicions: readonly Suspicion[],
): readonly FactId[] {
  const open = suspicions.filter(({ probability }) => probability > 0.03).slice(0, 6);
  const scores = FACT_IDS.filter(
    (fact) =>
      !chart.asked.has(fact) &&
      !chart.evidence.answers.has(fact) &&
      concerns(FACTS[fact].only, chart.evidence),
  ).map((fact) => ({ fact, score: worth(fact, open) }));
  return scores
    .filter(({ score }) => score > 0.1)
    .toSorted((a, b) => b.score - a.score || (a.fact < b.fact ? -1 : 1))
    .slice(0, chart.oneAtATime ? 1 : QUESTIONS_A_TURN)
    .map(({ fact }) => fact);
}

/** How far the answer would move the differential, and whether it is a danger or a separator. */
function worth(fact: FactId, open: readonly Suspicion[]): number {
  const mean = open.reduce(
    (sum, { id, probability }) =>
      sum + probability * probabilityOf(conditionOf(id), fact),
    0,
  );
  let score = 0;
  for (const { id, probability } of open) {
    const condition = conditionOf(id);
    score += probability * Math.abs(probabilityOf(condition, fact) - mean);
    if (condition.redFlags.includes(fact)) score += 0.22 * probability;
    const separates = Object.values(condition.apart).some((facts) =>
      facts.includes(fact),
    );
    if (separates) score += 0.16 * probability;
  }
  return score;
}

/** The leading suspicion, what speaks for it and what comes after it. */
export function concludeFrom({ evidence }: Chart): Conclusion {
  const suspicions = differential(evidence);
  const [lead, ...others] = suspicions.map(({ id }) => id);
  const diagnosis = must(lead, 'a presentation has conditions');
  const condition = conditionOf(diagnosis);
  const held = [...evidence.answers]
    .filter(([, isPresent]) => isPresent)
    .map(([fact]) => fact);
  const reasons = held
    .filter((fact) => (condition.facts[fact] ?? 0) >= 0.3)
    .toSorted(
      (a, b) =>
        (condition.facts[b] ?? 0) - (condition.facts[a] ?? 0) || (a < b ? -1 : 1),
    );
  return {
    diagnosis,
    others: others.slice(0, 2),
    reasons: reasons.slice(0, 3),
    findings: evidence.findings,
    present: condition.redFlags.filter((fact) => held.includes(fact)),
  };
}
