import { expect, test } from 'vitest';
import { inserted } from './insert-at-cursor.ts';

const at = (place: number, end = place) => ({ start: place, end });

test('into nothing it is all', () => {
  expect(inserted('', at(0), '> a')).toEqual({ text: '> a', cursor: 3 });
});

test('it stands on lines of its own', () => {
  expect(inserted('one two', at(3), '> a').text).toBe('one\n\n> a\n\n two');
  expect(inserted('one\n', at(4), '> a').text).toBe('one\n\n> a');
  expect(inserted('one\n\n', at(5), '> a').text).toBe('one\n\n> a');
  expect(inserted('one\ntwo', at(3), '> a').text).toBe('one\n\n> a\ntwo');
});

test('it takes the place of what is chosen, and the cursor stands behind it', () => {
  const { text, cursor } = inserted('one two three', at(4, 7), '> a');
  expect(text).toBe('one \n\n> a\n\n three');
  expect(text.slice(0, cursor)).toBe('one \n\n> a');
});
