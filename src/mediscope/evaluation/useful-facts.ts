/** @file Which questions help with a patient. */
import type { ClinicCase } from '../case.ts';
import { neighboursIn } from '../clinic-table.ts';
import type { FactId } from '../fact-table.ts';

/**
 * Whether the answer can move the differential: some condition of the presentation
 * makes the fact likelier or less likely, has it as a red flag, or is told apart by it.
 * A fact that the patient's first words tell need not be asked for.
 */
export function isUseful({ presentation, hidden }: ClinicCase, fact: FactId): boolean {
  if (hidden.told.includes(fact)) return false;
  return neighboursIn(presentation).some(
    ({ facts, redFlags, apart }) =>
      facts[fact] !== undefined ||
      redFlags.includes(fact) ||
      Object.values(apart).some((between) => between.includes(fact)),
  );
}
