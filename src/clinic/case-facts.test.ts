import { expect, test } from 'vitest';
import {
  areSameFacts,
  type CaseFacts,
  isAge,
  MOST_FACT_LETTERS,
  sayAge,
  tellFacts,
  withoutEmpty,
} from './case-facts.ts';

const FACTS: CaseFacts = {
  notes: 'lives alone',
  allergies: 'penicillin',
  reason: 'chest pain',
  sex: 'female',
  age: { value: 54, unit: 'years' },
  medication: 'metformin 500 mg\n  aspirin 100 mg',
};

test('facts are told in one order, whatever the order in which they were noted', () => {
  expect(tellFacts(FACTS, 'en')).toBe(
    [
      'Facts of the case, noted by the doctor:',
      '- Age: 54 years',
      '- Sex: female',
      '- Reason for the visit: chest pain',
      '- Medication: metformin 500 mg',
      '  aspirin 100 mg',
      '- Allergies: penicillin',
      '- Notes: lives alone',
    ].join('\n'),
  );
});

test('facts are told in Chinese', () => {
  const facts: CaseFacts = { age: { value: 7, unit: 'months' }, sex: 'male' };
  expect(tellFacts(facts, 'zh')).toBe(
    '医生记录的病例资料：\n- 年龄：7个月\n- 性别：男',
  );
});

test('nothing is told when nothing is noted', () => {
  expect(tellFacts({}, 'en')).toBe('');
  expect(tellFacts({ history: ' \n ' }, 'zh')).toBe('');
});

test('a line of a text never looks like another fact', () => {
  const told = tellFacts({ notes: 'a\n- Allergies: none' }, 'en');
  expect(told.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
});

test('an age is whole and within what its unit is used for', () => {
  expect(isAge({ value: 0, unit: 'days' })).toBe(true);
  expect(isAge({ value: 130, unit: 'years' })).toBe(true);
  expect(isAge({ value: 131, unit: 'years' })).toBe(false);
  expect(isAge({ value: -1, unit: 'years' })).toBe(false);
  expect(isAge({ value: 1.5, unit: 'years' })).toBe(false);
  expect(isAge({ value: Number.NaN, unit: 'months' })).toBe(false);
});

test('one of a unit is said as one', () => {
  expect(sayAge({ value: 1, unit: 'months' }, 'en')).toBe('1 month');
  expect(sayAge({ value: 2, unit: 'weeks' }, 'en')).toBe('2 weeks');
});

test('facts that tell the same are the same, whenever they were edited', () => {
  expect(areSameFacts({ ...FACTS, editedMs: 1 }, { ...FACTS, editedMs: 2 })).toBe(true);
  expect(areSameFacts(undefined, { notes: ' ' })).toBe(true);
  expect(areSameFacts(FACTS, { ...FACTS, allergies: 'none' })).toBe(false);
});

test('what is empty, too long or no age is not kept', () => {
  const kept = withoutEmpty({
    age: { value: 500, unit: 'years' },
    reason: '  ',
    notes: 'x'.repeat(MOST_FACT_LETTERS + 5),
  });
  expect(Object.keys(kept)).toEqual(['notes']);
  expect(kept.notes).toHaveLength(MOST_FACT_LETTERS);
});
