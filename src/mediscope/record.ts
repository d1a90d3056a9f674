/**
 * @file A consultation as MediScope records it: turns with images, where it belongs,
 * and, because the patient is synthetic, everything that is true.
 */
import type { ClinicCase, HiddenFacts, Person } from './case.ts';
import {
  conditionOf,
  departmentName,
  type ConditionId,
  type DepartmentId,
} from './clinic-table.ts';
import type { Tier } from './condition.ts';
import type { Nuisance } from './drawing/nuisance.ts';
import type { FactId } from './fact-table.ts';
import { findingWords, type Finding, type ImageKind } from './findings.ts';
import type { Language, Split } from './language.ts';
import type { PresentationId } from './presentations.ts';
import type { DialogueTurn, ReferenceDialogue } from './reference-dialogue.ts';

/** Readers refuse another number. */
export const RECORD_VERSION = 1;

export interface MediScopeRecord {
  readonly version: typeof RECORD_VERSION;
  readonly id: string;
  readonly split: Split;
  readonly seed: number;
  readonly language: Language;
  readonly department: { readonly id: DepartmentId; readonly name: string };
  readonly subspecialty: string;
  readonly presentation: PresentationId;
  readonly diagnosis: {
    readonly id: ConditionId;
    readonly name: string;
    readonly icd10: string;
  };
  readonly patient: Person;
  /** SHA-256 of what makes this patient this patient. */
  readonly patientKey: string;
  readonly hiddenFacts: HiddenFacts;
  readonly needed: readonly FactId[];
  readonly redFlags: readonly FactId[];
  readonly tier: Tier;
  readonly isImageDependent: boolean;
  readonly images: readonly RecordedImage[];
  readonly turns: readonly DialogueTurn[];
}

export interface RecordedImage {
  /** Below the folder of the record. */
  readonly path: string;
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly kind: ImageKind;
  readonly finding: Finding;
  /** What it shows, in the record's language. */
  readonly caption: string;
  readonly seed: number;
  readonly nuisance: Nuisance;
}

/** What is known of a case, its dialogue and its image files, as one record. */
export function recordOf(
  clinicCase: ClinicCase,
  made: {
    readonly dialogue: ReferenceDialogue;
    readonly images: readonly RecordedImage[];
    readonly patientKey: string;
  },
): MediScopeRecord {
  const condition = conditionOf(clinicCase.condition);
  const { id, split, seed, language, presentation, patient, hidden } = clinicCase;
  return {
    version: RECORD_VERSION,
    id,
    split,
    seed,
    language,
    department: {
      id: condition.department,
      name: departmentName(condition.department)[language],
    },
    subspecialty: condition.subspecialty[language],
    presentation,
    diagnosis: {
      id: condition.id,
      name: condition.name[language],
      icd10: condition.icd10,
    },
    patient,
    patientKey: made.patientKey,
    hiddenFacts: hidden,
    needed: clinicCase.needed,
    redFlags: clinicCase.redFlags,
    tier: clinicCase.tier,
    isImageDependent: clinicCase.isImageDependent,
    images: made.images,
    turns: made.dialogue.turns,
  };
}

/** What an image shows, in words. */
export function captionOf(
  pictured: { readonly kind: ImageKind; readonly finding: Finding },
  language: Language,
): string {
  return findingWords(pictured)?.[language] ?? '';
}
