import { expect, test } from 'vitest';
import { saysNothing } from './says-nothing.ts';

test('blanks, invisible characters and bare tags say nothing', () => {
  for (const text of ['', ' \n\t', '\u200b\ufeff', '\u0000', '<br>\n', '<p></p>']) {
    expect(saysNothing(text), JSON.stringify(text)).toBe(true);
  }
});

test('a word, a figure, a sign, or a less-than says something', () => {
  for (const text of ['No.', '7', '。', '<b>x</b>', 'pH < 7', '无']) {
    expect(saysNothing(text), JSON.stringify(text)).toBe(false);
  }
});
