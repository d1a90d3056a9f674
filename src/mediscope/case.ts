/** @file A synthetic patient who comes to the clinic, with everything that is true of them. */
import type { ConditionId, DepartmentId } from './clinic-table.ts';
import type { Course, Tier } from './condition.ts';
import type { ImageRecipe } from './drawing/draw-image.ts';
import type { FactId } from './fact-table.ts';
import type { Language, Split } from './language.ts';
import type { Personality } from './personality.ts';
import type { PresentationId } from './presentations.ts';

export interface ClinicCase {
  readonly id: string;
  readonly split: Split;
  /** Everything about the case comes from this number; its last two bits are the split. */
  readonly seed: number;
  readonly language: Language;
  readonly patient: Person;
  readonly condition: ConditionId;
  readonly department: DepartmentId;
  readonly presentation: PresentationId;
  readonly hidden: HiddenFacts;
  readonly images: readonly ImageRecipe[];
  /** Facts a doctor has to ask for: red flags, and what tells the neighbours apart. */
  readonly needed: readonly FactId[];
  /** Red flags of the condition that are present. */
  readonly redFlags: readonly FactId[];
  readonly tier: Tier;
  /** The answers alone leave the diagnosis open or wrong; the images settle it. */
  readonly isImageDependent: boolean;
}

export interface Person {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  /** A parent speaks for a child under twelve. */
  readonly speaker: 'self' | 'parent';
  readonly personality: Personality;
  /** What a misleading patient believes it is. */
  readonly belief?: ConditionId;
}

export interface HiddenFacts {
  /** Facts that hold; every other fact does not. */
  readonly present: readonly FactId[];
  /** Facts about this presentation that do not hold. */
  readonly absent: readonly FactId[];
  /** Facts the patient cannot tell: nobody looked, or nobody remembers. */
  readonly unsure: readonly FactId[];
  /** Facts the first sentence tells. */
  readonly told: readonly FactId[];
  readonly duration: { readonly count: number; readonly unit: Course['unit'] };
  /** 0 to 10. */
  readonly severity: number;
  readonly medicine: MedicineId;
  readonly allergy: AllergyId;
}

/** Medicines in steady use, by what they are for. */
export const MEDICINES = {
  none: { en: 'no regular medicines', zh: '没有长期用药' },
  amlodipine: { en: 'amlodipine for the blood pressure', zh: '吃氨氯地平降压' },
  metformin: { en: 'metformin for the sugar', zh: '吃二甲双胍降糖' },
  warfarin: { en: 'warfarin', zh: '吃华法林' },
  salbutamol: { en: 'a salbutamol inhaler now and then', zh: '偶尔用沙丁胺醇喷雾' },
  ibuprofen: { en: 'ibuprofen on most days', zh: '经常吃布洛芬' },
  paracetamol: { en: 'paracetamol now and then', zh: '偶尔吃对乙酰氨基酚' },
} as const;
export type MedicineId = keyof typeof MEDICINES;

/** Allergies, and the medicines (as management names them) that they rule out. */
export const ALLERGIES = {
  none: { en: 'no known allergies', zh: '没有药物过敏', rulesOut: undefined },
  penicillin: {
    en: 'an allergy to penicillin',
    zh: '对青霉素过敏',
    rulesOut: /amoxicillin|penicillin|flucloxacillin|阿莫西林|青霉素|氟氯西林/iu,
  },
  aspirin: {
    en: 'an allergy to aspirin',
    zh: '对阿司匹林过敏',
    rulesOut: /aspirin|ibuprofen|naproxen|diclofenac|阿司匹林|布洛芬|萘普生|双氯芬酸/iu,
  },
} as const;
export type AllergyId = keyof typeof ALLERGIES;
