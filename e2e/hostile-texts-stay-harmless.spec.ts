import type { Page } from '@playwright/test';
import {
  ELSEWHERE,
  HOSTILE_NAMES,
  HOSTILE_TEXTS,
} from '../src/testing/hostile/hostile-texts.ts';
import type { WrittenConsultation, WrittenTurn } from './writer/page-api.ts';
import { expect, test } from './writer/writer-test.ts';

/** Turns of one consultation: all of them are in the page at once. */
const TURNS = 36;
const MOST_NODES = 25_000;

test.use({ viewport: { width: 390, height: 844 } });

for (const [what, role] of [
  ['answers', 'assistant'],
  ['turns of a person', 'user'],
] as const) {
  test(`hostile texts as ${what} fetch nothing, run nothing and stay on the page`, async ({
    openWritten,
    page,
  }) => {
    const asked = await watch(page);
    const all = chunks(HOSTILE_TEXTS, TURNS / 2).map((texts, at) =>
      consultationOf(`hostile-${at}`, role, texts),
    );
    await openWritten(...all);
    for (const { id, turns } of all) {
      await goTo(page, id, turns.length);
      await isHarmless(page, asked);
    }
  });
}

test('hostile names of images, patients, tags and consultations do no harm', async ({
  openWritten,
  page,
}) => {
  const asked = await watch(page);
  const named = chunks(HOSTILE_NAMES, 8).map((names, at) => ({
    ...consultationOf(`named-${at}`, 'assistant', ['Noted.']),
    title: names[0] ?? '',
    patient: names[1] ?? '',
    tags: names.slice(2, 6),
    turns: names.map((name, number): WrittenTurn => ({
      role: 'user',
      text: 'Look at this.',
      images: [{ name, caption: name, number: at * 8 + number }],
    })),
  }));
  await openWritten(...named);
  for (const { id, turns } of named) {
    await goTo(page, id, turns.length);
    await expect(page.getByRole('img').last()).toBeVisible();
    await isHarmless(page, asked);
  }
  await page.getByRole('button', { name: 'Open the list of consultations' }).click();
  await expect(page.getByRole('navigation', { name: 'Consultations' })).toBeVisible();
  await isHarmless(page, asked);
});

async function goTo(page: Page, id: string, turns: number): Promise<void> {
  await page.evaluate((it) => {
    location.hash = `#/consultations/${it}`;
  }, id);
  const shown = page.locator(`li[data-turn^="${id}-"]`);
  await expect(shown).toHaveCount(turns);
}

async function isHarmless(page: Page, asked: readonly string[]): Promise<void> {
  const found = await page.evaluate(() => ({
    hasRun: 'tripwire' in window,
    tooWidePx: document.documentElement.scrollWidth - innerWidth,
    widerThanTheirPlace: [...document.querySelectorAll('main, section, li[data-turn]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 8)
      .map(({ textContent }) => textContent.slice(0, 60)),
    nodes: document.querySelectorAll('*').length,
    links: [...document.querySelectorAll('a[href], area[href], form[action]')]
      .map((link) => link.getAttribute('href') ?? 'a form')
      .filter((href) => !href.startsWith('#')),
    reordered: [document.body.innerText]
      .concat(
        ...[...document.querySelectorAll('[aria-label], [title]')].map((named) =>
          ['aria-label', 'title'].map((name) => named.getAttribute(name) ?? ''),
        ),
      )
      .filter((text) => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)),
    loading: document.querySelectorAll(
      'iframe, object, embed, video, audio, base, meta[http-equiv=refresh], [style*=url], li[data-turn] :is(style, link, script)',
    ).length,
    pictures: [...document.images]
      .map(({ src }) => new URL(src))
      .filter(
        ({ protocol, origin }) => protocol !== 'blob:' && origin !== location.origin,
      )
      .map(String),
  }));
  expect(found.nodes).toBeLessThan(MOST_NODES);
  expect({ ...found, nodes: 0 }).toEqual({
    hasRun: false,
    tooWidePx: 0,
    widerThanTheirPlace: [],
    nodes: 0,
    links: [],
    reordered: [],
    loading: 0,
    pictures: [],
  });
  expect(asked.filter((url) => url.includes(ELSEWHERE))).toEqual([]);
}

/** Every address that the page or a worker asks for. */
async function watch(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  return asked;
}

function consultationOf(
  id: string,
  role: 'user' | 'assistant',
  texts: readonly string[],
): WrittenConsultation {
  const turns = texts.flatMap((text): WrittenTurn[] =>
    role === 'user'
      ? [{ role, text }]
      : [
          { role: 'user', text: 'Go on.' },
          { role, text },
        ],
  );
  return { id, title: id, turns };
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
