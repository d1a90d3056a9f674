import { describe, expect, test } from 'vitest';
import { namedConditions, namedTier } from './read-conclusion.ts';
import { SPLITS } from './language.ts';
import { referenceDialogue } from './reference-dialogue.ts';
import { sampleCase } from './sample-case.ts';

const CONSULTATIONS = SPLITS.flatMap((split) =>
  Array.from({ length: 50 }, (_, index) => {
    const clinicCase = sampleCase({ split, seed: 3, index });
    return { clinicCase, ...referenceDialogue(clinicCase) };
  }),
);

describe('the reference doctor', () => {
  test('finds what it is, without seeing the hidden facts', () => {
    const right = CONSULTATIONS.filter(
      (c) => c.conclusion.diagnosis === c.clinicCase.condition,
    );
    expect(right).toHaveLength(CONSULTATIONS.length);
  });

  test('asks for what has to be asked for', () => {
    const recalls = CONSULTATIONS.map(({ clinicCase, turns }) => {
      const asked = new Set(turns.flatMap(({ asks }) => asks));
      const found = clinicCase.needed.filter((fact) => asked.has(fact));
      return clinicCase.needed.length === 0
        ? 1
        : found.length / clinicCase.needed.length;
    });
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    expect(mean).toBeGreaterThan(0.95);
  });

  test('names its diagnosis first, others after it, and the urgency', () => {
    for (const { clinicCase, conclusion, turns } of CONSULTATIONS) {
      if (conclusion.diagnosis !== clinicCase.condition) continue;
      const [final] = turns.filter(({ role }) => role === 'doctor').slice(-2);
      const named = namedConditions(final?.text ?? '');
      const belief = clinicCase.patient.belief;
      expect(
        named.filter((id) => id !== belief || conclusion.others.includes(id)),
      ).toEqual(expect.arrayContaining([conclusion.diagnosis, ...conclusion.others]));
      expect(named[0]).toBe(conclusion.diagnosis);
      expect(namedTier(final?.text ?? '')).toBe(clinicCase.tier);
    }
  });

  test('and the patient take turns, the doctor last, every image shown once', () => {
    for (const { clinicCase, turns } of CONSULTATIONS) {
      expect(turns.map(({ role }) => role)).toEqual(
        turns.map((_, i) => (i % 2 === 0 ? 'patient' : 'doctor')),
      );
      expect(turns.length % 2).toBe(0);
      const shown = turns.flatMap(({ images }) => images).toSorted((a, b) => a - b);
      expect(shown).toEqual(clinicCase.images.map((_, i) => i));
    }
  });

  test('leaves no hole in a sentence', () => {
    for (const { turns } of CONSULTATIONS) {
      for (const { text } of turns) expect(text).not.toMatch(/\{|\}|undefined|  |^$/);
    }
  });
});
