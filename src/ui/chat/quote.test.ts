import { expect, test } from 'vitest';
import { asQuote } from './quote.ts';

test('every line of a passage is quoted', () => {
  expect(asQuote('  Rest. \r\n\nCome back\nin three days.\n')).toBe(
    '> Rest.\n>\n> Come back\n> in three days.',
  );
});

test('a quotation in a passage is quoted again', () => {
  expect(asQuote('> 胸痛')).toBe('> > 胸痛');
});
