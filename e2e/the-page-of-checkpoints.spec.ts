import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertCheckpoint } from '../src/checkpoint/convert.ts';
import { FolderSink } from '../src/cli/folder-sink.ts';
import { tinyCheckpoint } from '../src/testing/tiny-checkpoint.ts';
import { expect, test, writeTinyFolder } from './clinic-test.ts';

test('a checkpoint shows its hash, card, needs and whether this device can hold it', async ({
  clinic,
  page,
}) => {
  const parent = await mkdtemp(join(tmpdir(), 'pulsemind-card-'));
  const folder = join(parent, 'Carded');
  await writeTinyFolder(folder, { seed: 3, layers: 2, isEndless: false });
  const card =
    '---\nlicense: apache-2.0\n---\n\n# Carded\n\nFor *tests*. <img src=x onerror=alert(1)>\n';
  await writeFile(join(folder, 'README.md'), card);
  const dialog = await clinic.openCheckpoints();

  const device = dialog.getByRole('region', { name: 'This device' });
  await expect(device).toContainText(/CPU/);
  await dialog.getByLabel('Choose folder').last().setInputFiles(folder);
  const row = dialog.getByRole('listitem').filter({ hasText: 'Carded' });
  await expect(row).toContainText('In use', { timeout: 60_000 });

  const details = row.getByRole('button', { name: 'Details of Carded' });
  await details.click();
  await expect(details).toHaveAttribute('aria-expanded', 'true');
  await expect(row).toContainText(/[0-9a-f]{64}/);
  await expect(row).toContainText('A folder on this computer');
  await expect(row).toContainText(/Fits: the CPU can use|graphics memory is needed/);
  const shown = row.getByRole('region', { name: 'Model card: Carded' });
  await expect(shown.getByRole('heading', { name: 'Carded' })).toBeVisible();
  await expect(shown).not.toContainText('license:');
  await expect(shown.locator('img')).toHaveCount(0);
  await expect(row).toContainText('every chunk matched');
  await page.keyboard.press('Escape');
  await rm(parent, { recursive: true });
});

test('the checkpoint that comes with the app says that it is a stand-in', async ({
  clinic,
}) => {
  const dialog = await clinic.openCheckpoints();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Comes with the app' });

  await expect(row).toContainText('small stand-in');
  await row.getByRole('button', { name: 'Details of Tiny' }).click();
  await expect(row.getByRole('region', { name: 'Model card: Tiny' })).toContainText(
    'knows English only',
  );
});

test('damage that a verification finds is fetched again, and nothing else is', async ({
  clinic,
  page,
}) => {
  await page.evaluate(changeAByte);
  const asked: string[] = [];
  page
    .context()
    .on('request', (request) => asked.push(new URL(request.url()).pathname));
  const dialog = await clinic.openCheckpoints();

  await dialog.getByRole('button', { name: 'Verify Tiny' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('layers-00.bin');
  const row = dialog.getByRole('listitem').filter({ hasText: 'Tiny' });
  await row.getByRole('button', { name: 'Details of Tiny' }).click();
  await expect(row).toContainText('1 damaged');
  await alert.getByRole('button', { name: 'Fetch what is damaged' }).click();

  await expect(alert).toHaveCount(0);
  await expect(row).toContainText('In use', { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Verify Tiny' }).click();
  await expect(row).toContainText('every chunk matched');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  const weights = asked.filter((path) => path.endsWith('.bin'));
  expect(new Set(weights)).toEqual(new Set(['/checkpoints/clinic-mini/layers-00.bin']));
});

test('a download is paused, says how far it is after a reload, and goes on', async ({
  clinic,
  page,
  quickPage,
}) => {
  const shape = { seed: 4, layers: 2, isEndless: false };
  const files = [...tinyCheckpoint(shape)].map(
    ([name, bytes]) => [name, new Blob([bytes as Uint8Array<ArrayBuffer>])] as const,
  );
  const sink = new FolderSink(join(quickPage, 'checkpoints', 'Paused'));
  await convertCheckpoint(new Map(files), sink, { bits: '8', name: 'Paused' });
  // The last file never comes, as on a slow line.
  await page.context().route('**/Paused/head.bin', () => {});
  const dialog = await clinic.openCheckpoints();
  await dialog.getByLabel('From an address').fill('/checkpoints/Paused/');
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  const pause = dialog.getByRole('button', { name: 'Pause downloading Paused' });
  await expect(dialog.getByText('head.bin')).toBeVisible();
  await pause.click();
  await expect(dialog.getByText('Not complete')).toBeVisible();

  await page.context().unroute('**/Paused/head.bin');
  await page.reload();
  await clinic.isReady();
  await clinic.openCheckpoints();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Paused' });
  await expect(row).toContainText(/ of .* is here/);
  await row.getByRole('button', { name: 'Go on downloading Paused' }).click();
  await expect(row).toContainText('In use', { timeout: 60_000 });
});

/** Changes one byte in the middle of the first file of layers in OPFS; runs in the page. */
async function changeAByte(): Promise<void> {
  const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemDirectoryHandle) await visit(handle);
      if (!(handle instanceof FileSystemFileHandle)) continue;
      if (handle.name !== 'layers-00.bin') continue;
      const file = await handle.getFile();
      const middle = Math.floor(file.size / 2);
      const [byte = 0] = new Uint8Array(
        await file.slice(middle, middle + 1).arrayBuffer(),
      );
      const writer = await handle.createWritable({ keepExistingData: true });
      const data = new Uint8Array([byte ^ 255]);
      await writer.write({ type: 'write', position: middle, data });
      await writer.close();
    }
  };
  await visit(await navigator.storage.getDirectory());
}
