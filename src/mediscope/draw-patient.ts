/**
 * @file Who comes to the clinic and with what: a condition by prevalence, a person who
 * can have it, facts by their probabilities.
 */
import type { Random } from '../base/random.ts';
import type { AllergyId, HiddenFacts, MedicineId, Person } from './case.ts';
import { between, chance, choose, chooseWeighted } from './choose.ts';
import {
  CONDITIONS,
  neighboursIn,
  type ConditionId,
  type PlacedCondition,
} from './clinic-table.ts';
import { consistent } from './consistent-facts.ts';
import { probabilityOf } from './differential.ts';
import { concerns } from './fact.ts';
import { FACTS, FACT_IDS, type FactId } from './fact-table.ts';
import { PERSONALITIES } from './personality.ts';
import { PRESENTATION_IDS, type PresentationId } from './presentations.ts';

/** Who comes, and with what. */
export interface DrawnPatient {
  readonly condition: ConditionId;
  readonly patient: Person;
  readonly hidden: HiddenFacts;
}

export function drawPatient(random: Random): DrawnPatient {
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
