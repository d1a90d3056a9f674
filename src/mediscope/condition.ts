/** @file What the clinic knows of a condition. */
import type { FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import type { BilingualWordings, Words } from './language.ts';
import type { PresentationId } from './presentations.ts';

/** Where a patient should go, the most urgent first. */
export const TIERS = ['ed-now', 'same-day', 'days', 'routine', 'self-care'] as const;
export type Tier = (typeof TIERS)[number];

export interface Condition {
  readonly name: Words;
  /** ICD-10-CM. */
  readonly icd10: string;
  readonly subspecialty: Words;
  readonly presentation: PresentationId;
  /** In lay words: a noun phrase that fits after "I have had". */
  readonly complaint: BilingualWordings;
  /** Facts which the complaint already tells. */
  readonly tells: readonly FactId[];
  readonly history: Words;
  readonly riskFactors: Words;
  readonly examination: Words;
  readonly investigations: Words;
  /** How likely each fact is. A fact not listed is as common as among others. */
  readonly facts: Readonly<Partial<Record<FactId, number>>>;
  /** Facts that make it more urgent when present. */
  readonly redFlags: readonly FactId[];
  /** Which answers tell it from a neighbour; a neighbour that only an image tells apart has none. */
  readonly apart: Readonly<Record<string, readonly FactId[]>>;
  /** What each kind of image shows; kinds of the presentation not listed are normal. */
  readonly shows: Readonly<Partial<Record<ImageKind, Finding>>>;
  readonly tier: Tier;
  /** With a red flag; the same as `tier` where the condition is itself an emergency. */
  readonly tierWithRedFlag: Tier;
  /** What is done at each tier that can apply. */
  readonly management: Readonly<Partial<Record<Tier, Words>>>;
  readonly prevalence: Prevalence;
  readonly course: Course;
}

/** Relative weights: how many of a clinic's patients have it, and who they are. */
export interface Prevalence {
  readonly weight: number;
  /** Age bands in years with their weights. */
  readonly ages: readonly (readonly [from: number, to: number, weight: number])[];
  /** The share of women, 0 to 1. */
  readonly female: number;
}

/** How long it has lasted when the patient comes, and how bad it is from 0 to 10. */
export interface Course {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly length: readonly [number, number];
  readonly severity: readonly [number, number];
}

/** One department, its conditions by id. */
export interface Department<Id extends string = string> {
  readonly name: Words;
  readonly conditions: Readonly<Record<Id, Condition>>;
}
