import { expect, test } from 'vitest';
import { isSendKey } from './is-send-key.ts';

const ENTER = {
  key: 'Enter',
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  altKey: false,
};

test('Enter sends, Shift+Enter and other keys do not', () => {
  expect(isSendKey(ENTER)).toBe(true);
  expect(isSendKey({ ...ENTER, shiftKey: true })).toBe(false);
  expect(isSendKey({ ...ENTER, key: 'a', keyCode: 65 })).toBe(false);
});

test('Enter that ends a composition does not send, however the browser reports it', () => {
  expect(isSendKey({ ...ENTER, isComposing: true })).toBe(false);
  expect(isSendKey({ ...ENTER, keyCode: 229 })).toBe(false);
});
