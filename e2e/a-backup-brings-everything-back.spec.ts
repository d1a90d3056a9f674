import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Download, Locator, Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { acceptUseIn } from './accept-use.ts';
import { expect, test } from './clinic-test.ts';
import type { Site } from './site.ts';

const PASSPHRASE = 'correct horse battery';
const FILM = 'src/testing/golden/plain/image-0.png';

/** As in a browser that has no pickers, for a test cannot answer them. */
async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
  });
}

async function openBackup(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Backup and export…' }).click();
  return page.getByRole('dialog', { name: 'Backup' });
}

async function backUp(page: Page): Promise<Buffer> {
  const dialog = await openBackup(page);
  const passphrase = dialog.getByLabel('Passphrase for backups');
  const now = dialog.getByRole('button', { name: 'Back up now' });
  await expect(passphrase.or(now)).toBeVisible();
  if (await passphrase.isVisible()) {
    await passesAxe(page);
    await passphrase.fill(PASSPHRASE);
    await dialog.getByLabel('The same once more').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Set the passphrase' }).click();
  }
  await now.click();
  await expect(dialog.getByText('Backed up: 2 consultations')).toBeVisible();
  const bytes = await saved(
    page,
    dialog.getByRole('link', { name: /^Save pulsemind-/ }),
  );
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog.getByText('Last backup:')).toBeVisible();
  await page.keyboard.press('Escape');
  return bytes;
}

async function saved(page: Page, link: Locator): Promise<Buffer> {
  const [download]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    link.click(),
  ]);
  return readFile(await download.path());
}

async function choose(dialog: Locator, bytes: Buffer, typed: string): Promise<void> {
  const file = { name: 'a.pulsemind', mimeType: '', buffer: bytes };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('Passphrase or recovery code of the backup').fill(typed);
  await dialog.getByRole('button', { name: 'Read the backup' }).click();
}

/** Another browser profile, which never saw this site. */
async function elsewhere(browser: Browser, site: Site): Promise<Clinic> {
  const context = await browser.newContext({ locale: 'en-US' });
  acceptUseIn(context);
  const page = await context.newPage();
  await withoutPickers(page);
  const clinic = new Clinic(page);
  await clinic.open(site.url);
  return clinic;
}

async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
}

test.beforeEach(({ page }) => withoutPickers(page));

test('a backup restores images, branches and patients elsewhere, and what was erased here', async ({
  clinic,
  page,
  browser,
  site,
}) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');
  const first = await clinic.askAndWait('And in the young?');
  await page.getByRole('button', { name: 'Edit this turn' }).last().click();
  await clinic.ask('And in the old?');
  await clinic.isFinished();
  const second = await clinic.lastWords();
  await clinic.list.getByRole('button', { name: 'New consultation' }).click();
  await clinic.askAndWait('患者胸痛三天');
  const details = await clinic.manage('患者胸痛三天', 'Details');
  await details.getByLabel('Patient').fill('王 A.');
  await details.getByRole('button', { name: 'Save' }).click();
  const archive = await backUp(page);
  expect(archive.includes('What do you see?')).toBe(false);

  const other = await elsewhere(browser, site);
  const dialog = await openBackup(other.page);
  await choose(dialog, archive, 'wrong words');
  await expect(dialog.getByRole('alert').last()).toContainText(
    'neither the passphrase',
  );
  await choose(dialog, archive, PASSPHRASE);
  await expect(dialog.getByText('holds 2 consultations with 8 turns')).toBeVisible();
  await expect(dialog.getByText('1 image, and 1 patient')).toBeVisible();
  await expect(dialog.getByText('Nothing was written so far')).toBeVisible();
  await expect(other.page.getByText('What do you see?')).toHaveCount(0);
  await passesAxe(other.page);
  await dialog.getByRole('button', { name: 'Restore now' }).click();
  await expect(dialog.getByText('2 consultations added')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await other.page.keyboard.press('Escape');
  await showsEverything(other, first, second);
  await other.page.reload();
  await showsEverything(other, first, second);
  await other.page.context().close();

  const erase = await clinic.manage('What do you see?', 'Delete');
  await erase.getByRole('button', { name: 'Delete' }).click();
  await expect(clinic.list.getByRole('listitem')).toHaveCount(1);
  const again = await openBackup(page);
  await choose(again, archive, PASSPHRASE);
  await expect(again.getByText('0 of the consultations are not here')).toBeVisible();
  await again.getByLabel('Restore also what was erased here: 1 consultation').check();
  await again.getByRole('button', { name: 'Restore now' }).click();
  await expect(again.getByText('1 consultation added')).toBeVisible();
  await again.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Escape');
  await showsEverything(clinic, first, second);
});

