/** @file Which patient of the synthetic clinic a consultation is about: no real person. */

/** Everything about the patient follows from these numbers; `mediscope/demonstration.ts` draws it. */
export interface SyntheticPatient {
  /** Of the set of held-out patients. */
  readonly seed: number;
  /** Which patient of the set. */
  readonly index: number;
  readonly language: 'en' | 'zh';
  /** SHA-256 of what makes this patient this patient: a later clinic may draw another. */
  readonly patientKey: string;
}
