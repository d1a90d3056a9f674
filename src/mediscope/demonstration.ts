/**
 * @file A synthetic patient for a conversation in the app: what the patient says to
 * the doctor's turns, and what was true all along.
 *
 * Nothing of it is kept but `SyntheticPatient`. The patient is drawn again when
 * asked, and hears the whole conversation from its beginning, so that the same
 * turns get the same answers after a reload, and each branch its own.
 */
import { encode } from 'fast-png';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import type { ClinicCase } from './case.ts';
import { conditionOf, departmentName } from './clinic-table.ts';
import { drawImage, type ImageRecipe } from './drawing/draw-image.ts';
import { readAnswer } from './evaluation/read-answer.ts';
import { FACTS, type FactId } from './fact-table.ts';
import { IMAGE_NAMES } from './findings.ts';
import { wordingsFor, type Language } from './language.ts';
import { SimulatedPatient, type PatientTurn } from './patient-simulator.ts';
import { recognize } from './recognize.ts';
import { captionOf } from './record.ts';
import { fingerprint, sampleCase } from './sample-case.ts';
import { TIER_WORDS } from './words/doctor-words.ts';

export interface SpokenByPatient {
  readonly text: string;
  readonly images: readonly NamedPng[];
}

export interface NamedPng {
  /** What kind of picture it is, in the patient's language, as a file's name. */
  readonly name: string;
  readonly png: Uint8Array;
}

/** A fact in the patient's language. */
export interface WordedFact {
  readonly words: string;
  /** Whether the patient has it; undefined where the patient cannot tell. */
  readonly isPresent: boolean | undefined;
  /** Told by the patient unasked, asked for by the doctor, or not spoken of. */
  readonly how: 'told' | 'asked' | 'missed';
}

export interface WordedCondition {
  readonly name: string;
  readonly isRight: boolean;
}

/** What was true of a patient, beside what a doctor made of it. */
export interface Truth {
  readonly diagnosis: string;
  readonly icd10: string;
  readonly department: string;
  readonly urgency: string;
  /** What was to be found out: red flags, and what tells the diagnosis from its neighbours. */
  readonly needed: readonly WordedFact[];
  /** Signs of danger that the patient has. */
  readonly redFlags: readonly WordedFact[];
  readonly images: readonly { readonly name: string; readonly shows: string }[];
  /** Conditions that the doctor named last, the diagnosis first; none before there is one. */
  readonly named: readonly WordedCondition[];
}

/** Patients of the test split, whom no training has met. */
export async function drawSyntheticPatient(
  numbers: Pick<SyntheticPatient, 'seed' | 'index' | 'language'>,
): Promise<SyntheticPatient> {
  return { ...numbers, patientKey: await keyOf(caseOf(numbers)) };
}

/**
 * What the patient says after the doctor's turns; the first words when there are none.
 *
 * @throws AssistantError 'bad-data' when this version's clinic draws somebody else
 */
export async function patientSays(
  patient: SyntheticPatient,
  doctorTurns: readonly string[],
): Promise<SpokenByPatient> {
  const clinicCase = await samePatient(patient);
  const simulated = new SimulatedPatient(clinicCase);
  let turn = simulated.open();
  for (const text of doctorTurns) turn = reply(simulated, text);
  return {
    text: turn.text,
    images: turn.images.flatMap((at) => {
      const recipe = clinicCase.images[at];
      return recipe === undefined ? [] : [drawn(recipe, clinicCase.language)];
    }),
  };
}

/** @throws AssistantError 'bad-data' when this version's clinic draws somebody else */
export async function truthOf(
  patient: SyntheticPatient,
  doctorTurns: readonly string[],
): Promise<Truth> {
  const clinicCase = await samePatient(patient);
  const { language, redFlags, needed, images, tier } = clinicCase;
  const condition = conditionOf(clinicCase.condition);
  const asked = new Set(doctorTurns.flatMap((text) => recognize(text).facts));
  const worded = (fact: FactId) => wordFact(clinicCase, fact, asked);
  const diagnosis = doctorTurns
    .map((text) => readAnswer(text).named)
    .findLast((named) => named.length > 0);
  return {
    diagnosis: condition.name[language],
    icd10: condition.icd10,
    department: departmentName(condition.department)[language],
    urgency: TIER_WORDS[tier][language].replace(/^.*?[:：]\s*/u, ''),
    needed: needed.map(worded),
    redFlags: redFlags.map(worded),
    images: images.map((recipe) => ({
      name: IMAGE_NAMES[recipe.kind][language],
      shows: captionOf(recipe, language),
    })),
    named: (diagnosis ?? []).map((id) => ({
      name: conditionOf(id).name[language],
      isRight: id === clinicCase.condition,
    })),
  };
}

function caseOf({
  seed,
  index,
  language,
}: Pick<SyntheticPatient, 'seed' | 'index' | 'language'>): ClinicCase {
  return sampleCase({ split: 'test', seed, index, language });
}

function keyOf(clinicCase: ClinicCase): Promise<string> {
  return sha256Hex(new TextEncoder().encode(fingerprint(clinicCase)));
}

async function samePatient(patient: SyntheticPatient): Promise<ClinicCase> {
  const clinicCase = caseOf(patient);
  if ((await keyOf(clinicCase)) === patient.patientKey) return clinicCase;
  throw new AssistantError(
    'bad-data',
    'This version of the clinic does not know the synthetic patient of this consultation. The consultation stays as it is; open a new demonstration case.',
    { path: 'synthetic patient' },
  );
}

/** A doctor who has concluded is asked what comes next. */
function reply(patient: SimulatedPatient, text: string): PatientTurn {
  return readAnswer(text).named.length > 0
    ? patient.askWhatNext()
    : patient.answer(text);
}

function wordFact(
  { hidden, language }: ClinicCase,
  fact: FactId,
  asked: ReadonlySet<FactId>,
): WordedFact {
  const isUnsure = hidden.unsure.includes(fact);
  const isTold = hidden.told.includes(fact);
  return {
    words: wordingsFor(FACTS[fact].wordings[language], 'test')[0] ?? fact,
    isPresent: isUnsure ? undefined : hidden.present.includes(fact) || isTold,
    how: isTold ? 'told' : asked.has(fact) ? 'asked' : 'missed',
  };
}

function drawn(recipe: ImageRecipe, language: Language): NamedPng {
  const { widthPx, heightPx, data } = drawImage(recipe);
  const png = encode({ width: widthPx, height: heightPx, data, channels: 3, depth: 8 });
  return { name: `${IMAGE_NAMES[recipe.kind][language]}.png`, png };
}
