import { expect, test } from 'vitest';
import { commandOf, isLetter, KEY_OF } from './viewer-keys.ts';

const press = (key: string, held: object = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('the keys are those of the viewers that radiologists know', () => {
  expect(
    ['z', '+', '-', '=', 'r', 'l', 'h', 'v', 'i', ' '].map((key) => press(key)),
  ).toEqual([
    'zoom-tool',
    'zoom-in',
    'zoom-out',
    'fit',
    'turn-right',
    'turn-left',
    'mirror-across',
    'mirror-over',
    'invert',
    'reset',
  ]);
  expect(press('R')).toBe('turn-right');
  expect(press('PageDown')).toBe('next');
});

test('what belongs to the browser or to nobody is left alone', () => {
  expect(press('r', { ctrlKey: true })).toBeUndefined();
  expect(press('-', { metaKey: true })).toBeUndefined();
  expect(press('q')).toBeUndefined();
  expect(press('constructor')).toBeUndefined();
});

test('single letters are told from signs and named keys', () => {
  expect(['r', 'Z', 'ж'].every(isLetter)).toBe(true);
  expect(['+', ' ', '0', 'Home'].some(isLetter)).toBe(false);
});

test('a button can say its key', () => {
  expect(KEY_OF.reset).toBe('Space');
  expect(KEY_OF['turn-left']).toBe('L');
  expect(KEY_OF['zoom-in']).toBe('+');
});
