/** @file What one consultation shows of the doctor: counts, from which all shares are made. */
import { must } from '../../base/assert.ts';
import type { ClinicCase } from '../case.ts';
import type { ConditionId, DepartmentId } from '../clinic-table.ts';
import { TIERS, type Tier } from '../condition.ts';
import type { ImageKind } from '../findings.ts';
import type { Consultation, SpokenTurn } from './consult.ts';
import { readAnswer } from './read-answer.ts';
import { isIn, repetitionOf } from './repetition.ts';
import { isUseful } from './useful-facts.ts';

export interface Outcome {
  readonly id: string;
  readonly department: DepartmentId;
  /** The kinds of images that the patient has. */
  readonly modalities: readonly ImageKind[];
  readonly isImageDependent: boolean;
  readonly condition: ConditionId;
  /** The diagnosis first, then what else is named, in order; none when there was no diagnosis. */
  readonly named: readonly ConditionId[];
  readonly wasPressed: boolean;
  /** The doctor's turns up to and with the diagnosis. */
  readonly doctorTurns: number;
  readonly elicitation: Elicitation;
  readonly redFlags: RedFlags;
  readonly tier: Tier;
  readonly namedTier: Tier | undefined;
  readonly language: LanguageCheck;
}

/** Facts, each counted once. */
export interface Elicitation {
  readonly needed: number;
  /** Of those needed, how many were asked for. */
  readonly neededAsked: number;
  readonly asked: number;
  /** Of those asked for, how many bear on the differential of what the patient came with. */
  readonly usefulAsked: number;
  /** How often a fact was asked for that had been answered already. */
  readonly repeated: number;
}

/** Dangerous signs that the patient has. */
export interface RedFlags {
  readonly present: number;
  /** Told by the patient, unasked or asked. */
  readonly found: number;
  /** Said by the doctor, at the diagnosis, to be there. */
  readonly named: number;
}

export interface LanguageCheck {
  readonly turns: number;
  readonly turnsInLanguage: number;
  /** Turns that say, word for word, what an earlier one said. */
  readonly turnsSaidBefore: number;
  /** The mean share of repeated runs of four words in a turn. */
  readonly repetition: number;
}

export function outcomeOf(clinicCase: ClinicCase, consultation: Consultation): Outcome {
  const spoken = doctorsTurns(consultation.turns);
  const { named, tier, states } = readAnswer(
    must(spoken.at(-1), 'a doctor speaks last'),
  );
  const { redFlags } = clinicCase;
  return {
    id: clinicCase.id,
    department: clinicCase.department,
    modalities: [...new Set(clinicCase.images.map(({ kind }) => kind))],
    isImageDependent: clinicCase.isImageDependent,
    condition: clinicCase.condition,
    named,
    wasPressed: consultation.wasPressed,
    doctorTurns: spoken.length,
    elicitation: elicitationOf(clinicCase, consultation),
    redFlags: {
      present: redFlags.length,
      found: redFlags.filter((it) => consultation.told.get(it) === true).length,
      named: redFlags.filter((it) => states.includes(it)).length,
    },
    tier: clinicCase.tier,
    namedTier: tier,
    language: checkLanguage(clinicCase, spoken),
  };
}

function doctorsTurns(turns: readonly SpokenTurn[]): readonly string[] {
  return turns.filter(({ role }) => role === 'doctor').map(({ text }) => text);
}

function elicitationOf(
  clinicCase: ClinicCase,
  { asks, repeats }: Consultation,
): Elicitation {
  const asked = new Set(asks.flat());
  const needed = clinicCase.needed.filter(
    (fact) => !clinicCase.hidden.told.includes(fact),
  );
  return {
    needed: needed.length,
    neededAsked: needed.filter((fact) => asked.has(fact)).length,
    asked: asked.size,
    usefulAsked: [...asked].filter((fact) => isUseful(clinicCase, fact)).length,
    repeated: repeats,
  };
}

function checkLanguage(
  { language }: ClinicCase,
  spoken: readonly string[],
): LanguageCheck {
  const rates = spoken.map(repetitionOf);
  return {
    turns: spoken.length,
    turnsInLanguage: spoken.filter((text) => isIn(language, text)).length,
    turnsSaidBefore: spoken.filter((text, at) => spoken.indexOf(text) < at).length,
    repetition: rates.reduce((sum, rate) => sum + rate, 0) / spoken.length,
  };
}

/** The diagnosis is right, or among the first `count` conditions named. */
export function isAmongFirst({ named, condition }: Outcome, count: number): boolean {
  return named.slice(0, count).includes(condition);
}

/** How much less urgent the doctor found it: above 0 is too late, below 0 too early. */
export function delayOf({ tier, namedTier }: Outcome): number | undefined {
  return namedTier && TIERS.indexOf(namedTier) - TIERS.indexOf(tier);
}
