import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { expect, slowTest, test } from './clinic-test.ts';

const PASSPHRASE = 'correct horse battery';
const FILM = 'src/testing/golden/plain/image-0.png';

/** Sets a passphrase and gives the recovery code. */
async function protect(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('The same once more').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  const code = dialog.getByRole('status', { name: 'Recovery code' });
  await expect(code).toHaveText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  const shown = await code.innerText();
  await dialog.getByRole('button', { name: 'I have written it down' }).click();
  return shown;
}

function lockField(page: Page): Locator {
  return page.getByLabel('Passphrase or recovery code');
}

async function unlock(page: Page, typed: string): Promise<void> {
  await lockField(page).fill(typed);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
}

test('a passphrase is asked for, at a lock and at every visit', async ({
  clinic,
  page,
}) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');
  await page.getByRole('button', { name: 'Security' }).click();
  await expect(page.getByRole('dialog', { name: 'Security' })).toBeVisible();
  await passesAxe(page);
  await page.keyboard.press('Escape');
  const code = await protect(page);
  await clinic.message.fill('Typed, not sent');
  await page.keyboard.press('Control+Shift+L');

  await expect(lockField(page)).toBeFocused();
  await expect(page.getByText('What do you see?')).toHaveCount(0);
  await expect(page.getByRole('img')).toHaveCount(0);
  await passesAxe(page);
  await unlock(page, 'wrong');
  await expect(page.getByRole('alert')).toContainText('neither the passphrase nor');
  await unlock(page, PASSPHRASE);
  await expect(clinic.message).toHaveValue('Typed, not sent');
  await expect(clinic.questions).toContainText(['What do you see?']);
  const film = clinic.questions.first().getByRole('img', { name: 'image-0.png' });
  await expect(film).toBeVisible();
  await clinic.askAndWait('And now?');

  await page.reload();
  await expect(lockField(page)).toBeVisible();
  await unlock(page, code.toLowerCase());
  await expect(clinic.questions).toContainText(['What do you see?', 'And now?']);
});

test('every tab locks, with a dialog open or not', async ({ clinic, page, site }) => {
  await clinic.askAndWait('First.');
  await protect(page);
  const other = new Clinic(await page.context().newPage());
  await other.page.goto(site.url);
  await unlock(other.page, PASSPHRASE);
  await other.isReady();
  await other.openCheckpoints();
  await page.getByRole('button', { name: 'Lock now' }).click();

  await expect(lockField(page)).toBeVisible();
  await expect(lockField(other.page)).toBeVisible();
  await expect(other.page.getByRole('dialog')).toHaveCount(0);
});

test('the record of use is shown, and a removed entry is found', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First.');
  const security = page.getByRole('button', { name: 'Security' });
  const record = page.getByText('Record of use');
  await security.click();
  await record.click();
  await expect(page.getByText('none was removed')).toBeVisible();
  const entries = page.getByRole('list', { name: 'Record of use' });
  await expect(entries).toContainText('Asked in First.');
  await expect(entries).toContainText('Model loaded: Tiny');
  await passesAxe(page);
  await page.keyboard.press('Escape');

  await page.evaluate(removeEntry, 2);
  await security.click();
  await record.click();
  await expect(page.getByText('Entry 2 was removed.')).toBeVisible();
});

/** What somebody with the browser's tools would do; runs in the page. */
async function removeEntry(seq: number): Promise<void> {
  const asked = indexedDB.open('pulsemind-2');
  await new Promise((resolve) => asked.addEventListener('success', resolve));
  const transaction = asked.result.transaction('audit', 'readwrite');
  transaction.objectStore('audit').delete(seq);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  asked.result.close();
}

test('five minutes without input lock the page, whatever has the focus', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First.');
  await protect(page);
  await page.clock.install();
  await page.reload();
  await unlock(page, PASSPHRASE);
  await clinic.message.fill('half a sentence');
  await expect(clinic.message).toBeFocused();
  await page.clock.fastForward('04:50');
  await expect(clinic.message).toBeVisible();
  await page.clock.fastForward('00:15');
  await expect(lockField(page)).toBeVisible();
  await unlock(page, PASSPHRASE);
  await expect(clinic.message).toHaveValue('half a sentence');
});

slowTest(
  'a running answer stops at a lock and stays as far as it came',
  async ({ clinic, page }) => {
    await protect(page);
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(60);
    const before = await clinic.lastWords();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await expect(lockField(page)).toBeVisible();
    await expect(page.getByText('Tell me everything.')).toHaveCount(0);

    await unlock(page, PASSPHRASE);
    await expect(clinic.answers.last()).toContainText('You stopped this');
    expect((await clinic.lastWords()).startsWith(before)).toBe(true);
    await clinic.isReady();
    await clinic.ask('Go on.');
    await clinic.hasGrown(20);
  },
);

slowTest(
  'five minutes without input lock it with a dialog open and an answer running',
  async ({ clinic, page }) => {
    await protect(page);
    await page.clock.install();
    await page.reload();
    await unlock(page, PASSPHRASE);
    await clinic.isReady();
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(20);
    await page.getByRole('button', { name: 'Security' }).click();
    await expect(page.getByRole('dialog', { name: 'Security' })).toBeVisible();
    await page.clock.fastForward('05:05');
    await expect(lockField(page)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Tell me everything.')).toHaveCount(0);

    await unlock(page, PASSPHRASE);
    await expect(clinic.answers.last()).toContainText('You stopped this');
  },
);
