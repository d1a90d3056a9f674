import { expect, test } from './clinic-test.ts';

test('facts of the case are kept and told to the model with every answer', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'Show the case' }).click();
  const panel = page.getByRole('complementary', { name: 'Case' });
  await panel.getByLabel('Patient’s age').fill('7');
  await panel.getByLabel('Unit of the age').selectOption('months');
  await panel.getByLabel('Patient’s sex').selectOption('female');
  await panel.getByLabel('Known allergies').fill('penicillin');
  await clinic.askAndWait('Fever since yesterday');

  await page.reload();
  await clinic.isReady();
  await page.getByRole('button', { name: 'Show the case' }).click();
  await expect(panel.getByLabel('Patient’s age')).toHaveValue('7');
  await expect(panel.getByLabel('Unit of the age')).toHaveValue('months');
  await expect(panel.getByLabel('Patient’s sex')).toHaveValue('female');
  await expect(panel.getByLabel('Known allergies')).toHaveValue('penicillin');
});

test('what is no age is said and not kept', async ({ clinic, page }) => {
  await clinic.askAndWait('Cough');
  await page.getByRole('button', { name: 'Show the case' }).click();
  const panel = page.getByRole('complementary', { name: 'Case' });
  await panel.getByLabel('Patient’s age').fill('500');
  await expect(panel.getByRole('alert')).toContainText('whole number from 0 to 130');
  await expect(panel.getByLabel('Patient’s age')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await panel.getByLabel('Free notes').fill('lives alone');
  await page.waitForTimeout(1000); // on disk at most a second behind
  await page.reload();
  await clinic.isReady();
  await page.getByRole('button', { name: 'Show the case' }).click();
  await expect(panel.getByLabel('Free notes')).toHaveValue('lives alone');
  await expect(panel.getByLabel('Patient’s age')).toHaveValue('');
});

test('on a phone the case is a drawer, and the focus comes back', async ({
  page,
  clinic,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const show = page.getByRole('button', { name: 'Show the case' });
  await show.click();
  const drawer = page.getByRole('dialog', { name: 'Case' });
  await drawer.getByLabel('Reason for the visit').fill('headache');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(show).toBeFocused();
  await clinic.askAndWait('What next?');
});

test('what is still to ask is listed, and one click puts it into the message', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'Show the case' }).click();
  const panel = page.getByRole('complementary', { name: 'Case' });
  await expect(panel).toContainText('Name the complaint');
  await clinic.askAndWait(
    '54 year old man, chest pain since this morning, not breathless',
  );
  await expect(panel).toContainText('For: chest pain');
  await expect(
    panel.getByRole('button', { name: 'Ask: Is there shortness of breath' }),
  ).toHaveCount(0);
  const consciousness = panel.getByRole('button', {
    name: 'Ask: Was consciousness lost, or nearly?',
  });
  await consciousness.click();
  await expect(clinic.message).toBeFocused();
  await expect(clinic.message).toHaveValue('Was consciousness lost, or nearly? ');
  await page.keyboard.type('No.');
  await expect(clinic.message).toHaveValue('Was consciousness lost, or nearly? No.');
  await clinic.askAndWait('No syncope.');
  await expect(consciousness).toHaveCount(0);
});
