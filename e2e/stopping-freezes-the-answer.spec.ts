import { expect, slowTest } from './clinic-test.ts';

slowTest('stopping freezes the answer', async ({ clinic, page }) => {
  await clinic.ask('Tell me everything.');
  await clinic.hasGrown(200);

  await clinic.stopButton.click();

  await expect(page.getByText('You stopped this answer here.')).toBeVisible({
    timeout: 2000,
  });
  const frozen = await clinic.lastWords();
  await page.waitForTimeout(1500);
  expect(await clinic.lastWords()).toBe(frozen);
});

slowTest('a stopped consultation goes on with the next turn', async ({ clinic }) => {
  await clinic.ask('Tell me everything.');
  await clinic.hasGrown(50);
  await clinic.stopButton.click();
  await clinic.isFinished();

  await clinic.ask('And briefly?');

  await clinic.hasGrown(50);
  await expect(clinic.answers).toHaveCount(2);
  await clinic.stopButton.click();
});

slowTest('deleting a consultation stops its answer', async ({ clinic, page }) => {
  await clinic.ask('Tell me everything.');
  await clinic.hasGrown(50);

  const dialog = await clinic.manage('Tell me everything.', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();

  await expect(clinic.list).not.toContainText('Tell me everything.');
  await expect(clinic.answers).toHaveCount(0);
  await expect(clinic.stopButton).toHaveCount(0);
  await expect(
    page.getByRole('heading', { name: 'What is the question?' }),
  ).toBeVisible();
});
