/**
 * @file Every view in both languages, both themes, wide and on a phone: opens, fits,
 * passes axe. A picture of each is left in `test-results/pictures/`, to be looked at.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';
import { visitViews } from './views.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = {
  wide: { width: 1360, height: 900 },
  phone: { width: 390, height: 800 },
};
for (const locale of ['en-US', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      test.describe(`${locale}, ${colorScheme}, ${size}`, () => {
        const reducedMotion = { reducedMotion: 'reduce' } as const;
        test.use({ locale, colorScheme, viewport, contextOptions: reducedMotion });

        test('every view opens, fits the screen and passes axe', async ({
          page,
          site,
        }) => {
          await visitViews(page, site.url, locale, (view) =>
            lookAt(page, `${locale}-${colorScheme}-${size}-${view}`),
          );
        });
      });
    }
  }
}

async function lookAt(page: Page, picture: string): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  await page.screenshot({ path: `test-results/pictures/${picture}.png` });
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    ),
    picture,
  ).toEqual([]);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > innerWidth,
  );
  expect(isTooWide, `${picture} is wider than the screen`).toBe(false);
}
