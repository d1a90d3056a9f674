/** @file A walk through every view of the page, in the language that it speaks. */
import type { Page } from '@playwright/test';
import { expect } from './clinic-test.ts';

export type Locale = 'en-US' | 'zh-CN';

const FILM = 'src/testing/golden/plain/image-0.png';
const NAMES = {
  'en-US': {
    message: 'Message',
    answer: 'AI draft',
    model: 'Model and device',
    case: 'Show the case',
    made: 'How this answer was made',
    list: 'Open the list of consultations',
    view: 'View image-0.png',
    region: 'Region',
    sight: 'What the model sees',
    demonstration: 'a spot on the skin',
    reveal: 'Show what is true',
  },
  'zh-CN': {
    message: '消息',
    answer: 'AI 草稿',
    model: '模型与设备',
    case: '显示病例',
    made: '这个回答是如何生成的',
    list: '打开会诊列表',
    view: '查看 image-0.png',
    region: '选取区域',
    sight: '模型所见',
    demonstration: '皮肤斑痣',
    reveal: '查看真实情况',
  },
} as const;
/** From here on the list of consultations is always there. */
const LIST_BESIDE_PX = 896;
/** From here on the case is no drawer. */
const CASE_BESIDE_PX = 1200;
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

/** Opens one view after the other and hands each to `look` by its name. */
export async function visitViews(
  page: Page,
  url: string,
  locale: Locale,
  look: (view: string) => Promise<void>,
): Promise<void> {
  const names = NAMES[locale];
  await page.goto(url);
  const model = page.getByRole('button', { name: names.model });
  await expect(model).toContainText(/CPU|WebGPU|Tiny/, { timeout: 90_000 });
  await look('empty');
  await page.locator('input[type=file][accept^="image/*"]').setInputFiles(FILM);
  await expect(page.getByRole('button', { name: names.view })).toBeVisible();
  const message = page.getByRole('textbox', { name: names.message });
  await message.fill('胸痛 chest pain');
  await look('draft');
  await message.press('Enter');
  const answer = page.getByRole('article', { name: names.answer });
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 90_000 });
  await look('answer');

  for (const command of DIALOGS) {
    await message.fill(`/${command}`);
    await message.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button').nth(1)).toBeVisible(); // it has its content
    await hasOpened(page);
    await look(command);
    await close(page);
  }
  await answer.getByRole('button', { name: names.made }).click();
  await hasOpened(page);
  await look('how-it-was-made');
  await close(page);

  await page.getByRole('button', { name: names.view }).click();
  await hasOpened(page);
  await page.getByRole('button', { name: names.sight }).click();
  await page.getByRole('button', { name: names.region, exact: true }).click();
  await look('viewer');
  await page.keyboard.press('Escape');
  await close(page);

  await visitDemonstration(page, url, names, look);

  await page.getByRole('button', { name: names.case }).click();
  const width = page.viewportSize()?.width ?? 0;
  if (width < CASE_BESIDE_PX) await hasArrived(page);
  await look('case');
  if (width > LIST_BESIDE_PX) return;
  await close(page);
  await page.getByRole('button', { name: names.list }).click();
  await hasArrived(page);
  await expect(page.getByRole('dialog').getByRole('button').nth(1)).toBeVisible();
  await look('list');
}

async function visitDemonstration(
  page: Page,
  url: string,
  names: (typeof NAMES)[Locale],
  look: (view: string) => Promise<void>,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: names.demonstration }).click();
  const message = page.getByRole('textbox', { name: names.message });
  await expect(message).toHaveValue(/83 years/);
  await look('demonstration');
  await message.press('Enter');
  const answer = page.getByRole('article', { name: names.answer });
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 90_000 });
  await page.getByRole('button', { name: names.reveal }).click();
  await hasOpened(page);
  await expect(page.getByRole('dialog').locator('dd').first()).toBeVisible();
  await look('truth');
  await close(page);
}

async function hasOpened(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1');
}

/** A drawer comes from beside the screen. */
async function hasArrived(page: Page): Promise<void> {
  const first = page.getByRole('dialog').getByRole('button').first();
  await expect(first).toBeInViewport({ ratio: 0.99 });
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
