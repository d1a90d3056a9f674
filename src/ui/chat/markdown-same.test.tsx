import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MarkdownBlock } from './markdown-block.tsx';
import { splitBlocks, splitGrown, type Grown } from './markdown-blocks.ts';
import { Markdown } from './markdown.tsx';

const PIECES = [
  'A paragraph with **bold**, *leaning* and `code`.',
  'Two lines\nof one paragraph.',
  'With a list at once\n- one\n- two',
  '- one\n- two\n  - inside',
  '- loose\n\n- list',
  '- item\n\n  goes on\n\n      code in it',
  '1. first\n2. second',
  '3) third',
  '# Heading',
  'Heading\n=======',
  '> quoted\n> - list\n\n> another',
  '```ts\nconst a = 1;\n\nconst b = 2;\n```',
  '~~~\n```\n\n~~~',
  '    indented\n\n    code',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '---',
  'See [the guideline](https://example.org/a) and https://example.org.',
  '[ref]: https://example.org/ref',
  'Refers to [ref] and to a note[^1].',
  '[^1]: The note.',
  '<div onclick="x()">\n\nhtml\n\n</div>',
  '<!-- hidden\n\nstill -->',
  '- [ ] open\n- [x] done',
  '* * *',
  '患者**发热**三天。',
  '`` a ` b ``',
  '```not a fence``` x',
];

const text = array(
  tuple(constantFrom(...PIECES), constantFrom('\n\n', '\n\n\n', '\n')),
  {
    maxLength: 8,
  },
).map((parts) => parts.map((part) => part.join('')).join(''));

test('a text cut into blocks gives the same elements as the whole text', () => {
  assert(
    property(text, (it) => {
      expect(shownInBlocks(it)).toBe(shownAsAWhole(it));
    }),
    { numRuns: 200, seed: 4 },
  );
}, 60_000);

test('a text that grew by any steps is cut as it is cut at once', () => {
  assert(
    property(text, array(nat(40)), (it, steps) => {
      let grown: Grown = { text: '', blocks: [] };
      let end = 0;
      for (const step of [...steps, it.length]) {
        end = Math.min(it.length, end + step);
        const now = it.slice(0, end);
        grown = { text: now, blocks: splitGrown(now, grown) };
        expect(grown.blocks).toEqual(splitBlocks(now));
      }
    }),
    { numRuns: 300, seed: 4 },
  );
});

function shownInBlocks(it: string): string {
  const shown = renderToStaticMarkup(<Markdown text={it} isGrowing={false} />);
  return compact(shown.replace(/^<div[^>]*>/, '').replace(/<\/div>$/, ''));
}

function shownAsAWhole(it: string): string {
  return compact(renderToStaticMarkup(<MarkdownBlock text={it} />));
}

/** Without the line ends that Markdown leaves between elements. */
function compact(html: string): string {
  return html.replaceAll(/>\s+</g, '><').trim();
}
