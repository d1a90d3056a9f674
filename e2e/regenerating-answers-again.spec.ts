import { expect, slowTest, test } from './clinic-test.ts';

slowTest('regenerating begins the last answer anew', async ({ clinic, page }) => {
  await clinic.ask('Tell me everything.');
  await clinic.hasGrown(200);
  await clinic.stopButton.click();
  await clinic.isFinished();
  const before = await clinic.lastWords();

  await page.getByRole('button', { name: 'Regenerate' }).click();

  await expect(clinic.answers.last()).toHaveAttribute('aria-busy', 'true');
  await clinic.hasGrown(before.length);
  await clinic.stopButton.click();
  await clinic.isFinished();
  expect(await clinic.lastWords()).toContain(before.slice(0, 150));
  await expect(clinic.answers).toHaveCount(1);
  await expect(clinic.questions).toHaveCount(1);
});

test('an edited turn begins a branch, and the other one stays', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('What causes chest pain?');
  const first = await clinic.askAndWait('And in the young?');

  await page.getByRole('button', { name: 'Edit this turn' }).last().click();
  await expect(clinic.message).toHaveValue('And in the young?');
  await clinic.ask('And in the old?');
  await clinic.isFinished();

  await expect(clinic.questions).toHaveCount(2);
  await expect(clinic.questions.last()).toContainText('And in the old?');
  await expect(clinic.answers).toHaveCount(2);
  expect(await clinic.lastWords()).not.toBe(first);

  await page.getByRole('button', { name: 'Earlier version' }).click();
  await expect(clinic.questions.last()).toContainText('And in the young?');
  expect(await clinic.lastWords()).toBe(first);

  await page.reload();
  await expect(clinic.questions.last()).toContainText('And in the young?');
  await expect(page.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible();
});

test('Escape leaves an edited turn as it was', async ({ clinic, page }) => {
  await clinic.askAndWait('What causes chest pain?');
  await page.getByRole('button', { name: 'Edit this turn' }).click();
  await clinic.message.fill('Something else');

  await clinic.message.press('Escape');

  await expect(clinic.questions).toContainText(['What causes chest pain?']);
  await expect(page.getByText('Editing a turn')).toHaveCount(0);
});
