import { CHROMIUM_ARGS, findChromium } from '../src/cli/chromium.ts';
import { expect, test } from './clinic-test.ts';

const executablePath = findChromium();

test.use({
  permissions: ['camera'],
  launchOptions: {
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream=device-count=2'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

test('of two cameras one takes the other, and back', async ({ clinic, page }) => {
  await expect(clinic.message).toBeVisible();
  await page.getByRole('button', { name: 'Take a picture' }).click();
  const view = page.getByLabel('What the camera sees');
  const camera = () =>
    view.evaluate((video: HTMLVideoElement) => {
      const [track] = (video.srcObject as MediaStream | null)?.getVideoTracks() ?? [];
      return track?.readyState === 'live' ? track.getSettings().deviceId : undefined;
    });
  await expect.poll(camera).toBeTruthy();
  const first = await camera();

  const other = page.getByRole('button', { name: 'Other camera' });
  await other.click();
  await expect.poll(camera).not.toBe(first);
  await expect.poll(camera).toBeTruthy();
  await other.click();
  await expect.poll(camera).toBe(first);
});
