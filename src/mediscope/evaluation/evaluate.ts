/**
 * @file The outcomes of all consultations as the numbers that are published.
 *
 * Every share has its count and a 95 % interval: Wilson's for cases that are right or
 * wrong, the bootstrap over cases where one case brings several facts.
 */
import type { Tier } from '../condition.ts';
import type { ControlOutcome } from './control-outcome.ts';
import { delayOf, isAmongFirst, type Outcome } from './outcome.ts';
import { shareOf, type Proportion } from './proportion.ts';
import { meanOf, ratioOfSums, type Estimate } from './resampled.ts';

export interface Evaluation {
  readonly all: Accuracy;
  readonly imageDependent: Accuracy;
  /** The largest group first. */
  readonly byDepartment: readonly Group[];
  /** By kind of image; a case with two kinds counts in both. */
  readonly byModality: readonly Group[];
  readonly byTier: readonly Group[];
  /** Diagnoses that the doctor came to without being asked outright. */
  readonly unasked: Proportion;
  readonly withoutDiagnosis: Proportion;
  /** Facts asked for, of those needed; over all cases together. */
  readonly elicitationRecall: Estimate;
  /** Facts that bear on the differential, of those asked for. */
  readonly elicitationPrecision: Estimate;
  /** Questions a case whose answer was there already. */
  readonly repeatedQuestions: Estimate;
  /** Red flags brought to light, and said to be there at the diagnosis, of those present. */
  readonly redFlagsFound: Estimate;
  readonly redFlagsNamed: Estimate;
  readonly disposition: Proportion;
  readonly sentTooLate: Proportion;
  readonly sentTooEarly: Proportion;
  readonly sentNowhere: Proportion;
  /** The doctor's turns up to a diagnosis that it came to unasked. */
  readonly turnsToDiagnosis: Estimate;
  readonly turnsInLanguage: Estimate;
  readonly turnsSaidBefore: Estimate;
  /** The mean share of repeated runs of four words in a turn. */
  readonly repetition: Estimate;
}

export interface Accuracy {
  /** The diagnosis is the patient's condition. */
  readonly top1: Proportion;
  /** The condition is among the first three that the diagnosis names. */
  readonly top3: Proportion;
}

export interface Group extends Accuracy {
  readonly name: string;
}

export function evaluate(outcomes: readonly Outcome[]): Evaluation {
  const unasked = outcomes.filter((it) => !it.wasPressed);
  const perTurn = (count: (it: Outcome) => number): Estimate =>
    ratioOfSums(outcomes, count, ({ language }) => language.turns);
  return {
    all: accuracyOf(outcomes),
    imageDependent: accuracyOf(outcomes.filter((it) => it.isImageDependent)),
    byDepartment: groupsOf(outcomes, (it) => [it.department]),
    byModality: groupsOf(outcomes, (it) => it.modalities),
    byTier: groupsOf(outcomes, (it): readonly Tier[] => [it.tier]),
    unasked: shareOf(outcomes, (it) => !it.wasPressed),
    withoutDiagnosis: shareOf(outcomes, (it) => it.named.length === 0),
    elicitationRecall: ratioOfSums(
      outcomes,
      ({ elicitation }) => elicitation.neededAsked,
      ({ elicitation }) => elicitation.needed,
    ),
    elicitationPrecision: ratioOfSums(
      outcomes,
      ({ elicitation }) => elicitation.usefulAsked,
      ({ elicitation }) => elicitation.asked,
    ),
    repeatedQuestions: meanOf(outcomes, ({ elicitation }) => elicitation.repeated),
    redFlagsFound: ratioOfSums(
      outcomes,
      ({ redFlags }) => redFlags.found,
      ({ redFlags }) => redFlags.present,
    ),
    redFlagsNamed: ratioOfSums(
      outcomes,
      ({ redFlags }) => redFlags.named,
      ({ redFlags }) => redFlags.present,
    ),
    disposition: shareOf(outcomes, (it) => delayOf(it) === 0),
    sentTooLate: shareOf(outcomes, (it) => (delayOf(it) ?? 0) > 0),
    sentTooEarly: shareOf(outcomes, (it) => (delayOf(it) ?? 0) < 0),
    sentNowhere: shareOf(outcomes, (it) => delayOf(it) === undefined),
    turnsToDiagnosis: meanOf(unasked, (it) => it.doctorTurns),
    turnsInLanguage: perTurn(({ language }) => language.turnsInLanguage),
    turnsSaidBefore: perTurn(({ language }) => language.turnsSaidBefore),
    repetition: perTurn(({ language }) => language.repetition * language.turns),
  };
}

function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  return {
    top1: shareOf(outcomes, (it) => isAmongFirst(it, 1)),
    top3: shareOf(outcomes, (it) => isAmongFirst(it, 3)),
  };
}

function groupsOf(
  outcomes: readonly Outcome[],
  namesOf: (outcome: Outcome) => readonly string[],
): readonly Group[] {
  const names = [...new Set(outcomes.flatMap(namesOf))].toSorted();
  return names
    .map((name) => ({
      name,
      ...accuracyOf(outcomes.filter((it) => namesOf(it).includes(name))),
    }))
    .toSorted((a, b) => b.top1.of - a.top1.of);
}

/** The same cases with their own images and with others. */
export interface ControlEvaluation {
  readonly own: Accuracy;
  readonly other: Accuracy;
  /** How far top-1 falls, from 0 to 1, case by case. */
  readonly fall: Estimate;
  /** The diagnosis is that of the patient whose images were shown; for swapped ones. */
  readonly follows: Proportion;
}

/** @param controls - of cases that are among `outcomes` */
export function evaluateControl(
  outcomes: readonly Outcome[],
  controls: readonly ControlOutcome[],
): ControlEvaluation {
  const byId = new Map(controls.map((it) => [it.outcome.id, it]));
  const own = outcomes.filter(({ id }) => byId.has(id));
  const isRight = (outcome: Outcome | undefined): number =>
    outcome !== undefined && isAmongFirst(outcome, 1) ? 1 : 0;
  return {
    own: accuracyOf(own),
    other: accuracyOf(controls.map((it) => it.outcome)),
    fall: meanOf(own, (it) => isRight(it) - isRight(byId.get(it.id)?.outcome)),
    follows: shareOf(controls, ({ outcome, shown }) => outcome.named[0] === shown),
  };
}
