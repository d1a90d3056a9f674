import type { Locator, Page } from '@playwright/test';
import { LONG } from './writer/long-consultation.ts';
import { expect, test } from './writer/writer-test.ts';

/** Turns near what one sees, of the 500. */
const MOST_TURNS = 40;
const MOST_NODES = 4000;

test('of 500 turns and 200 images only what is near is in the page', async ({
  openWritten,
  page,
}) => {
  await countAddresses(page);
  await openWritten(LONG);
  const conversation = page.getByRole('region', { name: 'Conversation' });
  const turns = conversation.locator('ol > li[aria-setsize]');
  const last = conversation.getByRole('button', { name: 'Copy' }).last();
  await expect(last).toBeInViewport();
  await expect(turns.last()).toHaveAttribute('aria-setsize', '500');
  await expect(turns.last()).toHaveAttribute('aria-posinset', '500');
  await isBounded(page, turns);

  await conversation.hover();
  for (let at = 0; at < 30; at++) {
    await page.mouse.wheel(0, -3000);
    await isBounded(page, turns);
  }
  const films = conversation.getByRole('img', { name: /^film-/ });
  await expect(films.first()).toBeVisible();
  expect(await page.evaluate(() => addressesInUse())).toBeLessThan(MOST_TURNS);

  await page.getByRole('button', { name: 'Jump to the latest' }).click();
  await expect(last).toBeInViewport();
  await isBounded(page, turns);
});

test('what one reads stays where it is while turns above it are laid out', async ({
  openWritten,
  page,
}) => {
  await openWritten(LONG);
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await conversation.hover();
  await page.mouse.wheel(0, -3000);
  await expect(page.getByRole('button', { name: 'Jump to the latest' })).toBeVisible();
  const moved = await page.evaluate(jumpsWhileScrollingUp);
  expect(Math.max(...moved)).toBeLessThanOrEqual(2);
});

test('a search leads to a turn far away, and the focus stays where it was', async ({
  openWritten,
  page,
}) => {
  await openWritten(LONG);
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await page
    .getByRole('combobox', { name: 'Search consultations' })
    .fill('pericarditis');
  const results = page.getByRole('listbox', { name: 'Search results' });
  await results.getByRole('option').first().click();
  const sought = conversation.getByRole('listitem').filter({ hasText: 'pericarditis' });
  await expect(sought).toBeInViewport();
  await expect(sought).toBeFocused();

  await conversation.hover();
  await page.mouse.wheel(0, 30_000);
  await expect(conversation.getByText('pericarditis')).not.toBeInViewport();
  await expect(sought).toBeFocused();
});

test('all turns are on the paper', async ({ openWritten, page }) => {
  await openWritten(LONG);
  const turns = page
    .getByRole('region', { name: 'Conversation' })
    .locator('ol > li[aria-setsize]');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await turns.count()).toBe(500);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => turns.count()).toBeLessThan(MOST_TURNS);
});

async function isBounded(page: Page, turns: Locator): Promise<void> {
  expect(await turns.count()).toBeLessThan(MOST_TURNS);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  expect(nodes).toBeLessThan(MOST_NODES);
}

declare function addressesInUse(): number;

/** Counts object URLs made and given back. */
async function countAddresses(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let inUse = 0;
    const make = URL.createObjectURL.bind(URL);
    const giveBack = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (it) => {
      inUse++;
      return make(it);
    };
    URL.revokeObjectURL = (it) => {
      inUse--;
      giveBack(it);
    };
    Object.assign(window, { addressesInUse: () => inUse });
  });
}

/** How far the turn in the middle moved otherwise than it was scrolled, at each step; runs in the page. */
async function jumpsWhileScrollingUp(): Promise<number[]> {
  const scroller = [...document.querySelectorAll<HTMLElement>('section *')].find(
    (it) =>
      it.scrollHeight > it.clientHeight + 100 &&
      getComputedStyle(it).overflowY === 'auto',
  );
  if (scroller === undefined) throw new Error('no list');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const jumps: number[] = [];
  const middle = () =>
    document
      .elementFromPoint(innerWidth / 2 + 100, innerHeight / 2)
      ?.closest('li[data-turn]');
  for (let step = 0; step < 40; step++) {
    const turn = middle();
    const before = turn?.getBoundingClientRect().top ?? 0;
    scroller.scrollBy(0, -150);
    await frame();
    await frame();
    await frame();
    if (!turn?.isConnected) continue;
    jumps.push(Math.abs(turn.getBoundingClientRect().top - before - 150));
  }
  return jumps;
}
