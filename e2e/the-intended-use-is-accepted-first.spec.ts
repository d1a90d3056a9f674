import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

test.use({ acceptsUse: false });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('nothing is asked before the intended use is read and accepted, by keyboard alone', async ({
  page,
  site,
}) => {
  const clinic = new Clinic(page);
  await page.goto(site.url);
  const dialog = page.getByRole('dialog', { name: 'Intended use' });
  await expect(dialog).toContainText('not a medical device');
  await expect(dialog).toContainText('knows nothing of medicine');
  await isAccessible(page);
  await page.keyboard.press('Enter'); // the statement has the focus, not the button
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(clinic.message).toBeFocused();

  await page.keyboard.type('My chest hurts.');
  await page.keyboard.press('Enter');
  await expect(clinic.questions).toHaveCount(0);
  const send = page.getByRole('button', { name: 'Send' });
  await expect(send).toBeDisabled();
  await expect(send).toHaveAttribute('title', 'Accept the intended use first');
  await isAccessible(page);

  await page.getByRole('button', { name: 'Read it' }).focus();
  await page.keyboard.press('Enter');
  const accept = dialog.getByRole('button', { name: 'I have read this and accept it' });
  await expect(accept).toBeVisible();
  for (let presses = 0; presses < 5; presses++) {
    if (await accept.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await clinic.message.press('Enter');
  await expect(clinic.questions).toHaveCount(1);
  await clinic.isFinished();
  await page.getByRole('button', { name: 'Security' }).click();
  await page.getByText('Record of use').click();
  await expect(page.getByRole('list', { name: 'Record of use' })).toContainText(
    'Intended use accepted: version 2',
  );
});

test('what was accepted stays so, can be read again, and is asked anew when it changes', async ({
  page,
  site,
}) => {
  const clinic = new Clinic(page);
  await page.goto(site.url);
  const dialog = page.getByRole('dialog', { name: 'Intended use' });
  await dialog.getByRole('button', { name: 'I have read this' }).click();
  await clinic.askAndWait('My chest hurts.');
  await page.reload();
  await clinic.isReady();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('button').click();
  await expect(dialog).toContainText(/Version 2, accepted \w/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await acceptedAnEarlierVersion(page);
  await page.reload();
  await expect(dialog).toContainText('has changed since you accepted it');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(clinic.answers).toHaveCount(1); // what is there can be read
  const regenerate = page.getByRole('button', { name: 'Regenerate' });
  await expect(regenerate).toHaveCount(0);
  await page.getByRole('button', { name: 'Read it' }).click();
  await dialog.getByRole('button', { name: 'I have read this' }).click();
  await expect(regenerate).toBeVisible();
});

test.describe('in Chinese, on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 390, height: 700 } });

  test('the whole statement can be reached', async ({ page, site }) => {
    await page.goto(site.url);
    const dialog = page.getByRole('dialog', { name: '预期用途' });
    await expect(dialog).toContainText('不是医疗器械');
    await isAccessible(page);
    await dialog.getByRole('button', { name: '我已阅读并接受' }).click();
    await expect(dialog).toHaveCount(0);
  });
});

/** As if this browser had accepted another version of the statement. */
async function acceptedAnEarlierVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await settled(indexedDB.open(name));
      if (database.objectStoreNames.contains('settings')) {
        const store = database
          .transaction('settings', 'readwrite')
          .objectStore('settings');
        if ((await settled(store.getKey('acceptedUse'))) !== undefined) {
          await settled(store.put({ version: 0, timeMs: 1 }, 'acceptedUse'));
        }
      }
      database.close();
    }
  });
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
