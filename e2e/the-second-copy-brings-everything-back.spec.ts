import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';

test('what the browser cannot read any more is there all the same', async ({
  site,
  profile,
}) => {
  const clinic = new Clinic(await profile.open(site.url));
  await clinic.isReady();
  await clinic.attach(FILM);
  const answer = await clinic.askAndWait('What do you see?');
  await profile.closeBrowser();
  await profile.damageDatabases('first');

  const again = new Clinic(await profile.open(site.url));
  await again.isReady();
  await expect(
    again.page.getByText('Everything was brought back from the second copy'),
  ).toBeVisible();
  await again.list.getByRole('button', { name: /^What do you see\?/ }).click();
  expect(await again.lastWords()).toBe(answer);
  await expect(again.questions.first().getByRole('img')).toBeVisible();
  const health = await openHealth(again);
  await expect(health).toContainText('Everything is kept twice');
  await expect(health).toContainText('came back from the second copy');
  await health.getByRole('button', { name: 'Check everything now' }).click();
  await expect(health).toContainText('Everything is whole: 1 consultation, 2 turns');
});

test('a second copy that the browser cannot read is made anew', async ({
  site,
  profile,
}) => {
  const clinic = new Clinic(await profile.open(site.url));
  await clinic.isReady();
  await clinic.askAndWait('Where does it hurt?');
  await profile.closeBrowser();
  await profile.damageDatabases('second');

  const again = new Clinic(await profile.open(site.url));
  await again.isReady();
  const health = await openHealth(again);
  await expect(health).toContainText('Everything is kept twice');
  await profile.closeBrowser();
  await profile.damageDatabases('first');

  const third = new Clinic(await profile.open(site.url));
  await third.isReady();
  await expect(third.list).toContainText('Where does it hurt?');
});

async function openHealth({ page }: Clinic) {
  await page.getByRole('button', { name: 'Storage and health' }).click();
  return page.getByRole('dialog', { name: 'Storage and health' });
}
