import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

test('a reload keeps the consultation, its images and its name', async ({
  clinic,
  page,
}) => {
  await clinic.attach('src/testing/golden/plain/image-0.png');
  const answer = await clinic.askAndWait('What do you see?');
  const dialog = await clinic.manage('What do you see?', 'Details');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Chest film');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(clinic.list).toContainText('Chest film');

  await page.reload();

  await expect(clinic.list).toContainText('Chest film');
  await expect(clinic.questions).toContainText(['What do you see?']);
  expect(await clinic.lastWords()).toBe(answer);
  const image = clinic.questions.first().getByRole('img', { name: 'image-0.png' });
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBeGreaterThan(0);

  await clinic.isReady();
  await clinic.askAndWait('And now?');
  await expect(clinic.answers).toHaveCount(2);
});

test('language and theme are remembered', async ({ site, page }) => {
  await new Clinic(page).open(site.url); // what it is for is accepted by then
  const choose = async (menu: string, entry: string) => {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitemradio', { name: entry }).click();
  };
  await choose('Menu', 'Dark');
  await choose('Menu', '简体中文');
  await expect(page.getByRole('button', { name: '新建会诊' })).toBeVisible();

  await page.reload();

  await expect(page.getByRole('button', { name: '新建会诊' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the newest consultation comes first', async ({ clinic }) => {
  await clinic.askAndWait('First case');
  await clinic.list.getByRole('button', { name: 'New consultation' }).click();
  await clinic.askAndWait('Second case');

  const titles = clinic.list.getByRole('listitem');
  await expect(titles).toContainText(['Second case', 'First case']);

  await clinic.list.getByRole('button', { name: 'First case', exact: true }).click();
  await expect(clinic.questions).toContainText(['First case']);
});
