import { describe, expect, test } from 'vitest';
import { LANGUAGES, SPLITS, type Split } from './language.ts';
import { fingerprint, sampleCase, splitOfPatient } from './sample-case.ts';
import {
  allTemplates,
  overlapsOf,
  sharedSentences,
  type Checked,
} from './split-check.ts';

function checked(split: Split, seed: number, index: number): Checked {
  const clinicCase = sampleCase({ split, seed, index });
  return { ...clinicCase, patientKey: fingerprint(clinicCase) };
}

describe('training, validation and test', () => {
  test('share no seed, patient or camera setting, even from one seed', () => {
    const cases = SPLITS.flatMap((split) =>
      Array.from({ length: 80 }, (_, index) => checked(split, 7, index)),
    );
    expect(overlapsOf(cases)).toEqual([]);
  });

  test('share no template and no wording', () => {
    expect(sharedSentences()).toEqual([]);
  });

  test('each have something to say everywhere', () => {
    for (const templates of allTemplates()) {
      for (const language of LANGUAGES) {
        for (const split of SPLITS) {
          expect(templates[language][split].length).toBeGreaterThan(0);
        }
      }
    }
  });

  test('a patient belongs to one split whatever the seed', () => {
    for (const split of SPLITS) {
      for (let index = 0; index < 20; index++) {
        expect(splitOfPatient(sampleCase({ split, seed: 99, index }))).toBe(split);
      }
    }
  });

  test('a patient moved to another split is found', () => {
    const one = checked('train', 1, 1);
    const found = overlapsOf([one, { ...one, split: 'test' }]).map(({ what }) => what);
    expect(new Set(found)).toEqual(
      new Set(['seed', 'patient', 'image-seed', 'nuisance']),
    );
  });
});
