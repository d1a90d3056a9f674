import { readFile } from 'node:fs/promises';
import type { JSHandle, Page } from '@playwright/test';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';

test('an image dropped anywhere on the conversation is attached', async ({
  clinic,
  page,
}) => {
  const dataTransfer = await filesOf(page, FILM, 'dropped.png');
  const target = page.getByRole('region', { name: 'Conversation' });

  await target.dispatchEvent('dragenter', { dataTransfer });
  await expect(page.getByText('Drop images to attach them')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer });

  await expect(page.getByText('Drop images to attach them')).toHaveCount(0);
  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText([
    'dropped.png',
  ]);
});

test('a pasted image is attached', async ({ clinic, page }) => {
  const data = await filesOf(page, FILM, 'pasted.png');

  await clinic.message.evaluate((box, clipboardData) => {
    const init = { clipboardData, bubbles: true, cancelable: true };
    box.dispatchEvent(new ClipboardEvent('paste', init));
  }, data);

  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText(['pasted.png']);
});

test('an attached image can be removed, and the turn goes without it', async ({
  clinic,
}) => {
  await clinic.attach(FILM);
  await clinic.imagesToSend.getByRole('button', { name: 'Remove image-0.png' }).click();

  await expect(clinic.imagesToSend).toHaveCount(0);
  await clinic.askAndWait('Without an image');
  await expect(clinic.questions.last().getByRole('img')).toHaveCount(0);
});

test('a file that is no image is named and refused', async ({ clinic, page }) => {
  await page
    .locator('input[type=file][accept^="image/*"]')
    .setInputFiles('src/testing/golden/README.md');

  await expect(page.getByRole('log')).toContainText('README.md');
  await expect(clinic.imagesToSend).toHaveCount(0);
});

test('an image of a turn opens at full size', async ({ clinic, page }) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');

  await page.getByRole('button', { name: 'View image-0.png' }).click();

  const viewer = page.getByRole('dialog', { name: 'image-0.png' });
  await expect(viewer.getByRole('img', { name: 'image-0.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
});

async function filesOf(
  page: Page,
  path: string,
  name: string,
): Promise<JSHandle<DataTransfer>> {
  const base64 = (await readFile(path)).toString('base64');
  return page.evaluateHandle(
    async ([encoded, fileName]) => {
      const bytes = Uint8Array.from(atob(encoded ?? ''), (letter) =>
        letter.charCodeAt(0),
      );
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName ?? '', { type: 'image/png' }));
      return transfer;
    },
    [base64, name],
  );
}
