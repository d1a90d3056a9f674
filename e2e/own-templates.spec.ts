import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

async function openTemplates(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Own templates…' }).click();
  return page.getByRole('dialog', { name: 'Own templates' });
}

/** Writes a template in the open list. */
async function write(dialog: Locator, title: string, text: string): Promise<void> {
  await dialog.getByRole('button', { name: 'New template' }).click();
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Text').fill(text);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText(title, { exact: true })).toBeVisible();
}

const titles = (dialog: Locator) =>
  dialog.getByRole('list', { name: 'Own templates' }).getByRole('listitem');

test('a template of one’s own is written, kept, asked for its places and inserted', async ({
  clinic,
  page,
}) => {
  const dialog = await openTemplates(page);
  await write(dialog, 'Ward round', 'Bed {{bed}}: {{age}}, {{findings}}.');
  await expect(dialog).toContainText('Asked for: bed, age, findings');
  await page.reload();
  await clinic.isReady();

  await clinic.message.fill('/ward');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Ward round' });
  await form.getByLabel('bed').fill('7');
  await form.getByLabel('Findings so far').fill('clear lungs');
  await form.getByRole('button', { name: 'Insert' }).click();

  await expect(clinic.message).toHaveValue('Bed 7: not given, clear lungs.');
});

test('templates are put in order, edited and deleted', async ({ clinic, page }) => {
  await clinic.isReady();
  const dialog = await openTemplates(page);
  await write(dialog, 'First', 'One');
  await write(dialog, 'Second', 'Two');

  await dialog.getByRole('button', { name: 'Move Second up' }).click();
  await expect(titles(dialog).first()).toContainText('Second');
  await dialog.getByRole('button', { name: 'Edit First' }).click();
  await dialog.getByLabel('Text').fill('Changed');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(titles(dialog).last()).toContainText('Changed');
  await dialog.getByRole('button', { name: 'Delete Second' }).click();
  await page
    .getByRole('dialog', { name: 'Delete Second' })
    .getByRole('button', { name: 'Delete' })
    .click();

  await expect(titles(dialog)).toHaveCount(1);
  await expect(titles(dialog)).toContainText('First');
});

test('templates go to a colleague as a file, and a file that is none says so', async ({
  clinic,
  page,
}) => {
  await clinic.isReady();
  const dialog = await openTemplates(page);
  await write(dialog, 'Given away', 'Text with {{年龄}}');
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  await dialog.getByRole('button', { name: 'Delete Given away' }).click();
  await page
    .getByRole('dialog', { name: 'Delete Given away' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(titles(dialog)).toHaveCount(0);

  const choose = dialog.locator('input[type=file]');
  const file = (content: string) => ({
    name: 'templates.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  await choose.setInputFiles(file('{}'));
  await expect(dialog.getByRole('status')).toContainText('holds no templates');
  await choose.setInputFiles(file(text));
  await expect(dialog.getByRole('status')).toContainText('1 template was added.');
  await expect(titles(dialog)).toContainText('Given away');
});

test('what a template says lies nowhere in the clear', async ({ clinic, page }) => {
  const secret = 'Mrs Quintessa';
  await keepSecret(clinic, page, secret);
  const found = await page.evaluate(async (text) => {
    const names = (await indexedDB.databases()).flatMap(({ name = '' }) => name);
    const decoder = new TextDecoder('utf-8');
    const texts: string[] = [];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer) texts.push(decoder.decode(value));
      else if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) {
        for (const part of Object.values(value)) read(part);
      }
    };
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => all.addEventListener('success', resolve));
        read(all.result);
      }
      database.close();
    }
    return { isClear: texts.some((one) => one.includes(text)), count: texts.length };
  }, secret);
  expect(found.count).toBeGreaterThan(0);
  expect(found.isClear).toBe(false);
});

async function keepSecret(clinic: Clinic, page: Page, secret: string): Promise<void> {
  await clinic.isReady();
  const dialog = await openTemplates(page);
  await write(dialog, 'Private', `About ${secret}: {{question}}`);
  await page.keyboard.press('Escape');
}
