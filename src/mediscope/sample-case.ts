/**
 * @file Drawing a patient from a seed: a condition by prevalence, a person who can
 * have it, facts by their probabilities, and images of what is found.
 *
 * Splits are kept apart by construction. The two lowest bits of a case's seed say
 * its split, and a patient (condition, person, facts) belongs to the split that a
 * hash of it names, so the same patient cannot turn up in another.
 */
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import type { AllergyId, ClinicCase, HiddenFacts, MedicineId, Person } from './case.ts';
import { between, chance, choose, chooseWeighted, hashOf } from './choose.ts';
import {
  CONDITIONS,
  conditionOf,
  neighboursIn,
  type ConditionId,
  type PlacedCondition,
} from './clinic-table.ts';
import { consistent } from './consistent-facts.ts';
import { differential, probabilityOf } from './differential.ts';
import type { ImageRecipe } from './drawing/draw-image.ts';
import { drawNuisance } from './drawing/nuisance.ts';
import { concerns } from './fact.ts';
import { FACTS, FACT_IDS, type FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import { LANGUAGES, SPLITS, type Language, type Split } from './language.ts';
import { PERSONALITIES } from './personality.ts';
import { referenceDialogue } from './reference-dialogue.ts';
import {
  PRESENTATIONS,
  PRESENTATION_IDS,
  type PresentationId,
} from './presentations.ts';

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
export function caseSeed({ split, seed, index }: Draw): number {
  const mixed = hashOf(`${seed}/${index}`) & 0x3fffffff;
  return ((mixed << 2) | SPLITS.indexOf(split)) >>> 0;
}

/** Who comes, and with what. */
export interface DrawnPatient {
  readonly condition: ConditionId;
  readonly patient: Person;
  readonly hidden: HiddenFacts;
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

function drawPatient(random: Random): DrawnPatient {
  const condition = chooseWeighted(
    random,
    CONDITIONS,
    ({ prevalence }) => 1 + prevalence.weight,
  );
  const patient = drawPerson(random, condition);
  return {
    condition: condition.id,
    patient,
    hidden: drawFacts(random, condition, patient),
  };
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

function drawPerson(random: Random, condition: PlacedCondition): Person {
  const { ages, female } = condition.prevalence;
  const [from, to] = chooseWeighted(random, ages, ([, , weight]) => weight);
  const ageYears = between(random, from, to);
  const sex = chance(random, female) ? 'female' : 'male';
  const personality = chooseWeighted(random, PERSONALITIES, (kind) =>
    kind === 'plain' ? 4 : 1.5,
  );
  const speaker = ageYears < 12 ? 'parent' : 'self';
  const person = { ageYears, sex, speaker, personality } as const;
  if (personality !== 'misleading') return person;
  const others = neighboursIn(condition.presentation).filter(
    ({ id }) => id !== condition.id,
  );
  return { ...person, belief: choose(random, others).id };
}

function drawFacts(
  random: Random,
  condition: PlacedCondition,
  patient: Person,
): HiddenFacts {
  const told = condition.tells.filter((fact) => concerns(FACTS[fact].only, patient));
  const drawn = new Set(
    FACT_IDS.filter((fact) => {
      const isPresent = chance(random, factProbability(condition, fact));
      return concerns(FACTS[fact].only, patient) && isPresent;
    }),
  );
  const unsure = drawUnsure(random, condition, told);
  const present = consistent(drawn, new Set(told)).filter(
    (fact) => concerns(FACTS[fact].only, patient) && !unsure.includes(fact),
  );
  const [low, high] = condition.course.length;
  const [mild, bad] = condition.course.severity;
  return {
    present,
    absent: presentationFacts(condition, patient).filter(
      (fact) => !present.includes(fact) && !unsure.includes(fact),
    ),
    unsure: unsure.filter((fact) => concerns(FACTS[fact].only, patient)),
    told,
    duration: { count: between(random, low, high), unit: condition.course.unit },
    severity: between(random, mild, bad),
    medicine: drawMedicine(random, present),
    allergy: chooseWeighted(
      random,
      ['none', 'penicillin', 'aspirin'] as const,
      allergyWeight,
    ),
  };
}

/**
 * More than half of the patients remember little of what would tell in words, but for
 * what is dangerous: such cases ask for the image.
 */
function drawUnsure(
  random: Random,
  condition: PlacedCondition,
  told: readonly FactId[],
): readonly FactId[] {
  const isVague = chance(random, 0.6);
  const neighbours = neighboursIn(condition.presentation);
  return FACT_IDS.filter((fact) => {
    const tells = neighbours.some(({ facts }) => (facts[fact] ?? 0) >= 0.4);
    const isForgotten = chance(random, 0.9);
    const isKept = told.includes(fact) || isDanger(condition, fact);
    return isVague && tells && isForgotten && !isKept;
  });
}

/** A red flag of an emergency among the neighbours: nobody forgets to have fainted. */
function isDanger({ presentation }: PlacedCondition, fact: FactId): boolean {
  return neighboursIn(presentation).some(
    ({ tier, redFlags }) => tier === 'ed-now' && redFlags.includes(fact),
  );
}

/** Facts of other organs are rarer than their base: a patient brings one trouble. */
function factProbability(condition: PlacedCondition, fact: FactId): number {
  const isOwn = condition.facts[fact] !== undefined;
  const belongs =
    isOwn || FACTS[fact].kind === 'background' || isAskedAbout(condition, fact);
  return probabilityOf(condition, fact) * (belongs ? 1 : 0.25);
}

function isAskedAbout({ presentation }: PlacedCondition, fact: FactId): boolean {
  return ASKED_ABOUT.get(presentation)?.has(fact) ?? false;
}

/** The facts that some condition of a presentation speaks of. */
const ASKED_ABOUT = new Map<PresentationId, ReadonlySet<string>>(
  PRESENTATION_IDS.map((id) => [
    id,
    new Set(neighboursIn(id).flatMap(({ facts }) => Object.keys(facts))),
  ]),
);

function presentationFacts(
  condition: PlacedCondition,
  patient: Person,
): readonly FactId[] {
  return FACT_IDS.filter(
    (fact) => isAskedAbout(condition, fact) && concerns(FACTS[fact].only, patient),
  );
}

function allergyWeight(allergy: AllergyId): number {
  return allergy === 'none' ? 12 : allergy === 'penicillin' ? 1.5 : 0.5;
}

function drawMedicine(random: Random, present: readonly FactId[]): MedicineId {
  if (present.includes('blood-thinner')) return 'warfarin';
  if (present.includes('diabetes')) return 'metformin';
  if (present.includes('painkiller-use')) return 'ibuprofen';
  if (present.includes('high-blood-pressure')) return 'amlodipine';
  if (present.includes('wheeze')) return 'salbutamol';
  return chance(random, 0.3) ? 'paracetamol' : 'none';
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
