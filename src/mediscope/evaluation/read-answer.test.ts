import { describe, expect, test } from 'vitest';
import { CONDITIONS } from '../clinic-table.ts';
import { LANGUAGES, SPLITS } from '../language.ts';
import { referenceDialogue } from '../reference-dialogue.ts';
import { sampleCase } from '../sample-case.ts';
import { readAnswer } from './read-answer.ts';

describe('an answer is read', () => {
  test.each(SPLITS)('as the reference doctor of %s means it', (split) => {
    for (let index = 0; index < 60; index++) {
      const clinicCase = sampleCase({ split, seed: 8, index });
      const { turns, conclusion } = referenceDialogue(clinicCase);
      const doctor = turns.filter(({ role }) => role === 'doctor');
      const { named, tier, states } = readAnswer(doctor.at(-2)?.text ?? '');
      expect(named.slice(0, 3)).toEqual([conclusion.diagnosis, ...conclusion.others]);
      expect(tier).toBe(clinicCase.tier);
      expect(states).toEqual(expect.arrayContaining([...conclusion.present]));
      for (const { text } of doctor.slice(0, -2)) {
        expect(readAnswer(text).named, text).toEqual([]);
      }
    }
  });

  test('with every condition named as a diagnosis', () => {
    for (const { id, name } of CONDITIONS) {
      for (const language of LANGUAGES) {
        const text = { en: `It could well be ${name.en}.`, zh: `考虑${name.zh}。` }[
          language
        ];
        expect(readAnswer(text).named, text).toEqual([id]);
      }
    }
  });

  test('in free words, the first condition first', () => {
    const { named, tier } = readAnswer(
      'Pneumonia fits best, then heart failure. You should see a doctor today.',
    );
    expect(named).toEqual(['pneumonia', 'heart-failure']);
    expect(tier).toBe('same-day');
  });

  test('without what it asks, denies or sees', () => {
    expect(readAnswer('Have you ever had pneumonia?').named).toEqual([]);
    expect(readAnswer('This is not pneumonia. It is gout.').named).toEqual(['gout']);
    expect(
      readAnswer('The ECG shows complete heart block with P waves apart.').named,
    ).toEqual([]);
    expect(
      readAnswer(
        'My diagnosis is gout. I know you thought of pneumonia, but the findings do not fit it.',
      ).named,
    ).toEqual(['gout']);
  });

  test('with signs that are there, not with those that may come', () => {
    const { states } = readAnswer('A red flag is present: fever. Red flags: fainting.');
    expect(states).toEqual(['fever']);
  });
});
