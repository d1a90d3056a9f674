import {
  array,
  assert,
  boolean,
  constantFrom,
  nat,
  property,
  string,
  tuple,
} from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../testing/hostile/hostile-texts.ts';
import { Markdown } from './markdown.tsx';

/** Far longer ones take their time and are no more dangerous. */
const TEXTS = HOSTILE_TEXTS.filter((text) => text.length < 400);
const TAGS = ['a', 'img', 'svg', 'script', 'style', 'iframe', 'p', 'math', 'input'];
const ATTRIBUTES = [
  'onclick',
  'onerror',
  'style',
  'href',
  'src',
  'srcdoc',
  'id',
  'class',
];
const ADDRESSES = [
  'javascript:x()',
  'https://hostile.example/x',
  'data:text/html,x',
  '//hostile.example',
];

/** Around what is hostile: what Markdown has, closed or left open. */
const WRAPS: readonly ((text: string) => string)[] = [
  (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  (text) => `1. ${text.replaceAll('\n', '\n   ')}`,
  (text) => `# ${text}`,
  (text) => `**${text}**`,
  (text) => `~~${text}`,
  (text) => `\`${text}\``,
  (text) => `\`\`\`html\n${text}`,
  (text) =>
    `| a | ${text.replaceAll('\n', ' ')} |\n|:-:|---|\n| ${text.replaceAll('\n', ' ')} | b |`,
  (text) => `[${text}](https://hostile.example "${text}")`,
  (text) => `![${text}](https://hostile.example/x.png)`,
  (text) => `[${text}]: https://hostile.example\n\n[${text}]`,
  (text) => `[^1]: ${text}\n\nA note[^1].`,
  (text) => `<${text}`,
  (text) => `<!-- ${text}`,
];

const leaf = tuple(
  constantFrom('hostile', 'made', 'free'),
  constantFrom(...TEXTS),
  constantFrom(...TAGS),
  array(tuple(constantFrom(...ATTRIBUTES), constantFrom(...ADDRESSES)), {
    maxLength: 3,
  }),
  string({ unit: 'binary', maxLength: 20 }),
).map(([kind, hostile, tag, attributes, free]) => {
  if (kind === 'hostile') return hostile;
  if (kind === 'free') return free;
  const written = attributes.map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<${tag} ${written}>${free}</${tag}>`;
});
const nested = tuple(leaf, array(constantFrom(...WRAPS), { maxLength: 4 })).map(
  ([inner, wraps]) => wraps.reduce((text, wrap) => wrap(text), inner),
);
const text = array(nested, { minLength: 1, maxLength: 3 }).map((parts) =>
  parts.join('\n\n'),
);

const HARMLESS_TAGS =
  /^(div|p|span|bdi|cite|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|del|br|hr|table|thead|tbody|tr|th|td|input|button|svg|path|sup|sub|kbd|ins|b|i|q|s|samp|var|tt|dl|dt|dd|details|summary|section)$/;
const HARMLESS_ATTRIBUTES =
  /^(class|title|data-mark|tabindex|role|type|checked|disabled|start|dir|lang|aria-[a-z]+)$/;

test('whatever a model writes, and however far it came: no script, handler, style or address', () => {
  assert(
    property(text, nat(100), boolean(), (it, percent, isGrowing) => {
      const shown = it.slice(0, Math.ceil((it.length * percent) / 100));
      const html = renderToStaticMarkup(
        <Markdown text={shown} isGrowing={isGrowing} />,
      );
      expect(harmsIn(html)).toEqual([]);
    }),
    { numRuns: 400, seed: 11 },
  );
}, 60_000);

test('the harm would be seen', () => {
  expect(harmsIn('<p onclick="x()">a</p>')).toEqual(['p onclick']);
  expect(harmsIn('<p style="background:url(x)">a</p>')).toEqual(['p style']);
  expect(harmsIn('<script src="x"></script>')).toEqual(['script', 'script src']);
});

/** Elements and attributes that Markdown has no need of; React writes no other `<` or `>`. */
function harmsIn(html: string): readonly string[] {
  const harms: string[] = [];
  for (const [, tag = '', attributes = ''] of html.matchAll(
    /<([a-z][a-z0-9]*)([^>]*)>/gi,
  )) {
    if (!HARMLESS_TAGS.test(tag)) harms.push(tag);
    for (const [, name = '', value = ''] of attributes.matchAll(
      /([^\s=/"]+)(?:="([^"]*)")?/g,
    )) {
      const isAligned =
        name === 'style' && /^text-align:(left|right|center)$/.test(value);
      if (!HARMLESS_ATTRIBUTES.test(name) && !isAligned) harms.push(`${tag} ${name}`);
    }
  }
  return harms;
}
