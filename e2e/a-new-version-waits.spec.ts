import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Site } from './site.ts';
import { expect, keptForOffline, test } from './test.ts';

test('a new version waits until it is taken, then the page reloads into it', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-site-'));
  await cp('dist', folder, {
    recursive: true,
    filter: (path) => !path.includes('checkpoints'),
  });
  const site = await Site.open(folder);
  await page.goto(site.url);
  await keptForOffline(page);
  await page.evaluate(() => document.body.setAttribute('data-version', 'first'));

  await appendFile(join(folder, 'service-worker.js'), '\n// second version\n');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

  await expect.poll(() => hasWaitingVersion(page)).toBe(true);
  await expect(page.locator('body')).toHaveAttribute('data-version', 'first');

  await page.getByRole('button', { name: 'Reload the page' }).click();

  await expect(page.locator('body')).not.toHaveAttribute('data-version', 'first');
  expect(await hasWaitingVersion(page)).toBe(false);
  await site.stop();
  await rm(folder, { recursive: true });
});

function hasWaitingVersion(page: Page): Promise<boolean> {
  return page.evaluate(
    async () => (await navigator.serviceWorker.ready).waiting !== null,
  );
}
