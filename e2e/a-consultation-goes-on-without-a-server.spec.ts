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
