import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.ts';

const letters = (text: string) => text.length;

test('words stay whole, and lines stay within the width', () => {
  expect(wrapText('a place of an answer', 8, letters)).toEqual([
    'a place',
    'of an',
    'answer',
  ]);
});

test('Chinese breaks between any two letters', () => {
  expect(wrapText('未经医生审阅', 4, letters)).toEqual(['未经医生', '审阅']);
});

test('a word wider than a line is broken, and no letter is lost', () => {
  const lines = wrapText('so pneumonoultramicroscopic it', 10, letters);
  expect(lines.every((line) => line.length <= 10)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe('sopneumonoultramicroscopicit');
});

test('no words are no lines', () => {
  expect(wrapText(' ', 4, letters)).toEqual([]);
});
