/**
 * @file Every view at 400 % of 1280 × 1024: nothing to scroll sideways for, every
 * button and field can be reached, also with wider spacing between letters, words
 * and lines. A picture of each is left in `test-results/pictures/`.
 *
 * @see WCAG 2.2, 1.4.10 "Reflow" and 1.4.12 "Text Spacing"
 */
import { expect, test } from './clinic-test.ts';
import { visitViews } from './views.ts';

test.use({ viewport: { width: 320, height: 256 } });

/** The least that a page must bear. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

for (const locale of ['en-US', 'zh-CN'] as const) {
  for (const spacing of ['as-it-is', 'spaced'] as const) {
    test.describe(`${locale}, ${spacing}`, () => {
      test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

      test('everything can be reached without scrolling sideways', async ({
        page,
        site,
      }) => {
        await visitViews(page, site.url, locale, async (view) => {
          if (spacing === 'spaced') await page.evaluate(space, SPACING);
          const picture = `${locale}-400-${spacing}-${view}`;
          await page.screenshot({ path: `test-results/pictures/${picture}.png` });
          expect.soft(await page.evaluate(whatIsWrong), picture).toEqual([]);
        });
      });
    });
  }
}

/** Runs in the page. */
function space(rules: string): void {
  if (document.adoptedStyleSheets.length > 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

/** What lies beside the screen, or under something else wherever one scrolls; runs in the page. */
async function whatIsWrong(): Promise<string[]> {
  const wrong: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) wrong.push(`the page is ${page.scrollWidth} wide`);
  const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
  const all = [...(dialog ?? document.body).querySelectorAll<HTMLElement>('*')];
  const where = all.map((element) => element.scrollTop);
  for (const element of all) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    const isTwoDimensional = element.matches('pre, [role=group][tabindex]');
    if (scrolls && !isTwoDimensional && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`${nameOf(element)} scrolls sideways`);
    }
  }
  const controls =
    'button, a[href], input, select, textarea, summary, [role=menuitem], [role=option]';
  for (const control of all.filter((element) => element.matches(controls))) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    if (control.matches('[type=file], [hidden]')) continue;
    if (getComputedStyle(control).clipPath !== 'none') continue; // shown with the focus
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1) {
      wrong.push(`${nameOf(control)} is beside the screen`);
      continue;
    }
    const x = (box.left + box.right) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const uppermost = document.elementFromPoint(x, y);
    const isReached =
      control.contains(uppermost) || control.closest('label')?.contains(uppermost);
    if (isReached !== true) wrong.push(`${nameOf(control)} cannot be reached`);
  }
  for (const [at, element] of all.entries()) element.scrollTop = where[at] ?? 0;
  return wrong;

  function nameOf(element: Element): string {
    const words =
      element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
    return `${element.tagName} ${words}`;
  }
}
