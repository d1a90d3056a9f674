import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function open(clinic: Clinic): Promise<Locator> {
  const { page } = clinic;
  await clinic.answers
    .last()
    .getByRole('button', { name: 'How this answer was made' })
    .click();
  return page.getByRole('dialog', { name: 'How this answer was made' });
}

test('an answer says how it was made, and the same comes out when it is made again', async ({
  clinic,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await clinic.askAndWait('My chest hurts.');
  await clinic.askAndWait('Since yesterday.');
  const dialog = await open(clinic);
  await expect(dialog).toContainText(/SHA-256 of its manifest\s*[0-9a-f]{64}/);
  await expect(dialog).toContainText(/CPU \(WebAssembly\), onnxruntime-web \d/);
  await expect(dialog).toContainText('temperature 0.1, top-k 1');
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'Copy as JSON' }).click();
  const copied: unknown = JSON.parse(
    await page.evaluate(() => navigator.clipboard.readText()),
  );
  expect(copied).toMatchObject({
    aiGenerated: true,
    madeBy: { checkpoint: 'Tiny', origin: { sampling: { seed: 0 } } },
  });

  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(dialog.getByText('Identical, token for token.')).toBeVisible({
    timeout: 90_000,
  });
  await expect(dialog.getByText('are the same as then')).toBeVisible();
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'Keep it as another version' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(clinic.answers.last()).toContainText('2/2');
  await expect(clinic.message).toBeFocused();
});

test('whether it looked is answered in words and numbers, and nothing is kept', async ({
  clinic,
  page,
}) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What is this?');
  const dialog = await open(clinic);
  const look = dialog.locator('section').filter({ hasText: 'Did it look?' });
  await look.getByRole('button', { name: 'Begin' }).click();
  await look.getByRole('button', { name: 'Stop' }).click();
  await expect(look.getByRole('table')).toHaveCount(0);
  await look.getByRole('button', { name: 'Begin' }).click();
  await expect(look.getByRole('row')).toHaveCount(4, { timeout: 90_000 });
  await expect(look.getByRole('row', { name: /^with the picture/ })).toContainText(
    /-\d+\.\d{3}/,
  );
  await expect(look).toContainText(/The answer (hardly )?depended/);
  await expect(look).toContainText('was never taught to see');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(clinic.answers).toHaveCount(1);
});

test('how sure the model was of each word is shown, and read with arrow keys', async ({
  clinic,
  page,
}) => {
  const words = await clinic.askAndWait('My chest hurts.');
  const answer = clinic.answers.last();
  const toggle = answer.getByRole('button', {
    name: 'How sure the model was of each word',
  });
  await toggle.focus();
  await page.keyboard.press('Enter');
  const shaded = answer.getByRole('region', {
    name: 'How sure the model was of each word',
  });
  await expect(shaded).toContainText('not whether what it says is true', {
    timeout: 90_000,
  });
  await expect(shaded).toContainText(/\d+ of \d+ tokens had a probability below 50%/);
  const tokens = shaded.getByRole('group');
  await expect
    .poll(async () => (await tokens.innerText()).replaceAll(/\s/g, '').slice(0, 20))
    .toBe(words.replaceAll(/\s/g, '').slice(0, 20));
  await tokens.focus();
  await page.keyboard.press('ArrowRight');
  await expect(shaded.getByRole('status').nth(1)).toContainText(/“.+”, [\d.]+\s?%/);
  await isAccessible(page);
  await answer.getByRole('button', { name: 'Show the answer as text' }).click();
  await expect(shaded).toHaveCount(0);
});

test('what is copied of an answer carries its label, whole or a part, in text and in HTML', async ({
  clinic,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await clinic.askAndWait('My chest hurts.');
  const answer = clinic.answers.last();
  const label = '[AI draft by Tiny, not reviewed by a clinician]';
  await answer.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => copiedAs(page, 'text/plain')).toContain(label);
  await expect.poll(() => copiedAs(page, 'text/html')).toContain(label);

  await answer.evaluate((article) => {
    const range = document.createRange();
    const first = article.querySelector('[data-answer-words]')?.firstElementChild;
    range.selectNodeContents(first ?? article);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+c');
  await expect.poll(() => copiedAs(page, 'text/plain')).toContain(label);

  await answer.getByRole('button', { name: 'Reviewed: accept' }).click();
  await answer.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => copiedAs(page, 'text/plain'))
    .toMatch(/\[AI draft by Tiny, reviewed by a clinician .+: accepted\]/);
});

/** Empty while the clipboard changes. */
function copiedAs(page: Page, type: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    try {
      for (const item of await navigator.clipboard.read()) {
        if (item.types.includes(wanted)) return (await item.getType(wanted)).text();
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    return '';
  }, type);
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
