import { expect, test } from './clinic-test.ts';

test('consultations of a patient are erased together', async ({ clinic, page }) => {
  for (const question of ['First visit', 'Second visit', 'Of nobody']) {
    await clinic.askAndWait(question);
    await page.getByRole('button', { name: 'New consultation' }).first().click();
  }
  for (const title of ['First visit', 'Second visit']) {
    const details = await clinic.manage(title, 'Details');
    await details.getByLabel('Patient').fill('A. Doe');
    await details.getByLabel('Tags').fill('cardiology, follow-up');
    await details.getByRole('button', { name: 'Save' }).click();
  }
  await page.reload();
  const details = await clinic.manage('First visit', 'Details');
  await expect(details.getByLabel('Patient')).toHaveValue('A. Doe');
  await expect(details.getByLabel('Tags')).toHaveValue('cardiology, follow-up');
  await page.keyboard.press('Escape');

  const sure = await clinic.manage('Second visit', 'Erase patient');
  await expect(sure).toContainText('every consultation of this patient');
  await sure.getByRole('button', { name: 'Erase' }).click();

  await expect(clinic.list).not.toContainText('visit');
  await expect(clinic.list).toContainText('Of nobody');
  await page.reload();
  await expect(clinic.list).toContainText('Of nobody');
  await expect(clinic.list).not.toContainText('visit');
});
