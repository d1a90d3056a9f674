/**
 * @file Every view in forced colours and with more contrast: passes axe, and what is
 * chosen, focused or full is seen without the grounds that these colours take away.
 * A picture of each is left in `test-results/pictures/`.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';
import { visitViews } from './views.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MODES = {
  forced: { forcedColors: 'active' },
  contrast: { contrast: 'more' },
} as const;

for (const [mode, emulated] of Object.entries(MODES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${mode}, ${colorScheme}`, () => {
      test.use({
        colorScheme,
        contextOptions: { ...emulated, reducedMotion: 'reduce' },
      });

      test('every view passes axe, and its controls have an edge, words or an icon', async ({
        page,
        site,
      }) => {
        await visitViews(page, site.url, 'en-US', async (view) => {
          const picture = `${mode}-${colorScheme}-${view}`;
          await page.screenshot({ path: `test-results/pictures/${picture}.png` });
          // axe takes text-fill-color for the ink, which is not the one that is forced
          const except = mode === 'forced' ? ['color-contrast'] : [];
          await isAccessible(page, picture, except);
          expect(await page.evaluate(whatCannotBeSeen), picture).toEqual([]);
        });
      });
    });
  }
}

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('what is chosen, highlighted, pressed or focused looks other than the rest', async ({
    clinic,
    page,
  }) => {
    await clinic.askAndWait('First question');
    await clinic.list.getByRole('button', { name: 'New consultation' }).click();
    await clinic.askAndWait('Second question');
    const open = clinic.list.getByRole('button', {
      name: 'Second question',
      exact: true,
    });
    const other = clinic.list.getByRole('button', {
      name: 'First question',
      exact: true,
    });
    await expect(open).toHaveAttribute('aria-current', 'page');
    expect(await groundOf(open)).not.toBe(await groundOf(other));

    const archived = page.getByRole('button', { name: 'Archived' });
    const before = await groundOf(archived);
    await archived.click();
    expect(await groundOf(archived)).not.toBe(before);
    await archived.click();

    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    const [first, second] = [
      page.getByRole('menuitem').first(),
      page.getByRole('menuitem').nth(1),
    ];
    await expect(first).toBeFocused();
    expect(await groundOf(first)).not.toBe(await groundOf(second));
    await page.keyboard.press('Escape');

    await clinic.message.fill('/');
    const options = page.getByRole('option');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    expect(await groundOf(options.first())).not.toBe(await groundOf(options.nth(1)));
    await clinic.message.fill('');
    await expect(clinic.message).toBeFocused();
    const box = clinic.message.locator('..');
    await expect(box).toHaveCSS('outline-style', 'solid');
  });
});

function groundOf(element: Locator): Promise<string> {
  return element.evaluate((it) => getComputedStyle(it).backgroundColor);
}

/** Controls with neither an edge nor words nor an icon that stand out; runs in the page. */
function whatCannotBeSeen(): string[] {
  const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
  const controls = (dialog ?? document.body).querySelectorAll<HTMLElement>(
    'button, input:not([type=file]), select, textarea, summary',
  );
  return (
    [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const style = getComputedStyle(control);
        const hasBorder =
          style.borderTopWidth !== '0px' &&
          style.borderTopColor !== style.backgroundColor;
        const hasEdge = hasBorder || style.outlineStyle !== 'none';
        const hasContent =
          control.textContent.trim() !== '' ||
          control.querySelector('svg, img') !== null;
        return !hasEdge && (!hasContent || style.color === style.backgroundColor);
      })
      // a slider is drawn by the browser; around these two fields there is a box
      .filter((control) => !control.matches('[type=range], [type=search], #composer'))
      .map((control) => control.outerHTML.slice(0, 120))
  );
}

async function isAccessible(
  page: Page,
  picture: string,
  except: string[],
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(RULES)
    .disableRules(except)
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    ),
    picture,
  ).toEqual([]);
}
