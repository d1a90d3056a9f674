import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, writeTinyFolder } from './clinic-test.ts';

test('a Hugging Face folder is converted, loaded, remembered and removed', async ({
  clinic,
  page,
}) => {
  const parent = await mkdtemp(join(tmpdir(), 'pulsemind-folder-'));
  const folder = join(parent, 'Other-Model');
  await writeTinyFolder(folder, { seed: 2, layers: 2, isEndless: false });
  const before = await clinic.askAndWait('What causes chest pain?');

  const dialog = await clinic.openCheckpoints();
  await dialog.getByLabel('Choose folder').last().setInputFiles(folder);

  const row = dialog.getByRole('listitem').filter({ hasText: 'Other-Model' });
  await expect(row).toContainText('In use', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(clinic.model).toContainText('Other-Model');
  await clinic.isReady();
  await clinic.list.getByRole('button', { name: 'New consultation' }).click();
  expect(await clinic.askAndWait('What causes chest pain?')).not.toBe(before);

  await page.reload();
  await clinic.isReady();
  await expect(clinic.model).toContainText('Other-Model');

  await clinic.openCheckpoints();
  await dialog.getByRole('button', { name: 'Verify Other-Model' }).click();
  await expect(page.getByRole('log')).toContainText('every chunk matches');
  await dialog.getByRole('button', { name: 'Remove Other-Model' }).click();
  const sure = page.getByRole('dialog', { name: 'Remove this checkpoint?' });
  await sure.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await rm(parent, { recursive: true });
});

test('a folder without a checkpoint is refused with what is missing', async ({
  clinic,
}) => {
  const dialog = await clinic.openCheckpoints();
  await dialog.getByLabel('Choose folder').last().setInputFiles('src/ui/strings');

  await expect(dialog.getByRole('alert')).toBeVisible();
});

test('a damaged weight file is named, and fetched again', async ({ clinic, page }) => {
  await page.evaluate(truncateAWeightFile);
  await page.reload();

  const alert = page.getByRole('alert').filter({ hasText: 'Damaged data' });
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: 'Fetch again' }).click();

  await clinic.isReady();
  await clinic.askAndWait('Does it answer?');
});

/** Cuts the largest file in OPFS short; runs in the page. */
async function truncateAWeightFile(): Promise<void> {
  const files: { handle: FileSystemFileHandle; size: number }[] = [];
  const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemDirectoryHandle) await visit(handle);
      if (!(handle instanceof FileSystemFileHandle)) continue;
      files.push({ handle, size: (await handle.getFile()).size });
    }
  };
  await visit(await navigator.storage.getDirectory());
  const largest = files.toSorted((a, b) => b.size - a.size)[0];
  if (largest === undefined) throw new Error('OPFS holds no file');
  const writer = await largest.handle.createWritable({ keepExistingData: true });
  await writer.truncate(Math.floor(largest.size / 2));
  await writer.close();
}
