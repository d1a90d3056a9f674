import { expect, test } from 'vitest';
import { evaluate, evaluateControl } from './evaluate.ts';
import type { Outcome } from './outcome.ts';

const RIGHT: Outcome = {
  id: 'a',
  department: 'cardiology',
  modalities: ['ecg', 'chest-film'],
  isImageDependent: true,
  condition: 'pericarditis',
  named: ['pericarditis', 'pneumonia'],
  wasPressed: false,
  doctorTurns: 5,
  elicitation: { needed: 4, neededAsked: 3, asked: 5, usefulAsked: 4, repeated: 1 },
  redFlags: { present: 2, found: 2, named: 1 },
  tier: 'same-day',
  namedTier: 'same-day',
  language: { turns: 5, turnsInLanguage: 5, turnsSaidBefore: 0, repetition: 0.1 },
};
const SECOND: Outcome = {
  ...RIGHT,
  id: 'b',
  department: 'respiratory',
  modalities: ['chest-film'],
  isImageDependent: false,
  named: ['pneumonia', 'pericarditis'],
  doctorTurns: 7,
  elicitation: { needed: 2, neededAsked: 0, asked: 1, usefulAsked: 0, repeated: 0 },
  redFlags: { present: 0, found: 0, named: 0 },
  namedTier: 'ed-now',
};
const LOST: Outcome = {
  ...RIGHT,
  id: 'c',
  named: [],
  wasPressed: true,
  doctorTurns: 16,
  redFlags: { present: 2, found: 0, named: 0 },
  namedTier: undefined,
  language: { turns: 15, turnsInLanguage: 10, turnsSaidBefore: 3, repetition: 0.5 },
};

test('outcomes become shares of all cases, those without a diagnosis among them', () => {
  const found = evaluate([RIGHT, SECOND, LOST]);
  expect(found.all.top1).toMatchObject({ hits: 1, of: 3 });
  expect(found.all.top3).toMatchObject({ hits: 2, of: 3 });
  expect(found.imageDependent.top1).toMatchObject({ hits: 1, of: 2 });
  expect(found.unasked).toMatchObject({ hits: 2, of: 3 });
  expect(found.withoutDiagnosis).toMatchObject({ hits: 1, of: 3 });
  expect(found.turnsToDiagnosis).toMatchObject({ value: 6, cases: 2 });
});

test('facts are counted over all cases together', () => {
  const found = evaluate([RIGHT, SECOND, LOST]);
  expect(found.elicitationRecall.value).toBeCloseTo(6 / 10, 12);
  expect(found.elicitationPrecision.value).toBeCloseTo(8 / 11, 12);
  expect(found.repeatedQuestions.value).toBeCloseTo(2 / 3, 12);
  expect(found.redFlagsFound.value).toBeCloseTo(2 / 4, 12);
  expect(found.redFlagsNamed.value).toBeCloseTo(1 / 4, 12);
});

test('where a patient is sent is right, too late, too early or left open', () => {
  const late = { ...RIGHT, namedTier: 'routine' as const };
  const found = evaluate([RIGHT, SECOND, LOST, late]);
  expect(found.disposition).toMatchObject({ hits: 1, of: 4 });
  expect(found.sentTooLate).toMatchObject({ hits: 1, of: 4 });
  expect(found.sentTooEarly).toMatchObject({ hits: 1, of: 4 });
  expect(found.sentNowhere).toMatchObject({ hits: 1, of: 4 });
});

test('language and repetition are per turn', () => {
  const found = evaluate([RIGHT, LOST]);
  expect(found.turnsInLanguage.value).toBeCloseTo(15 / 20, 12);
  expect(found.turnsSaidBefore.value).toBeCloseTo(3 / 20, 12);
  expect(found.repetition.value).toBeCloseTo(0.4, 12);
});

test('groups are by department, and by each kind of image a case has', () => {
  const { byDepartment, byModality } = evaluate([RIGHT, SECOND, LOST]);
  expect(byDepartment.map(({ name, top1 }) => [name, top1.hits, top1.of])).toEqual([
    ['cardiology', 1, 2],
    ['respiratory', 0, 1],
  ]);
  expect(byModality.map(({ name, top3 }) => [name, top3.hits, top3.of])).toEqual([
    ['chest-film', 2, 3],
    ['ecg', 1, 2],
  ]);
});

test('other images are compared with the own ones, case by case', () => {
  const misled = { ...RIGHT, named: ['pneumonia' as const] };
  const found = evaluateControl(
    [RIGHT, SECOND, LOST],
    [
      { control: 'swapped', outcome: misled, shown: 'pneumonia' },
      { control: 'swapped', outcome: LOST, shown: 'pneumonia' },
    ],
  );
  expect(found.own.top1).toMatchObject({ hits: 1, of: 2 });
  expect(found.other.top1).toMatchObject({ hits: 0, of: 2 });
  expect(found.fall.value).toBe(0.5);
  expect(found.follows).toMatchObject({ hits: 1, of: 2 });
});
