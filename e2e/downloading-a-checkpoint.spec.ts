import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { convertCheckpoint } from '../src/checkpoint/convert.ts';
import { FolderSink } from '../src/cli/folder-sink.ts';
import { tinyCheckpoint } from '../src/testing/tiny-checkpoint.ts';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

/** Converts a second checkpoint into the site's own folder. */
async function offer(page: string, name: string): Promise<string> {
  const shape = { seed: 2, layers: 2, isEndless: false };
  const files = [...tinyCheckpoint(shape)].map(
    ([file, bytes]) => [file, new Blob([bytes as Uint8Array<ArrayBuffer>])] as const,
  );
  const folder = join(page, 'checkpoints', name);
  await convertCheckpoint(new Map(files), new FolderSink(folder), { bits: '8', name });
  return folder;
}

test('a checkpoint of this site is downloaded, goes on after a failure, and answers', async ({
  clinic,
  quickPage,
}) => {
  const folder = await offer(quickPage, 'Served');
  const away = join(folder, 'head.bin.away');
  await rename(join(folder, 'head.bin'), away);

  const dialog = await clinic.openCheckpoints();
  await dialog.getByLabel('From an address').fill('/checkpoints/Served/manifest.json');
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('answered 404 for');
  await expect(dialog.getByRole('alert')).toContainText('head.bin');

  await rename(away, join(folder, 'head.bin'));
  await dialog.getByRole('button', { name: 'Go on downloading Served' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Served' });
  await expect(row).toContainText('In use', { timeout: 60_000 });
  await expect(dialog.getByText('Not complete')).toHaveCount(0);

  await clinic.page.keyboard.press('Escape');
  await clinic.isReady();
  await expect(clinic.model).toContainText('Served');
  await clinic.askAndWait('Does it answer?');
});

test('what is no address, and what another site offers, is refused with what to do', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 480 });
  const clinic = new Clinic(page);
  await clinic.open(site.url);
  const dialog = await clinic.openCheckpoints();
  const address = dialog.getByLabel('From an address');
  const alert = dialog.getByRole('alert');

  await address.fill('models/lingshu');
  await dialog.getByText('used on this device').scrollIntoViewIfNeeded();
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(alert).toContainText('a path of this site, such as /checkpoints/name/');
  await expect(alert).toBeInViewport({ ratio: 0.7 });

  await address.fill(`${site.url}nothing-here/`);
  await address.press('Enter');
  await expect(alert).toContainText('answered 404');

  await address.fill('https://models.example.org/lingshu/');
  await address.press('Enter');
  await expect(alert).toContainText('is of another site');
  await expect(alert).toContainText('connect-src');
});
