import { expect, test } from 'vitest';
import { isIn, repetitionOf } from './repetition.ts';

test('a text without repetition, or too short for any, repeats nothing', () => {
  expect(repetitionOf('Do you have a fever or a cold sweat?')).toBe(0);
  expect(repetitionOf('No no no')).toBe(0);
  expect(repetitionOf('')).toBe(0);
});

test('runs of four words that came before are counted', () => {
  // a b c d | b c d a | c d a b | d a b c | a b c d: the last was there
  expect(repetitionOf('a b c d, a b c d')).toBeCloseTo(1 / 5, 12);
  // ten words, seven runs of one kind
  expect(repetitionOf('no no no no no no no no no no')).toBeCloseTo(6 / 7, 12);
});

test('Chinese is counted by character', () => {
  expect(repetitionOf('有没有发热有没有发热')).toBeGreaterThan(0.2);
  expect(repetitionOf('有没有发热或者咳嗽？')).toBe(0);
});

test('a text is in its own language', () => {
  expect(isIn('en', 'Most likely this is gout.')).toBe(true);
  expect(isIn('en', '最可能是痛风。')).toBe(false);
  expect(isIn('zh', '肌钙蛋白 troponin 升高，请立即急诊。')).toBe(true);
  expect(isIn('zh', 'Most likely this is gout.')).toBe(false);
});

test('an empty or broken text is in none', () => {
  expect(isIn('en', ' … ')).toBe(false);
  expect(isIn('en', 'Fever \u{FFFD} and cough')).toBe(false);
});
