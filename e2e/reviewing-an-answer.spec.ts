import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './clinic-test.ts';

test('an answer is a draft until somebody reviews it', async ({ clinic, page }) => {
  await clinic.askAndWait('What causes chest pain?');
  const answer = clinic.answers.last();
  await expect(answer).toContainText('not reviewed');

  await answer.getByRole('button', { name: 'Reviewed: correct it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reviewed: correct it' });
  await dialog
    .getByRole('textbox', { name: 'Your version' })
    .fill('Take an ECG first.');
  await dialog.getByRole('button', { name: 'Save' }).click();

  const version = answer.getByRole('region', { name: 'Your version' });
  await expect(version).toContainText('Take an ECG first.');
  await page.reload();
  await expect(answer).toContainText('corrected');
  await expect(version).toContainText('Take an ECG first.');

  await answer.getByRole('button', { name: 'Reviewed: reject' }).click();
  await expect(answer).toContainText('rejected');
  await expect(version).toHaveCount(0);
});

test('two answers are compared on four axes', async ({ clinic, page }) => {
  await clinic.askAndWait('What causes chest pain?');
  await page.getByRole('button', { name: 'Regenerate' }).click();
  await clinic.isFinished();
  const compare = page.getByRole('button', { name: 'Compare with the other answer' });
  await compare.click();
  const dialog = page.getByRole('dialog', { name: 'Compare with the other answer' });
  await expect(dialog.getByRole('region', { name: 'Answer 2' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  for (const axis of ['Proactiveness', 'Usefulness', 'Language quality']) {
    await dialog.getByRole('group', { name: axis }).getByLabel('Equal').check();
  }
  const accuracy = dialog.getByRole('group', { name: 'Accuracy' });
  await accuracy.getByLabel('Answer 2').check();
  await dialog.getByRole('button', { name: 'Save' }).click();

  await page.reload();
  await compare.click();
  await expect(accuracy.getByLabel('Answer 2')).toBeChecked();
});
