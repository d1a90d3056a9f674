import { expect, test } from 'vitest';
import { findRedFlags } from './find-red-flags.ts';
import type { ExamplesById } from './example.ts';
import { RED_FLAG_RULES } from './rules.ts';
import { abdominalExamples } from './rules/abdominal-examples.ts';
import { airwayExamples } from './rules/airway-examples.ts';
import { cardiacExamples } from './rules/cardiac-examples.ts';
import { eyeExamples } from './rules/eye-examples.ts';
import { injuryExamples } from './rules/injury-examples.ts';
import { laboratoryExamples } from './rules/laboratory-examples.ts';
import { neurologicExamples } from './rules/neurologic-examples.ts';
import { obstetricExamples } from './rules/obstetric-examples.ts';
import { paediatricExamples } from './rules/paediatric-examples.ts';
import { psychiatricExamples } from './rules/psychiatric-examples.ts';
import { respiratoryExamples } from './rules/respiratory-examples.ts';
import { sepsisExamples } from './rules/sepsis-examples.ts';
import { toxicExamples } from './rules/toxic-examples.ts';
import { vascularExamples } from './rules/vascular-examples.ts';
import { vitalExamples } from './rules/vital-examples.ts';

const EXAMPLES: ExamplesById = {
  ...vitalExamples,
  ...cardiacExamples,
  ...vascularExamples,
  ...airwayExamples,
  ...respiratoryExamples,
  ...neurologicExamples,
  ...sepsisExamples,
  ...abdominalExamples,
  ...obstetricExamples,
  ...paediatricExamples,
  ...laboratoryExamples,
  ...psychiatricExamples,
  ...eyeExamples,
  ...injuryExamples,
  ...toxicExamples,
};

const sees = (id: string, text: string) =>
  findRedFlags(text).some(({ rule }) => rule.id === id);

test.each(RED_FLAG_RULES.map(({ id }) => id))(
  '%s sees its examples and is silent where nothing is wrong',
  (id) => {
    const faults = (['en', 'zh'] as const).flatMap((language) => {
      const { fires, silent } = EXAMPLES[id]?.[language] ?? { fires: [], silent: [] };
      return [
        ...fires.filter((text) => !sees(id, text)).map((text) => `misses: ${text}`),
        ...silent.filter((text) => sees(id, text)).map((text) => `sees: ${text}`),
      ];
    });
    expect(faults, id).toEqual([]);
  },
);

test('every rule speaks both languages, names its source and has its examples', () => {
  const han = /[\u4E00-\u9FFF]/;
  const faults = RED_FLAG_RULES.filter(({ id, title, action, source }) => {
    const of = EXAMPLES[id];
    const isSaid =
      title.en !== '' && action.en !== '' && !han.test(title.en + action.en);
    const isSaidInChinese = han.test(title.zh) && han.test(action.zh);
    const isSourced = source.guideline.length > 8 && source.section !== '';
    const hasExamples = [of?.en, of?.zh].every(
      (lists) => new Set(lists?.fires).size >= 2 && new Set(lists?.silent).size >= 2,
    );
    return !(isSaid && isSaidInChinese && isSourced && hasExamples);
  });
  expect(faults.map(({ id }) => id)).toEqual([]);
});

test('there are at least forty rules, each under its own id, and no example of another', () => {
  const ids = RED_FLAG_RULES.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(ids.toSorted());
});
