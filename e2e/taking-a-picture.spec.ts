import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../src/cli/chromium.ts';
import { expect, test } from './clinic-test.ts';

const executablePath = findChromium();

test.use({
  permissions: ['camera'],
  launchOptions: {
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

test('a picture from the camera is attached, and the camera is off again', async ({
  clinic,
  page,
}) => {
  await watchCamera(page);
  await page.getByRole('button', { name: 'Take a picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a picture' });
  await sees(page);
  expect(await liveTracks(page)).toBe(1);
  const { violations } = await new AxeBuilder({ page })
    .include('[role=dialog]')
    .analyze();
  expect(violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Take the picture' }).click();

  await expect(clinic.imagesToSend.getByRole('listitem')).toContainText([
    /Picture .*\.jpg/,
  ]);
  await expect(dialog).toHaveCount(0);
  expect(await liveTracks(page)).toBe(0);
});

test('leaving the camera switches it off', async ({ clinic, page }) => {
  await watchCamera(page);
  await page.getByRole('button', { name: 'Take a picture' }).click();
  await sees(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => liveTracks(page)).toBe(0);
  await expect(clinic.imagesToSend).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Take a picture' })).toBeFocused();
});

test('locking the page switches the camera off', async ({ clinic, page }) => {
  await protect(page);
  await watchCamera(page);
  await page.getByRole('button', { name: 'Take a picture' }).click();
  await sees(page);
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByLabel('Passphrase or recovery code')).toBeVisible();
  await expect.poll(() => liveTracks(page)).toBe(0);
  await expect(clinic.message).toHaveCount(0);
});

test('a camera that may not be used is said in a sentence', async ({
  clinic,
  context,
  page,
}) => {
  await clinic.message.fill('Kept');
  await context.clearPermissions();
  await page.getByRole('button', { name: 'Take a picture' }).click();
  await expect(page.getByRole('alert')).toContainText('may not use the camera');
  await context.grantPermissions(['camera']);
  await page.getByRole('button', { name: 'Try again' }).click();
  await sees(page);
});

async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await dialog.getByLabel('New passphrase').fill('correct horse battery');
  await dialog.getByLabel('The same once more').fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  await dialog.getByRole('button', { name: 'I have written it down' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function sees(page: Page): Promise<void> {
  const view = page.getByLabel('What the camera sees');
  await expect
    .poll(() => view.evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
}

interface Watched {
  opened?: MediaStream[];
}

/** Remembers every stream that the page is given. */
async function watchCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    const opened: MediaStream[] = [];
    (globalThis as Watched).opened = opened;
    const devices = navigator.mediaDevices;
    const get = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (asked) => {
      const stream = await get(asked);
      opened.push(stream);
      return stream;
    };
  });
}

function liveTracks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      ((globalThis as Watched).opened ?? [])
        .flatMap((stream) => stream.getTracks())
        .filter((track) => track.readyState === 'live').length,
  );
}
