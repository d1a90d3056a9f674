import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NAMES = {
  'en-US': {
    message: 'Message',
    answer: 'AI draft',
    model: 'Model and device',
    checkpoints: 'Checkpoints…',
    list: 'Open the list of consultations',
  },
  'zh-CN': {
    message: '消息',
    answer: 'AI 草稿',
    model: '模型与设备',
    checkpoints: '模型权重…',
    list: '打开会诊列表',
  },
} as const;

for (const locale of ['en-US', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme, contextOptions: { reducedMotion: 'reduce' } });
      const names = NAMES[locale];

      test('every view passes axe, wide and on a phone', async ({ page, site }) => {
        await page.goto(site.url);
        const model = page.getByRole('button', { name: names.model });
        await expect(model).toContainText(/CPU|WebGPU/, { timeout: 90_000 });
        await isAccessible(page);

        await page
          .locator('input[type=file][accept^="image/*"]')
          .setInputFiles('src/testing/golden/plain/image-0.png');
        await page
          .getByRole('textbox', { name: names.message })
          .fill('胸痛 chest pain');
        await isAccessible(page);
        await page.keyboard.press('Enter');
        const answer = page.getByRole('article', { name: names.answer });
        await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 90_000 });
        await isAccessible(page);

        await model.click();
        await isAccessible(page);
        await page.getByRole('button', { name: names.checkpoints }).click();
        await isAccessible(page);
        await page.keyboard.press('Escape');

        await page.setViewportSize({ width: 390, height: 800 });
        await isAccessible(page);
        await page.getByRole('button', { name: names.list }).click();
        await isAccessible(page);
      });
    });
  }
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    ),
  ).toEqual([]);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > innerWidth,
  );
  expect(isTooWide).toBe(false);
}
