/** @file Tests that begin with consultations which are there already. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildPage } from '../build-page.ts';
import { expect, test as base } from '../clinic-test.ts';
import { Site } from '../site.ts';
import type { WrittenConsultation } from './page-api.ts';

interface SharedFixtures {
  /** The built page, and the writer beside it. */
  readonly writerPage: string;
}

interface Fixtures {
  /** Writes them, and opens the first. */
  readonly openWritten: (
    ...consultations: readonly WrittenConsultation[]
  ) => Promise<void>;
}

export const test = base.extend<Fixtures, SharedFixtures>({
  writerPage: [
    async ({ quickPage }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'pulsemind-writer-'));
      await cp(quickPage, folder, { recursive: true });
      await buildPage(join(import.meta.dirname, 'page'), join(folder, 'writer'));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: async ({ writerPage }, use) => {
    const site = await Site.open(writerPage);
    await use(site);
    await site.stop();
  },
  openWritten: async ({ page, site, clinic }, use) => {
    await use(async (...consultations) => {
      await page.goto(`${site.url}writer/index.html`);
      await write(page, consultations);
      const [first] = consultations;
      await clinic.open(`${site.url}#/consultations/${first?.id}`);
      await expect(clinic.questions.last()).toBeVisible();
    });
  },
});

export { expect };

async function write(
  page: Page,
  consultations: readonly WrittenConsultation[],
): Promise<void> {
  await page.waitForFunction(() => 'writer' in window);
  await page.evaluate((it) => window.writer.write(it), consultations);
}
