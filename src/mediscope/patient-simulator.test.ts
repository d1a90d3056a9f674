import { describe, expect, test } from 'vitest';
import type { ClinicCase, HiddenFacts } from './case.ts';
import type { FactId } from './fact-table.ts';
import type { Language } from './language.ts';
import { SimulatedPatient } from './patient-simulator.ts';
import { sampleCase } from './sample-case.ts';

const HIDDEN: HiddenFacts = {
  present: ['worse-lying-flat', 'recent-cold', 'fever'],
  absent: ['pressing-chest-pain', 'pain-into-arm', 'cold-sweat'],
  unsure: ['smoking'],
  told: [],
  duration: { count: 3, unit: 'day' },
  severity: 6,
  medicine: 'amlodipine',
  allergy: 'penicillin',
};

function patient(
  language: Language,
  personality: ClinicCase['patient']['personality'] = 'plain',
): SimulatedPatient {
  const drawn = sampleCase({ split: 'train', seed: 1, index: 0 });
  return new SimulatedPatient({
    ...drawn,
    language,
    condition: 'pericarditis',
    presentation: 'chest-pain',
    department: 'cardiology',
    patient: { ageYears: 40, sex: 'male', speaker: 'self', personality },
    hidden: HIDDEN,
    images: drawn.images
      .slice(0, 1)
      .map((image) => ({ ...image, kind: 'ecg', finding: 'diffuse-st-elevation' })),
  });
}

function told(
  question: string,
  language: Language = 'en',
): Record<string, boolean | undefined> {
  return Object.fromEntries(patient(language).answer(question).told);
}

describe('a simulated patient', () => {
  test('answers the question that was asked, as it is', () => {
    expect(told('Do you have a fever?')).toEqual({ fever: true });
    expect(told('Does the pain spread to your left arm?')).toEqual({
      'pain-into-arm': false,
    });
    expect(told('Do you smoke?')).toEqual({ smoking: undefined });
  });

  test('understands other words than its own', () => {
    expect(told('Is it better when you lean forward?')).toEqual({
      'worse-lying-flat': true,
    });
    expect(told('Any radiation of the pain down the arm?')).toEqual({
      'pain-into-arm': false,
    });
    expect(told('您体温高吗？', 'zh')).toEqual({ fever: true });
    expect(told('胸口有没有被压着的感觉？', 'zh')).toEqual({
      'pressing-chest-pain': false,
    });
  });

  test('answers every part of a compound question', () => {
    const answers = told(
      'Have you had a fever, or a cold in the last weeks? And do you smoke?',
    );
    expect(answers).toEqual({ fever: true, 'recent-cold': true, smoking: undefined });
  });

  test('says yes and no in words that name the fact', () => {
    const { text } = patient('en').answer('Do you have a fever or a cold sweat?');
    expect(text).toMatch(/(fever|temperature)/);
    expect(text).toMatch(/(No,|not have|no sign)/);
  });

  test('first says what is wrong, how long, and who it is about', () => {
    expect(patient('en').open().text).toMatch(/3 days.*\bman, 40 years/);
    expect(patient('zh').open().text).toMatch(/3天.*男性，40岁/);
  });

  test('volunteers nothing to an open question', () => {
    const { text, told: facts } = patient('en').answer('Tell me more about it.');
    expect(facts.size).toBe(0);
    expect(text).not.toMatch(/fever|cold|lean/);
  });

  test('is puzzled by what has nothing to do with it', () => {
    const { text, told: facts } = patient('en').answer(
      'Which football team do you follow?',
    );
    expect(facts.size).toBe(0);
    expect(text).toMatch(/what that has to do|cannot answer that/);
  });

  test('tells how long, how bad, medicines and allergies when asked', () => {
    expect(patient('en').answer('How long has it lasted?').text).toMatch(/3 days/);
    expect(patient('en').answer('How bad is it from 0 to 10?').text).toMatch(/6/);
    const { text } = patient('en').answer('Any medicines or allergies?');
    expect(text).toMatch(/amlodipine/);
    expect(text).toMatch(/penicillin/);
  });

  test('sends an image there is, and says so when there is none', () => {
    expect(patient('en').answer('Please send me the ECG.').images).toEqual([0]);
    const none = patient('zh').answer('请发一下头颅CT。');
    expect(none.images).toEqual([]);
    expect(none.text).toMatch(/没/);
  });

  test('when vague, takes up one thing of several', () => {
    const facts = [
      ...patient('en', 'vague').answer('Fever or cold sweat or smoking?').told.keys(),
    ];
    expect(facts).toHaveLength(1);
  });

  test('when terse, says no more than needed', () => {
    expect(patient('en', 'terse').answer('Do you have a fever?').text).toMatch(
      /^Yes(, that)?\.$/,
    );
    expect(patient('zh', 'terse').answer('出冷汗吗？').text).toMatch(/^没(有)?。$/);
  });

  test('never tells a fact that was not asked for', () => {
    const asked: FactId[] = ['cold-sweat', 'pain-into-arm'];
    const { told: facts } = patient('en', 'anxious').answer(
      'A cold sweat? Pain into the left arm or jaw?',
    );
    expect([...facts.keys()].toSorted()).toEqual(asked.toSorted());
  });
});
