import { expect, test } from 'vitest';
import { withoutBidiControls } from './bidi-controls.ts';

test('a name reads as it is written, whatever order it asks for', () => {
  expect(withoutBidiControls('scan\u202Egpj.exe')).toBe('scangpj.exe');
  expect(withoutBidiControls('\u2067a\u2069\u200Fb\u061C')).toBe('ab');
});

test('letters of every script and joined signs stay', () => {
  const text = 'درد قفسه سینه می\u200Cخواهم 👩\u200D⚕️ 胸痛';
  expect(withoutBidiControls(text)).toBe(text);
});
