import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffPart, diffWords, wordsOf } from './word-diff.ts';

const textOf = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

test('a changed word is removed and added, the rest stays', () => {
  expect(diffWords('Rest for two days.', 'Rest for three days.')).toEqual([
    { kind: 'same', text: 'Rest for ' },
    { kind: 'removed', text: 'two ' },
    { kind: 'added', text: 'three ' },
    { kind: 'same', text: 'days.' },
  ]);
});

test('Chinese is compared character by character', () => {
  expect(diffWords('休息两天', '休息三天')).toEqual([
    { kind: 'same', text: '休息' },
    { kind: 'removed', text: '两' },
    { kind: 'added', text: '三' },
    { kind: 'same', text: '天' },
  ]);
});

test('equal texts are one part, and an empty text is none', () => {
  expect(diffWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  expect(diffWords('', '')).toEqual([]);
  expect(diffWords('', 'a')).toEqual([{ kind: 'added', text: 'a' }]);
});

test('both texts can be put together again from the parts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom('a ', 'b ', 'c\n', '痛', '1.5', '**', ' '), {
        maxLength: 40,
      })
      .map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      expect(textOf(parts, 'removed')).toBe(before);
      expect(textOf(parts, 'added')).toBe(after);
      expect(wordsOf(before).join('')).toBe(before);
    }),
    { seed: 1, numRuns: 300 },
  );
});
