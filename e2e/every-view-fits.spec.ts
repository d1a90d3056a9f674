/**
 * @file Every view in both languages, both themes, wide and on a phone: opens, fits,
 * passes axe. A picture of each is left in `test-results/pictures/`, to be looked at.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = {
  wide: { width: 1360, height: 900 },
  phone: { width: 390, height: 800 },
};
const NAMES = {
  'en-US': {
    message: 'Message',
    answer: 'AI draft',
    model: 'Model and device',
    case: 'Show the case',
    made: 'How this answer was made',
    list: 'Open the list of consultations',
  },
  'zh-CN': {
    message: '消息',
    answer: 'AI 草稿',
    model: '模型与设备',
    case: '显示病例',
    made: '这个回答是如何生成的',
    list: '打开会诊列表',
  },
} as const;
/** By the command that opens them, and whose Escape closes them. */
const DIALOGS = [
  'model',
  'prompt',
  'backup',
  'templates',
  'storage',
  'security',
  'requests',
  'use',
] as const;

for (const locale of ['en-US', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      test.describe(`${locale}, ${colorScheme}, ${size}`, () => {
        const reducedMotion = { reducedMotion: 'reduce' } as const;
        test.use({ locale, colorScheme, viewport, contextOptions: reducedMotion });
        const names = NAMES[locale];

        test('every view opens, fits the screen and passes axe', async ({
          page,
          site,
        }) => {
          const look = (view: string) =>
            lookAt(page, `${locale}-${colorScheme}-${size}-${view}`);
          await page.goto(site.url);
          const model = page.getByRole('button', { name: names.model });
          await expect(model).toContainText(/CPU|WebGPU|Tiny/, { timeout: 90_000 });
          await look('empty');
          const message = page.getByRole('textbox', { name: names.message });
          await message.fill('胸痛 chest pain');
          await message.press('Enter');
          const answer = page.getByRole('article', { name: names.answer });
          await expect(answer).toHaveAttribute('aria-busy', 'false', {
            timeout: 90_000,
          });
          await look('answer');

          for (const command of DIALOGS) {
            await message.fill(`/${command}`);
            await message.press('Enter');
            const dialog = page.getByRole('dialog');
            await expect(dialog.getByRole('heading').first()).toBeVisible();
            await look(command);
            await page.keyboard.press('Escape');
            await expect(dialog).toHaveCount(0);
          }

          await answer.getByRole('button', { name: names.made }).click();
          await expect(page.getByRole('dialog')).toBeVisible();
          await look('how-it-was-made');
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: names.case }).click();
          await look('case');
          if (size === 'wide') return;
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: names.list }).click();
          await look('list');
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
