import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';

const REPORT = 'src/testing/files/report.pdf';
const LOCKED = 'src/testing/files/locked.pdf';
const FILM = 'src/testing/golden/plain/image-0.png';

const filesOf = (page: Page) => page.locator('input[type=file][accept^="image/*"]');

test('pages of a PDF are chosen, and each becomes an image of the turn', async ({
  clinic,
  page,
}) => {
  await filesOf(page).setInputFiles(REPORT);

  const dialog = page.getByRole('dialog', { name: 'Pages of report.pdf' });
  const pages = dialog.getByRole('checkbox');
  await expect(pages).toHaveCount(3);
  await expect(dialog.locator('img')).toHaveCount(3);
  await expect(dialog.getByRole('button', { name: 'Attach 3 pages' })).toBeEnabled();
  const { violations } = await new AxeBuilder({ page })
    .include('[role=dialog]')
    .analyze();
  expect(violations).toEqual([]);
  await dialog.getByRole('checkbox', { name: 'Page 1' }).uncheck();
  await dialog.getByRole('button', { name: 'Attach 2 pages' }).click();

  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText([
    'report.pdf, page 2',
    'report.pdf, page 3',
  ]);
  await expect(clinic.message).toBeFocused();
  await clinic.askAndWait('What does the report say?');
  await expect(clinic.questions.last().getByRole('img')).toHaveCount(2);
});

test('the pages of a PDF are chosen by keyboard', async ({ clinic, page }) => {
  await filesOf(page).setInputFiles(REPORT);
  const dialog = page.getByRole('dialog', { name: 'Pages of report.pdf' });
  await dialog.getByRole('button', { name: 'Choose none' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Attach' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Page 2' }).press('Space');
  await dialog.getByRole('button', { name: 'Attach 1 page' }).press('Enter');

  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText([
    'report.pdf, page 2',
  ]);
});

test('a PDF that asks for a password is named, and the rest is attached', async ({
  clinic,
  page,
}) => {
  await filesOf(page).setInputFiles([LOCKED, FILM]);

  await expect(page.getByRole('log')).toContainText('locked.pdf asks for a password');
  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText([
    'image-0.png',
  ]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('leaving the choice attaches nothing', async ({ clinic, page }) => {
  await filesOf(page).setInputFiles(REPORT);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(clinic.imagesToSend).toHaveCount(0);
});

test('a HEIC photo is attached', async ({ clinic }) => {
  await clinic.attach('src/testing/files/turned.heic');
  const shown = clinic.imagesToSend.locator('img');
  await expect(shown).toHaveJSProperty('naturalWidth', 48);
  await expect(shown).toHaveJSProperty('naturalHeight', 64);
});