async function showsEverything(
  clinic: Clinic,
  first: string,
  second: string,
): Promise<void> {
  const { list, page, questions } = clinic;
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: 'What do you see?', exact: true }).click();
  await expect(questions).toContainText(['What do you see?', 'And in the old?']);
  const film = questions.first().getByRole('img', { name: 'image-0.png' });
  await expect(film).toHaveJSProperty('complete', true);
  await expect(film).not.toHaveJSProperty('naturalWidth', 0);
  expect(await clinic.lastWords()).toBe(second);
  await page.getByRole('button', { name: 'Earlier version' }).click();
  await expect(questions.last()).toContainText('And in the young?');
  expect(await clinic.lastWords()).toBe(first);
  await page.getByRole('button', { name: 'Later version' }).click();
  await expect(questions.last()).toContainText('And in the old?');
}

test('a damaged backup is told, and the profile stays as it was', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First.');
  await clinic.list.getByRole('button', { name: 'New consultation' }).click();
  await clinic.askAndWait('Second.');
  const archive = await backUp(page);
  const before = await page.evaluate(everyRecord);
  const dialog = await openBackup(page);
  const flipped = Buffer.from(archive);
  flipped.writeUInt8(flipped.readUInt8(flipped.length - 40) ^ 1, flipped.length - 40);
  for (const [bytes, said] of [
    [archive.subarray(0, archive.length - 9), 'cut short'],
    [flipped, 'damaged or changed'],
    [Buffer.from('not an archive at all'), 'not an archive'],
  ] as const) {
    await choose(dialog, bytes, PASSPHRASE);
    await expect(dialog.getByRole('alert')).toContainText(said);
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
  expect(await page.evaluate(everyRecord)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(clinic.list.getByRole('listitem')).toHaveCount(2);
});

/** Everything of consultations as it lies on disk; runs in the page. */
async function everyRecord(): Promise<string> {
  const asked = indexedDB.open('pulsemind-2');
  await new Promise((resolve) => asked.addEventListener('success', resolve));
  const database = asked.result;
  const stores = ['conversations', 'messages', 'attachments', 'patients', 'erasures'];
  const transaction = database.transaction(stores);
  const read = stores.map(
    (store) =>
      new Promise<unknown>((resolve) => {
        const all = transaction.objectStore(store).getAll();
        all.addEventListener('success', () => resolve(all.result));
      }),
  );
  const text = JSON.stringify(await Promise.all(read), (_key, value: unknown) =>
    value instanceof ArrayBuffer ? [...new Uint8Array(value)].join() : value,
  );
  database.close();
  return text;
}

test('one consultation is exported from its menu, with a label on the answer', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First.');
  await clinic.list.getByRole('button', { name: 'Actions for “First.”' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog).toContainText('not encrypted');
  await dialog.getByRole('button', { name: 'Export this consultation' }).click();
  const link = dialog.getByRole('link', { name: /^Save pulsemind-cases-/ });
  const zip = (await saved(page, link)).toString('latin1');
  expect(zip).toContain('README.txt');
  expect(zip).toContain('"label": "AI draft by Tiny, not reviewed by a clinician"');
});
