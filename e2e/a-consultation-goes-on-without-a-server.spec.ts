import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';
import { keptForOffline } from './test.ts';

test('after one visit a consultation goes on with the server stopped', async ({
  site,
  profile,
}) => {
  const first = new Clinic(await profile.open(site.url));
  await first.isReady();
  await keptForOffline(first.page);
  await first.askAndWait('What causes chest pain?');
  await profile.closeBrowser();
  await site.stop();

  const again = new Clinic(await profile.open(site.url));
  await again.list
    .getByRole('button', { name: 'What causes chest pain?', exact: true })
    .click();
  await again.isReady();
  await again.attach('src/testing/golden/plain/image-0.png');
  await again.askAndWait('And this film?');

  await expect(again.answers).toHaveCount(2);
});

test('a HEIC photo and the pages of a PDF are read with the server stopped', async ({
  site,
  profile,
}) => {
  const first = new Clinic(await profile.open(site.url));
  await first.isReady();
  await keptForOffline(first.page);
  await profile.closeBrowser();
  await site.stop();

  const again = new Clinic(await profile.open(site.url));
  await again.isReady();
  await again.attach('src/testing/files/turned.heic');
  const files = again.page.locator('input[type=file][accept^="image/*"]');
  await files.setInputFiles('src/testing/files/report.pdf');
  const pages = again.page.getByRole('dialog', { name: 'Pages of report.pdf' });
  await pages.getByRole('button', { name: 'Attach 3 pages' }).click();

  await expect(again.imagesToSend.getByRole('listitem')).toContainText([
    'turned.heic',
    'report.pdf, page 1',
    'report.pdf, page 2',
    'report.pdf, page 3',
  ]);
});
