import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sha256Hex } from '../src/base/sha256.ts';
import { convertCheckpoint } from '../src/checkpoint/convert.ts';
import { MemorySink } from '../src/checkpoint/sink.ts';
import { tinyCheckpoint, type TinyShape } from '../src/testing/tiny-checkpoint.ts';
import { expect, test } from './clinic-test.ts';

/** Of many small matrices: it takes seconds, and nobody loads it here. */
const SHAPE = { seed: 6, layers: 300, isEndless: false };

/** Converts for a while, pauses, and gives the row that says so. */
async function pauseHalfway(
  page: Page,
  dialog: Locator,
  name: string,
): Promise<Locator> {
  await expect(dialog.getByText(/model\.layers\.\d+/)).toBeVisible({ timeout: 30_000 });
  const pause = dialog.getByRole('button', { name: `Pause converting ${name}` });
  await pause.focus();
  await page.keyboard.press('Enter');
  const row = dialog.getByRole('listitem').filter({ hasText: 'Not complete' });
  await expect(row).toContainText(name, { timeout: 10_000 });
  await expect(row).toContainText(/ of .* is here/);
  return row;
}

/** SHA-256 of every file of the checkpoint whose folder begins so; runs in the page. */
async function hashesOf(beginning: string): Promise<Record<string, string>> {
  const root = await navigator.storage.getDirectory();
  const checkpoints = await root.getDirectoryHandle('checkpoints');
  const hashes: Record<string, string> = {};
  for await (const folder of checkpoints.values()) {
    if (!(folder instanceof FileSystemDirectoryHandle)) continue;
    if (!folder.name.startsWith(beginning)) continue;
    for await (const file of folder.values()) {
      if (!(file instanceof FileSystemFileHandle)) continue;
      if (file.name === 'origin.json') continue; // says when
      const bytes = await (await file.getFile()).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      hashes[file.name] = [...hash]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    }
  }
  return hashes;
}

/** The same of a conversion that nobody stopped. */
async function uninterrupted(name: string): Promise<Record<string, string>> {
  const sink = new MemorySink();
  await convertCheckpoint(folderOf(SHAPE), sink, { bits: 'mixed', name });
  const hashes: Record<string, string> = {};
  for (const [file, blob] of sink.files) {
    hashes[file] = await sha256Hex(new Uint8Array(await blob.arrayBuffer()));
  }
  return hashes;
}

function folderOf(shape: TinyShape): ReadonlyMap<string, Blob> {
  return new Map(
    [...tinyCheckpoint(shape)].map(([file, bytes]) => [
      file,
      new Blob([bytes as Uint8Array<ArrayBuffer>]),
    ]),
  );
}

/** Lets the page's folder dialog give a folder that the browser keeps a handle of. */
async function offerFolder(page: Page, name: string): Promise<void> {
  const files = [...tinyCheckpoint(SHAPE)].map(
    ([file, bytes]) => [file, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.evaluate(
    async ({ folder, rows }) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getDirectoryHandle(folder, { create: true });
      for (const [file, text] of rows) {
        const writer = await (
          await handle.getFileHandle(file, { create: true })
        ).createWritable();
        await writer.write(Uint8Array.from(atob(text), (c) => c.codePointAt(0) ?? 0));
        await writer.close();
      }
      Object.assign(globalThis, { showDirectoryPicker: async () => handle });
    },
    { folder: name, rows: files },
  );
}

test('a conversion is paused, goes on after a reload, and ends with the same bytes', async ({
  clinic,
  page,
}) => {
  test.setTimeout(120_000);
  await offerFolder(page, 'Paused-1');
  const dialog = await clinic.openCheckpoints();
  await dialog.getByRole('button', { name: 'Choose folder' }).click();
  const row = await pauseHalfway(page, dialog, 'Paused-1');
  const goOn = row.getByRole('button', { name: 'Go on converting Paused-1' });
  await expect(goOn).toBeFocused();

  await page.reload();
  await clinic.isReady();
  await clinic.openCheckpoints();
  await goOn.click();
  await expect(dialog.getByRole('button', { name: 'Verify Paused-1' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(dialog.getByText('Not complete')).toHaveCount(0);
  const paused = await page.evaluate(hashesOf, 'converted-paused-1');

  expect(paused).toEqual(await uninterrupted('Paused-1'));
});

test('a browser without handles asks for the folder again; another folder is refused', async ({
  clinic,
  page,
}) => {
  test.setTimeout(120_000);
  const parent = await mkdtemp(join(tmpdir(), 'pulsemind-picked-'));
  const folder = join(parent, 'Picked');
  await mkdir(folder);
  for (const [name, bytes] of tinyCheckpoint(SHAPE)) {
    await writeFile(join(folder, name), bytes);
  }
  const dialog = await clinic.openCheckpoints();
  await dialog.getByLabel('Choose folder').last().setInputFiles(folder);
  await pauseHalfway(page, dialog, basename(folder));
  await page.reload();
  await clinic.isReady();
  await clinic.openCheckpoints();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Not complete' });
  await expect(row).toContainText('the same folder once more');

  await writeFile(join(folder, 'README.md'), 'Changed meanwhile.');
  await row.getByLabel('Choose the folder to go on').last().setInputFiles(folder);
  await expect(dialog.getByRole('alert')).toContainText(
    'not the folder that was begun with',
  );
  await rm(join(folder, 'README.md'));
  await row.getByLabel('Choose the folder to go on').last().setInputFiles(folder);
  await expect(dialog.getByRole('button', { name: 'Verify Picked' })).toBeVisible({
    timeout: 60_000,
  });
  await rm(parent, { recursive: true });
});

test('a conversion that is discarded leaves nothing behind', async ({
  clinic,
  page,
}) => {
  await offerFolder(page, 'Thrown');
  const dialog = await clinic.openCheckpoints();
  await dialog.getByRole('button', { name: 'Choose folder' }).click();
  await expect(dialog.getByText(/model\.layers\.\d+/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Discard Thrown' }).click();
  const confirm = page.getByRole('dialog', { name: 'Discard Thrown?' });
  await confirm.getByRole('button', { name: 'Discard' }).click();

  await expect(dialog.getByRole('button', { name: 'Choose folder' })).toBeEnabled();
  await expect(dialog.getByText('Thrown')).toHaveCount(0);
  expect(await page.evaluate(hashesOf, 'converted-thrown')).toEqual({});
});
