import type { Page } from '@playwright/test';
import type { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

async function askAll(clinic: Clinic, page: Page, titles: readonly string[]) {
  for (const title of titles) {
    await page.getByRole('button', { name: 'New consultation' }).first().click();
    await clinic.askAndWait(title);
  }
}

async function choose(page: Page, title: string, item: string) {
  await page.getByRole('button', { name: `Actions for “${title}”` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('a pinned consultation stands first, an archived one is out of the way and found', async ({
  clinic,
  page,
}) => {
  await askAll(clinic, page, ['Alpha', 'Beta', 'Gamma']);
  await choose(page, 'Alpha', 'Pin');
  const pinned = clinic.list.getByRole('region', { name: 'Pinned' });
  await expect(pinned).toContainText('Alpha');
  await choose(page, 'Beta', 'Archive');
  await expect(clinic.list).not.toContainText('Beta');
  await page.reload();
  await clinic.isReady();
  await expect(pinned).toContainText('Alpha');
  await expect(clinic.list).not.toContainText('Beta');

  await clinic.list.getByRole('button', { name: 'Archived' }).click();
  await expect(clinic.list).toContainText('Beta');
  await expect(clinic.list).not.toContainText('Gamma');
  await clinic.list.getByRole('combobox', { name: 'Search' }).fill('Beta');
  await expect(clinic.list.getByRole('option').first()).toContainText('archived');
});

test('several are chosen with Shift, archived together, and that is undone', async ({
  clinic,
  page,
}) => {
  await askAll(clinic, page, ['Alpha', 'Beta', 'Gamma']);
  await clinic.list.getByRole('button', { name: 'Select several' }).click();
  await clinic.list.getByRole('checkbox', { name: 'Select “Gamma”' }).click();
  await clinic.list
    .getByRole('checkbox', { name: 'Select “Alpha”' })
    .click({ modifiers: ['Shift'] });
  await expect(clinic.list).toContainText('3 selected');
  await clinic.list.getByRole('checkbox', { name: 'Select “Beta”' }).press('Space');
  await expect(clinic.list).toContainText('2 selected');
  await clinic.list.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(clinic.list).not.toContainText('Gamma');
  await expect(page.getByRole('log')).toContainText('2 consultations were archived.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(clinic.list).toContainText('Gamma');
  await expect(clinic.list).toContainText('Alpha');
});

test('several are erased after one question that says how many', async ({
  clinic,
  page,
}) => {
  await askAll(clinic, page, ['Alpha', 'Beta']);
  await clinic.list.getByRole('button', { name: 'Select several' }).click();
  await clinic.list.getByRole('checkbox', { name: 'Select all' }).click();
  await clinic.list.getByRole('button', { name: 'Erase…' }).click();
  const sure = page.getByRole('dialog', { name: 'Erase 2 consultations?' });
  await sure.getByRole('button', { name: 'Erase' }).click();
  await expect(clinic.list).not.toContainText('Alpha');
  await expect(clinic.list).not.toContainText('Beta');
});
