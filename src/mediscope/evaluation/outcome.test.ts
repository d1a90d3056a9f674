import { describe, expect, test } from 'vitest';
import type { ClinicCase } from '../case.ts';
import { sampleCase } from '../sample-case.ts';
import type { Consultation } from './consult.ts';
import { delayOf, isAmongFirst, outcomeOf } from './outcome.ts';

const CASE: ClinicCase = {
  ...sampleCase({ split: 'test', seed: 1, index: 0, language: 'en' }),
  condition: 'pericarditis',
  presentation: 'chest-pain',
  needed: ['worse-lying-flat', 'recent-cold', 'fainting'],
  redFlags: ['fever', 'fainting'],
  tier: 'ed-now',
  hidden: {
    present: ['worse-lying-flat', 'fever', 'fainting'],
    absent: [],
    unsure: [],
    told: [],
    duration: { count: 3, unit: 'day' },
    severity: 5,
    medicine: 'none',
    allergy: 'none',
  },
};

const HELD: Consultation = {
  turns: [
    { role: 'patient', text: 'My chest hurts.', images: [] },
    { role: 'doctor', text: 'Do you have a fever? Did you faint?', images: [] },
    { role: 'patient', text: 'Yes, and yes.', images: [] },
    { role: 'doctor', text: 'Do you have a fever? Did you faint?', images: [] },
    { role: 'patient', text: 'Yes, and yes.', images: [] },
    {
      role: 'doctor',
      text: 'My diagnosis is pneumonia. I also considered acute pericarditis. A red flag is present: fever. Urgency: a doctor today.',
      images: [],
    },
  ],
  asks: [['fever', 'fainting'], ['fever', 'fainting', 'itching'], []],
  told: new Map([
    ['fever', true],
    ['fainting', true],
    ['itching', false],
  ]),
  repeats: 2,
  wasPressed: false,
};

describe('an outcome', () => {
  const outcome = outcomeOf(CASE, HELD);

  test('says how far down the diagnosis stands', () => {
    expect(outcome.named).toEqual(['pneumonia', 'pericarditis']);
    expect([1, 2, 3].map((count) => isAmongFirst(outcome, count))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('counts facts asked for once each, and those asked again', () => {
    expect(outcome.elicitation).toEqual({
      needed: 3,
      neededAsked: 1,
      asked: 3,
      usefulAsked: 2,
      repeated: 2,
    });
  });

  test('needs no question for what the first words tell', () => {
    const told = { ...CASE, hidden: { ...CASE.hidden, told: ['fainting' as const] } };
    expect(outcomeOf(told, HELD).elicitation).toMatchObject({
      needed: 2,
      neededAsked: 0,
    });
  });

  test('tells red flags that came to light from those that were named', () => {
    expect(outcome.redFlags).toEqual({ present: 2, found: 2, named: 1 });
  });

  test('says that a patient was sent too late, too early, or nowhere', () => {
    expect(delayOf(outcome)).toBe(1);
    expect(delayOf({ ...outcome, tier: 'routine' })).toBe(-2);
    expect(delayOf({ ...outcome, namedTier: undefined })).toBeUndefined();
  });

  test('sees a turn that was said before', () => {
    expect(outcome.language).toEqual({
      turns: 3,
      turnsInLanguage: 3,
      turnsSaidBefore: 1,
      repetition: 0,
    });
    expect(outcomeOf({ ...CASE, language: 'zh' }, HELD).language.turnsInLanguage).toBe(
      0,
    );
  });
});
