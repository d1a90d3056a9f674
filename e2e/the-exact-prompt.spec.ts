import { expect, test } from './clinic-test.ts';

test('the exact prompt shows special tokens, facts and turns, of the next and of a past answer', async ({
  clinic,
  page,
}) => {
  await page.getByRole('button', { name: 'Show the case' }).click();
  const panel = page.getByRole('complementary', { name: 'Case' });
  await panel.getByLabel('Known allergies').fill('penicillin');
  await clinic.askAndWait('Sore throat');
  await panel.getByLabel('Known allergies').fill('none');
  await clinic.message.fill('And now?');
  await panel.getByRole('button', { name: 'Exact prompt of the next answer' }).click();
  const next = page.getByRole('dialog', { name: 'Exact prompt of the next answer' });
  const text = next.getByLabel('Exact prompt', { exact: true });
  await expect(text).toContainText('- Allergies: none');
  await expect(text).toContainText('<|im_start|>');
  await expect(text).toContainText('And now?');
  await expect(next.getByRole('status')).toHaveText(/^[\d,]+ tokens$/);
  await page.keyboard.press('Escape');

  const answer = clinic.answers.first();
  await expect(answer).toContainText('changed since');
  await answer.getByRole('button', { name: 'Exact prompt' }).click();
  const past = page.getByRole('dialog', { name: 'Exact prompt of this answer' });
  await expect(past).toContainText('- Allergies: penicillin');
  await expect(past).not.toContainText('And now?');
  await expect(past).not.toContainText('with another checkpoint');
});
