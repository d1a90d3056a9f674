import { expect, test } from 'vitest';
import type { CaseFacts } from '../../clinic/case-facts.ts';
import { placesOf } from '../../clinic/own-template.ts';
import { fromCase, variableOf } from './places-from-case.ts';

const FACTS: CaseFacts = {
  age: { value: 7, unit: 'months' },
  sex: 'female',
  reason: 'fever',
  medication: 'paracetamol',
  allergies: 'penicillin',
};

test('a place is known by its name and by what either language calls it', () => {
  expect(['age', 'Age', '年龄'].map(variableOf)).toEqual(['age', 'age', 'age']);
  expect(variableOf('pain scale')).toBeUndefined();
});

test('places of any script are found once, in order, and never across lines', () => {
  expect(placesOf('{{年龄}} {{ pain scale }} {{年龄}} {{a\nb}} {{}} {{{x}}}')).toEqual([
    '年龄',
    'pain scale',
    'x',
  ]);
});

test('what is noted of the case fills its places, the rest stays open', () => {
  expect(fromCase('Age', FACTS, 'en')).toBe('7 months');
  expect(fromCase('年龄', FACTS, 'zh')).toContain('7');
  expect(fromCase('complaint', FACTS, 'en')).toBe('fever');
  expect(fromCase('history', FACTS, 'en')).toBe('paracetamol; penicillin');
  expect(fromCase('age', {}, 'en')).toBeUndefined();
  expect(fromCase('diagnosis', FACTS, 'en')).toBeUndefined();
});
