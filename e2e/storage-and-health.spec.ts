import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';

async function openHealth(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Storage and health' }).click();
  return page.getByRole('dialog', { name: 'Storage and health' });
}

async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
}

/** Turns one bit of every image, as a failing disk would; runs in the page. */
async function damageImages(): Promise<void> {
  const asked = indexedDB.open('pulsemind-2');
  await new Promise((resolve) => asked.addEventListener('success', resolve));
  const transaction = asked.result.transaction('attachments', 'readwrite');
  const cursors = transaction.objectStore('attachments').openCursor();
  cursors.addEventListener('success', () => {
    const cursor = cursors.result;
    if (cursor === null) return;
    const record = cursor.value as { sealedBytes: ArrayBuffer };
    const bytes = new Uint8Array(record.sealedBytes);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    cursor.update(record);
    cursor.continue();
  });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  asked.result.close();
}

test('says what is kept, checks it, and names what is damaged', async ({
  clinic,
  page,
}) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');
  const health = await openHealth(page);
  await expect(health).toContainText('1 consultation, 1 image');
  await expect(health).toContainText('Not checked yet.');
  await passesAxe(page);
  await health.getByRole('button', { name: 'Check everything now' }).click();
  await expect(health).toContainText(
    'Everything is whole: 1 consultation, 2 turns and 1 image',
  );
  await expect(health).toContainText('everything was whole.');

  await page.evaluate(damageImages);
  await health.getByRole('button', { name: 'Check everything now' }).click();
  await expect(health.getByRole('alert')).toContainText(
    'A damaged image in “What do you see?”',
  );
  await expect(health).toContainText('1 damaged places.');
  await passesAxe(page);
});

test('what was erased has a certificate, and erasing everything leaves nothing', async ({
  clinic,
  page,
  site,
}) => {
  await clinic.askAndWait('First.');
  await clinic.page.getByRole('button', { name: 'New consultation' }).first().click();
  await clinic.askAndWait('Second.');
  const dialog = await clinic.manage('First.', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(clinic.list.getByRole('button', { name: 'First.' })).toHaveCount(0);

  const health = await openHealth(page);
  await health.getByText('Certificates of what was erased').click();
  const saving = page.waitForEvent('download');
  await health.getByRole('button', { name: 'Save the certificate' }).click();
  const one = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as object;
  expect(one).toMatchObject({ erased: 'consultation', counts: { turns: 2 } });

  const other = new Clinic(await page.context().newPage());
  await other.page.goto(site.url);
  await expect(other.list).toContainText('Second.');

  const eraser = health.getByRole('group').filter({ hasText: 'destroyed first' });
  await health.getByText('Erase everything').first().click();
  const erase = eraser.getByRole('button', { name: 'Erase everything' });
  await expect(erase).toBeDisabled();
  await eraser.getByLabel('Type ERASE to confirm').fill('erase');
  await erase.click();
  await expect(
    page.getByRole('heading', { name: /Everything is erased/ }),
  ).toBeVisible();
  await passesAxe(page);
  const savingAll = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the certificate' }).click();
  const all = await readFile(await (await savingAll).path(), 'utf8');
  expect(JSON.parse(all)).toMatchObject({
    format: 'pulsemind-erasure-certificate',
    erased: 'everything',
    counts: { consultations: 1, turns: 2 },
  });
  await expect(other.list).toContainText('Nothing here yet');

  await other.page.close();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await clinic.isReady();
  await expect(clinic.list).toContainText('Nothing here yet');
  await clinic.askAndWait('A new beginning.');
});

test('the record of use is saved as a file that can be checked', async ({
  clinic,
  page,
}) => {
  await clinic.askAndWait('First.');
  await page.getByRole('button', { name: 'Security' }).click();
  await page.getByText('Record of use').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const lines = text.trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'pulsemind-audit' });
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ what: 'ask' }),
  );
});
