import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, readBlocks } from './rich-text.ts';

/** As text again, with the signs of what was understood. */
function print(block: Block): string {
  if (block.kind === 'list') {
    return block.items
      .map(({ number, spans }) => `${number ?? '-'} ${join(spans)}`)
      .join(' / ');
  }
  return `${block.kind}: ${join(block.spans)}`;
}
const join = (spans: readonly { text: string; isBold: boolean }[]) =>
  spans.map(({ text, isBold }) => (isBold ? `[${text}]` : text)).join('');

test('headings, lists, paragraphs and bold are told apart', () => {
  const text = [
    '## Most likely',
    'A **lobar pneumonia**,',
    'seen on the right.',
    '- fever',
    '* **cough**: dry',
    '',
    '2. saturation',
    '',
    '3) contacts',
    'After it.',
  ];
  expect(readBlocks(text.join('\n')).map(print)).toEqual([
    'heading: Most likely',
    'paragraph: A [lobar pneumonia],\nseen on the right.',
    '- fever / - [cough]: dry',
    '2 saturation / 3 contacts',
    'paragraph: After it.',
  ]);
});

test('signs that mean nothing stay as they were written', () => {
  for (const text of [
    '2 ** 3 ** 4',
    '**',
    '-5 mmHg',
    '#3 tooth',
    '3.5 mmol/L',
    '****',
  ]) {
    expect(readBlocks(text).map(print)).toEqual([`paragraph: ${text}`]);
  }
});

test('no letter is lost, whatever is written', () => {
  const line = fc.stringMatching(/^[-*#. 1a中]{0,12}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = lines.join('\n');
      const letters = (of: string) => of.replaceAll(/[^a中]/g, '');
      const shown = readBlocks(text).map(print).join('');
      expect(letters(shown.replaceAll(/heading|paragraph/g, ''))).toBe(letters(text));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('long lines of stars are read at once', () => {
  const startMs = performance.now();
  readBlocks('**a'.repeat(20_000));
  readBlocks('*'.repeat(60_000));
  expect(performance.now() - startMs).toBeLessThan(2000);
});
