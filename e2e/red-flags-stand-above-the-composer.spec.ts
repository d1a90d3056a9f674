import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as clinicTest } from './clinic-test.ts';
import { Site } from './site.ts';
import { expect, test as base } from './test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The built page without any checkpoint: nothing can be loaded. */
const test = base.extend({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'pulsemind-no-model-'));
    await cp('dist', folder, {
      recursive: true,
      filter: (path) => !path.includes('checkpoints'),
    });
    const site = await Site.open(folder);
    await use(site);
    await site.stop();
    await rm(folder, { recursive: true });
  },
});

const LANGUAGES = [
  {
    locale: 'en-US',
    model: 'Model and device',
    message: 'Message',
    banner: 'Red flags',
    negated: 'No chest pain, sweating or breathlessness. SpO2 97%.',
    written:
      '62M with crushing chest pain radiating to the left arm. SpO2 86%. TIA yesterday.',
    title: 'Possible acute coronary syndrome',
    tier: 'Emergency now',
    action: '12-lead ECG within 10 minutes',
    why: 'Why this is shown',
    words: '“crushing chest pain radiating to the left arm”',
    source: 'NICE CG95',
  },
  {
    locale: 'zh-CN',
    model: '模型与设备',
    message: '消息',
    banner: '危险信号',
    negated: '无胸痛、大汗，无呼吸困难。血氧饱和度97%。',
    written: '男，62岁，胸骨后压榨样疼痛，向左臂放射。血氧86%。昨日短暂性脑缺血发作。',
    title: '可能为急性冠脉综合征',
    tier: '立即急诊',
    action: '10 分钟内完成 12 导联心电图',
    why: '提示原因与来源',
    words: '“胸骨后压榨样”',
    source: 'NICE CG95',
  },
] as const;

for (const says of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${says.locale}, ${colorScheme}`, () => {
      test.use({ locale: says.locale, colorScheme });

      test('red flags stand above the composer while nothing is loaded', async ({
        page,
        site,
      }, info) => {
        await page.goto(site.url);
        const message = page.getByRole('textbox', { name: says.message });
        const banner = page.getByRole('region', { name: says.banner });
        await message.fill(says.negated);
        await expect(message).toHaveValue(says.negated);
        await expect(banner).toHaveCount(0);

        await message.fill(says.written);
        const alert = banner.getByRole('alert');
        await expect(alert).toContainText(says.title);
        await expect(alert).toContainText(says.tier);
        await expect(alert).toContainText(says.action);
        await expect(page.getByRole('button', { name: says.model })).not.toContainText(
          /CPU|WebGPU/,
        );
        await expect(banner.getByRole('button')).toHaveCount(0); // nothing closes it
        await isAccessible(page);
        await page.screenshot({ path: info.outputPath('wide.png') });

        await expect(banner.getByText(says.source)).toBeHidden();
        await banner.getByText(says.why).click();
        await expect(banner.getByText(says.source)).toBeVisible();
        await expect(banner).toContainText(says.words);
        await isAccessible(page);
        await page.setViewportSize({ width: 390, height: 800 });
        await isAccessible(page);
        await page.screenshot({ path: info.outputPath('phone.png') });

        await message.fill(says.negated);
        await expect(banner).toHaveCount(0);
      });
    });
  }
}

clinicTest(
  'they stay with the turn that was sent, and the record of use has them',
  async ({ page, clinic }) => {
    const banner = page.getByRole('region', { name: 'Red flags' });
    await clinic.askAndWait('Sudden severe headache, worst of her life');
    await expect(banner).toContainText('Sudden severe headache');
    await clinic.message.fill('What should I do?');
    await expect(banner).toContainText('Sudden severe headache');

    await page.getByRole('button', { name: 'Security' }).click();
    const dialog = page.getByRole('dialog', { name: 'Security' });
    await dialog.getByText('Record of use').click();
    await expect(dialog.getByRole('list', { name: 'Record of use' })).toContainText(
      'Red flags seen: Sudden severe headache',
    );
    await page.keyboard.press('Escape');

    await clinic.message.fill('');
    await clinic.askAndWait('No headache now');
    await expect(banner).toHaveCount(0);
  },
);

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
