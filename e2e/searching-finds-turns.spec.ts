import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';

function field(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search consultations' });
}

function results(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
}

async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
}

test('a word of any branch leads to its turn; after a reload too, after erasing not', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('Chest pain after exercise');
  await clinic.askAndWait('What about Pericarditis?');
  await page.getByRole('button', { name: 'Edit this turn' }).last().click();
  await clinic.ask('What about the oesophagus?');
  await clinic.isFinished();
  await clinic.list.getByRole('button', { name: 'New consultation' }).click();
  await clinic.askAndWait('患者主诉胸痛三天，伴有呼吸困难');
  await expect(clinic.list.getByRole('listitem')).toHaveCount(2);

  await field(page).fill('PERICARD');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('mark')).toHaveText('Pericard');
  await expect(page.getByText('1 consultation found')).toBeVisible();
  await passesAxe(page);
  await field(page).press('Enter');
  const sought = clinic.questions.filter({ hasText: 'What about Pericarditis?' });
  await expect(sought).toBeInViewport();
  await expect(page.getByText('What about the oesophagus?')).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible();

  await page.reload();
  await expect(sought).toBeVisible();
  await field(page).fill('胸痛 困难');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('mark').filter({ hasText: '困难' })).toHaveCount(
    2,
  );
  await field(page).press('ArrowDown');
  await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
  await field(page).press('Enter');
  await expect(clinic.questions.first()).toContainText('呼吸困难');
  await expect(clinic.questions).toHaveCount(1);

  await field(page).press('Escape');
  await expect(field(page)).toHaveValue('');
  const dialog = await clinic.manage('Chest pain after exercise', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await field(page).fill('pericarditis');
  await expect(page.getByText('No consultation has all of these words.')).toBeVisible();
  await page.reload();
  await field(page).fill('oesophagus');
  await expect(page.getByText('No consultation has all of these words.')).toBeVisible();
});

test('a title, a patient and a tag are found, and come first', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('Is it Asthma, or something else?');
  const dialog = await clinic.manage('Is it Asthma, or something else?', 'Details');
  await dialog.getByRole('combobox', { name: 'Patient' }).fill('王小明');
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('night cough');
  await dialog.getByRole('button', { name: 'Save' }).click();

  for (const words of ['小明', 'NIGHT', 'asthma 王']) {
    await field(page).fill(words);
    await expect(results(page)).not.toHaveCount(0);
    await expect(results(page).first()).toContainText('王小明');
  }
});
