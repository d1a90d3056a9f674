import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, slowTest, test } from './clinic-test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('the meter says how much is used, and a full consultation goes on with an approved summary', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('My chest hurts.');
  const meter = page.getByRole('meter', { name: 'Context used' });
  const used = async () => Number(await meter.getAttribute('aria-valuenow'));
  const before = await used();
  expect(before).toBeGreaterThan(0);
  await clinic.message.fill('And my arm. '.repeat(40));
  expect(await used()).toBeGreaterThan(before);

  const limit = Number(await meter.getAttribute('aria-valuemax'));
  const goOn = page.getByRole('button', { name: 'Go on with a summary…' });
  await expect(goOn).toHaveCount(0);
  await clinic.message.fill('word '.repeat(limit));
  await expect(page.getByText('nearly fills what the model can read')).toBeVisible();
  await isAccessible(page);
  await clinic.message.fill('And now?');
  await expect(goOn).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('summary');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Go on in a new consultation' });
  const approve = dialog.getByRole('button', { name: 'Approve and go on' });
  await expect(dialog.getByText('The summary is written.')).toBeVisible({
    timeout: 90_000,
  });
  await dialog.getByRole('textbox', { name: 'Summary' }).fill('54 years, chest pain.');
  await isAccessible(page);
  await approve.click();

  await expect(clinic.questions).toHaveCount(0); // nothing was sent
  await expect(clinic.message).toHaveValue(
    'Summary of an earlier consultation, checked by the doctor:\n\n54 years, chest pain.\n\nAnd now?',
  );
  await expect(clinic.message).toBeFocused();
});

test('a passage is quoted into the next turn, where the cursor is', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('Since Tuesday\nmy chest hurts.');
  await clinic.message.fill('You wrote:');
  await choosePassage(page);
  await page.getByRole('button', { name: 'Quote the selection' }).click();
  await expect(clinic.message).toHaveValue('You wrote:\n\n> my chest hurts.\n\n');
  await expect(clinic.message).toBeFocused();

  await clinic.message.fill('');
  await choosePassage(page);
  await page.keyboard.press('Control+Shift+9');
  await expect(clinic.message).toHaveValue('> my chest hurts.\n\n');

  await clinic.message.fill('');
  await clinic.questions.first().getByRole('button', { name: 'Quote' }).focus();
  await page.keyboard.press('Enter');
  await expect(clinic.message).toHaveValue('> Since Tuesday\n> my chest hurts.\n\n');
});

test('templates and commands are found by a slash, by Ctrl+K and in the list of shortcuts', async ({
  clinic,
  page,
}) => {
  const commands = page.getByRole('listbox', { name: 'Commands' });
  await clinic.message.focus();
  await page.keyboard.type('/diff');
  await expect(commands.getByRole('option')).toHaveCount(1);
  await isAccessible(page);
  await composeEnter(page);
  await expect(clinic.message).toHaveValue('/diff'); // nothing chosen, nothing sent
  await expect(clinic.questions).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(commands).toHaveCount(0);
  await page.keyboard.type('e');
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Differential diagnosis' });
  await dialog.getByRole('textbox', { name: 'Age' }).fill('54');
  await isAccessible(page);
  await page.keyboard.press('Enter');
  await expect(clinic.message).toHaveValue(
    /^Patient: 54, not given\. Complaint: not given/,
  );
  await expect(clinic.message).toBeFocused();
  await clinic.message.fill('');

  await page.keyboard.press('Control+k');
  const find = page.getByRole('combobox', { name: /^Find a command/ });
  await expect(find).toBeFocused();
  await isAccessible(page);
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(shortcuts).toHaveCount(0);

  await clinic.message.focus();
  await page.keyboard.type('?');
  await expect(clinic.message).toHaveValue('?');
  await clinic.message.fill('');
  await page.locator('#conversation').focus();
  await page.keyboard.press('?');
  await shortcuts.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('#conversation').focus();
  await page.keyboard.press('?');
  await expect(shortcuts).toHaveCount(0);
});

slowTest(
  'the next question waits, and a stopped answer goes on',
  async ({ clinic, page }) => {
    const waiting = page.getByRole('region', { name: 'Asked next' });
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(50);
    await clinic.message.fill('And briefly?');
    await composeEnter(page);
    await expect(waiting).toHaveCount(0);
    await clinic.message.press('Enter');
    await expect(waiting).toContainText('And briefly?');
    await expect(clinic.message).toHaveValue('');
    await isAccessible(page);

    await waiting.getByRole('button', { name: 'Edit what is asked next' }).click();
    await expect(waiting).toHaveCount(0);
    await clinic.message.fill('And in one line?');
    await page.getByRole('button', { name: 'Ask next' }).click();
    await clinic.stopButton.click();
    await clinic.isFinished();
    await expect(clinic.questions).toHaveCount(1); // a stop asks nothing
    await page.waitForTimeout(1500); // drafts are written within a second
    await page.reload();
    await clinic.isReady();
    await expect(waiting).toContainText('And in one line?');

    const stopped = await clinic.lastWords();
    await page.getByRole('button', { name: 'Continue the answer' }).click();
    await clinic.hasGrown(stopped.length + 50);
    await clinic.stopButton.click();
    await clinic.isFinished();
    expect((await clinic.lastWords()).startsWith(stopped.trim().slice(0, 40))).toBe(
      true,
    );
    await expect(clinic.answers).toHaveCount(1);
    await expect(clinic.answers.last()).toContainText('continued once');

    await waiting.getByRole('button', { name: 'Ask now' }).click();
    await expect(clinic.questions.last()).toContainText('And in one line?');
    await expect(waiting).toHaveCount(0);
    await clinic.hasGrown(20);
    await clinic.stopButton.click();
  },
);

/** As a mouse does it: three clicks take a line. */
async function choosePassage(page: Page): Promise<void> {
  await page
    .getByRole('article', { name: 'You' })
    .getByText('my chest hurts')
    .click({ clickCount: 3 });
}

/** An Enter that picks a candidate of an input method. */
async function composeEnter(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).evaluate((area) => {
    const enter = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
    area.dispatchEvent(new KeyboardEvent('keydown', enter));
  });
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    ),
  ).toEqual([]);
}
