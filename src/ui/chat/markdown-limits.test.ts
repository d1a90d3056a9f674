import { expect, test } from 'vitest';
import { isBeyondMarkdown } from './markdown-limits.ts';

const TABLE = `| ${'a | '.repeat(5)}\n|${'---|'.repeat(6)}\n${'| 1 | 2 | 3 | 4 | 5 | 6 |\n'.repeat(60)}`;

test.each([
  ['a long paragraph', 'chest pain '.repeat(1000)],
  ['a table of sixty rows', TABLE],
  ['a list with marks in it', '- **a** and `b`\n'.repeat(60)],
  ['a quotation in a quotation', '> > - a\n'.repeat(20)],
])('%s is shown as Markdown', (_, block) => {
  expect(isBeyondMarkdown(block)).toBe(false);
});

test.each([
  ['a line of a million letters', 'x'.repeat(1_000_000)],
  ['thousands of open brackets', '['.repeat(2000)],
  ['emphasis without end', '*a_ '.repeat(1000)],
  ['a hundred quotations in one another', '> '.repeat(100)],
  ['a hundred lists in one another', '- '.repeat(100)],
  [
    'a table whose rows are filled up',
    `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|\n'.repeat(900)}`,
  ],
])('%s is shown as it was written', (_, block) => {
  expect(isBeyondMarkdown(block)).toBe(true);
});
