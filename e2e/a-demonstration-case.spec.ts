import { expect, test } from './clinic-test.ts';

test('a demonstration case opens from an empty history in one click and goes on turn by turn', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'a spot on the skin' }).click();
  await expect(clinic.message).toHaveValue(/woman of 83 years/);
  await expect(clinic.message).toBeFocused();
  const patient = page.getByRole('region', { name: 'Synthetic patient' });
  await expect(patient).toBeVisible();
  await page.keyboard.press('Enter');
  await clinic.isFinished();
  await expect(page.getByText('Made by code; no real person.')).toBeVisible();
  await expect(clinic.list.getByLabel('Synthetic patient')).toBeVisible();

  await patient.getByRole('button', { name: 'Let the patient answer' }).click();
  await expect(clinic.message).not.toHaveValue('');
  await expect(clinic.message).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(clinic.questions).toHaveCount(2);
});

test('the images of a case come with the words that send them', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'poor sight' }).click();
  await expect(clinic.message).toHaveValue(/back of the eye/);
  await expect(
    clinic.imagesToSend.getByRole('button', { name: /View photo of the back/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'headache', exact: true }).click();
  await expect(clinic.message).toHaveValue(/man of 55 years/);
  await expect(clinic.imagesToSend.getByRole('listitem')).toHaveCount(1);
});

test('what is true is shown when it is asked for, and closes', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'ear trouble' }).click();
  await expect(clinic.message).toBeFocused(); // its image is here too
  await expect(page.getByText('ear wax')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await clinic.isFinished();
  const reveal = page.getByRole('button', { name: 'Show what is true' });
  await reveal.click();
  const truth = page.getByRole('dialog', { name: 'What is true of this patient' });
  await expect(truth).toContainText('ear wax');
  await expect(truth).toContainText('no diagnosis yet');
  await page.keyboard.press('Escape');
  await expect(truth).toBeHidden();
  await expect(reveal).toBeFocused();
});

test('what a doctor has written is not replaced by a case', async ({
  clinic,
  page,
}) => {
  await clinic.message.fill('My own patient');
  await expect(page.getByRole('button', { name: 'chest pain' }).last()).toBeDisabled();
  await expect(page.getByText('clear what you have written first')).toBeVisible();
  await clinic.message.fill('');
  await page.getByRole('button', { name: 'a spot on the skin' }).click();
  await expect(clinic.message).toHaveValue(/83 years/);
  await page.getByRole('button', { name: 'Not about this patient' }).click();
  await expect(page.getByRole('region', { name: 'Synthetic patient' })).toBeHidden();
  await expect(clinic.message).toHaveValue(/83 years/);
});

test.describe('on a Chinese page', () => {
  test.use({ locale: 'zh-CN' });

  test('the cases are named in Chinese and speak what the checkpoint speaks', async ({
    page,
    site,
  }) => {
    await page.goto(site.url);
    await expect(page.getByText('Tiny 只懂英语')).toHaveCount(1, { timeout: 90_000 });
    await page.getByRole('button', { name: '皮肤斑痣' }).click();
    await expect(page.getByRole('textbox', { name: '消息' })).toHaveValue(/83 years/);
    await expect(page.getByRole('region', { name: '虚构患者' })).toBeVisible();
  });
});
