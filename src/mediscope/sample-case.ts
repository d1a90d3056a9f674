/**
 * @file A case from a seed: a patient (`draw-patient.ts`), images of what is found,
 * what a doctor has to ask, and the checks that the case can be solved.
 *
 * Splits are kept apart by construction. The two lowest bits of a case's seed say
 * its split, and a patient (condition, person, facts) belongs to the split that a
 * hash of it names, so the same patient cannot turn up in another.
 */
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import type { ClinicCase, HiddenFacts, Person } from './case.ts';
import { choose, hashOf } from './choose.ts';
import { conditionOf, type PlacedCondition } from './clinic-table.ts';
import { differential } from './differential.ts';
import { drawPatient, type DrawnPatient } from './draw-patient.ts';
import type { ImageRecipe } from './drawing/draw-image.ts';
import { drawNuisance } from './drawing/nuisance.ts';
import { concerns } from './fact.ts';
import { FACTS, FACT_IDS, type FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import { LANGUAGES, SPLITS, type Language, type Split } from './language.ts';
import { PRESENTATIONS } from './presentations.ts';
import { referenceDialogue } from './reference-dialogue.ts';

export interface Draw {
  readonly split: Split;
  /** Of the whole set. */
  readonly seed: number;
  /** Which case of the set. */
  readonly index: number;
  /** Either when absent. */
  readonly language?: Language;
}

/** The case; asserts when no patient of a thousand is of the split and decidable. */
export function sampleCase(draw: Draw): ClinicCase {
  const seed = caseSeed(draw);
  const random = new Random(seed);
  const language = choose(random, LANGUAGES);
  for (let attempt = 0; attempt < 1000; attempt++) {
    const drawn = drawPatient(random);
    if (splitOfPatient(drawn) !== draw.split) continue;
    const clinicCase = caseOf(drawn, random, { ...draw, caseSeed: seed });
    const spoken = { ...clinicCase, language: draw.language ?? language };
    if (isDecidable(spoken) && isReferenceRight(spoken)) return spoken;
  }
  return must<ClinicCase>(undefined, `a patient can be drawn from seed ${seed}`);
}

/** 30 bits of the set's seed and the index, then two bits for the split. */
function caseSeed({ split, seed, index }: Draw): number {
  const mixed = hashOf(`${seed}/${index}`) & 0x3fffffff;
  return ((mixed << 2) | SPLITS.indexOf(split)) >>> 0;
}

/** What makes a patient this patient and no other. */
export function fingerprint({ condition, patient, hidden }: DrawnPatient): string {
  const { ageYears, sex, personality } = patient;
  const { count, unit } = hidden.duration;
  const person = [condition, ageYears, sex, personality, count, unit, hidden.severity];
  return [...person, ...hidden.present].join(' ');
}

/** Eight patients of ten train, one validates, one tests. */
export function splitOfPatient(drawn: DrawnPatient): Split {
  const slot = hashOf(fingerprint(drawn)) % 10;
  return slot < 8 ? 'train' : slot === 8 ? 'validation' : 'test';
}

function caseOf(
  { condition: id, patient, hidden }: DrawnPatient,
  random: Random,
  { split, seed, index, caseSeed: ownSeed }: Draw & { readonly caseSeed: number },
): ClinicCase {
  const condition = conditionOf(id);
  const redFlags = condition.redFlags.filter((fact) => hidden.present.includes(fact));
  const drawn = {
    id: `${split}-${seed}-${index}`,
    split,
    seed: ownSeed,
    language: 'en' as const,
    patient,
    condition: id,
    department: condition.department,
    presentation: condition.presentation,
    hidden,
    images: drawRecipes(random, condition, split),
    needed: neededFacts(condition, patient, hidden),
    redFlags,
    tier: redFlags.length > 0 ? condition.tierWithRedFlag : condition.tier,
  };
  return { ...drawn, isImageDependent: leadWithoutImages(drawn) !== id };
}

function drawRecipes(
  random: Random,
  condition: PlacedCondition,
  split: Split,
): readonly ImageRecipe[] {
  return PRESENTATIONS[condition.presentation].images.map((kind) => ({
    kind,
    finding: condition.shows[kind] ?? 'normal',
    seed: ((random.uint32() << 2) | SPLITS.indexOf(split)) >>> 0,
    nuisance: drawNuisance(random, split),
  }));
}

/** What a doctor has to ask: the condition's red flags and what tells its neighbours apart. */
function neededFacts(
  condition: PlacedCondition,
  patient: Person,
  hidden: HiddenFacts,
): readonly FactId[] {
  const wanted = new Set([
    ...condition.redFlags,
    ...Object.values(condition.apart).flat(),
  ]);
  return FACT_IDS.filter(
    (fact) =>
      wanted.has(fact) &&
      !hidden.told.includes(fact) &&
      concerns(FACTS[fact].only, patient),
  );
}

/** With every answer and image known, the condition has to stand first. */
function isDecidable(clinicCase: ClinicCase): boolean {
  const findings = new Map(
    clinicCase.images.map(({ kind, finding }) => [kind, finding]),
  );
  const [lead] = differential(evidenceOf(clinicCase, findings));
  return lead?.id === clinicCase.condition && lead.probability > 0.8;
}

/** A reference that ends with another condition or urgency would teach what is wrong. */
function isReferenceRight(clinicCase: ClinicCase): boolean {
  const { diagnosis, present } = referenceDialogue(clinicCase).conclusion;
  return (
    diagnosis === clinicCase.condition &&
    present.length > 0 === clinicCase.redFlags.length > 0
  );
}

function leadWithoutImages(
  drawn: Omit<ClinicCase, 'isImageDependent'>,
): string | undefined {
  const [lead] = differential(evidenceOf(drawn, new Map()));
  return lead !== undefined && lead.probability > 0.8 ? lead.id : undefined;
}

function evidenceOf(
  { presentation, patient, hidden }: Omit<ClinicCase, 'isImageDependent'>,
  findings: ReadonlyMap<ImageKind, Finding>,
): Parameters<typeof differential>[0] {
  const answers = new Map<FactId, boolean>([
    ...hidden.present.map((fact) => [fact, true] as const),
    ...hidden.absent.map((fact) => [fact, false] as const),
  ]);
  return {
    presentation,
    ageYears: patient.ageYears,
    sex: patient.sex,
    answers,
    findings,
  };
}
