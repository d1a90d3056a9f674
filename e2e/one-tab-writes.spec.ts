import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

test('one tab writes, the other follows, and either can take over', async ({
  site,
  profile,
}) => {
  const first = new Clinic(await profile.open(site.url));
  await first.isReady();
  await first.askAndWait('Where does it hurt?');
  const second = new Clinic(await profile.open(first.page.url()));
  const here = second.page.getByRole('button', { name: 'Write here' });

  await expect(here).toBeVisible();
  await expect(second.questions).toContainText(['Where does it hurt?']);
  await expect(second.message).not.toBeEditable();

  await first.askAndWait('Since when?');
  await expect(second.answers).toHaveCount(2);
  await first.message.fill('a thought not sent');

  await here.click();
  await expect(second.message).toBeEditable();
  await expect(second.message).toHaveValue('a thought not sent');
  await expect(first.page.getByRole('button', { name: 'Write here' })).toBeVisible();
  await expect(first.message).not.toBeEditable();

  await second.page.close();
  await expect(first.message).toBeEditable();
  await first.isReady();
  await first.askAndWait('And now?');
  await expect(first.answers).toHaveCount(3);
});

test('when the tab that writes crashes, the other one writes', async ({
  site,
  profile,
}) => {
  const first = new Clinic(await profile.open(site.url));
  await first.isReady();
  await first.askAndWait('Where does it hurt?');
  const second = new Clinic(await profile.open(first.page.url()));
  await expect(second.message).not.toBeEditable();
  await second.isReady(); // the service worker may live in the process that dies

  await profile.killTab(first.page);

  await expect(second.message).toBeEditable();
  await second.askAndWait('Since when?');
  await expect(second.answers).toHaveCount(2);
});
