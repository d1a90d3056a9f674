import type { Locator } from '@playwright/test';
import { expect, slowTest, test } from './clinic-test.ts';

slowTest.use({ viewport: { width: 900, height: 500 } });

slowTest(
  'the page follows an answer until one scrolls up, and again on request',
  async ({ clinic, page }) => {
    const conversation = page.getByRole('region', { name: 'Conversation' });
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(1500);
    await expect(page.getByText('Writing…')).toBeInViewport();

    await conversation.hover();
    await page.mouse.wheel(0, -400);
    const jump = page.getByRole('button', { name: 'Jump to the latest' });
    await expect(jump).toBeVisible();
    const top = await topOf(clinic.answers.last());
    await clinic.hasGrown((await clinic.lastWords()).length + 300);
    expect(await topOf(clinic.answers.last())).toBe(top);

    await jump.click();
    await expect(jump).toHaveCount(0);
    await expect(page.getByText('Writing…')).toBeInViewport();
    await clinic.stopButton.click();
  },
);

test('what is copied says that it is a draft', async ({ clinic, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const answer = await clinic.askAndWait('What causes chest pain?');

  await page.getByRole('button', { name: 'Copy' }).click();

  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toContain(answer.trim());
  expect(copied).toContain('[AI draft by Tiny, not reviewed by a clinician]');
});

test('a screen reader hears that the answer is finished', async ({ clinic, page }) => {
  await clinic.askAndWait('What causes chest pain?');

  const heard = page.getByRole('status').filter({ hasText: 'The answer is finished.' });
  await expect(heard).toHaveCount(1);
});

test('on a phone the list lies over the page and closes when one is chosen', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First case');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'New consultation' }).click();
  await expect(clinic.answers).toHaveCount(0);

  await page.getByRole('button', { name: 'Open the list of consultations' }).click();
  await clinic.list.getByRole('button', { name: 'First case', exact: true }).click();

  await expect(clinic.list).toHaveCount(0);
  await expect(clinic.questions).toContainText(['First case']);
});

async function topOf(element: Locator): Promise<number | undefined> {
  return (await element.boundingBox())?.y;
}
