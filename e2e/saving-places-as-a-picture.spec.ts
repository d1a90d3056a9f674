import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { decode } from 'fast-png';
import { ORIGIN } from '../src/testing/answer-origin.ts';
import { pngTexts } from '../src/testing/png-texts.ts';
import type { WrittenConsultation } from './writer/page-api.ts';
import { expect, test } from './writer/writer-test.ts';

const PLACES = [
  { bbox_2d: [100, 100, 300, 200], label: 'left infiltrate' },
  { point_2d: [400, 300], label: '导管尖端' },
];
const images = [
  { name: 'older.png', number: 1 },
  { name: 'film.png', number: 2 },
];
const written = (count: 1 | 2): WrittenConsultation => ({
  id: 'one',
  title: 'Films',
  turns: [
    { role: 'user', text: 'Where?', images: images.slice(-count) },
    { role: 'assistant', text: JSON.stringify(PLACES), checkpoint: 'Tiny' },
  ],
});

test('an answer’s places are saved on the image, labelled below it and inside the file', async ({
  openWritten,
  clinic,
  page,
}) => {
  await openWritten(written(1));
  const answer = clinic.answers.last();
  const [name, png] = await saved(page, () =>
    answer.getByRole('button', { name: 'Save as a picture' }).press('Enter'),
  );

  expect(name).toBe('film with places.png');
  await expect(answer.getByRole('status')).toContainText(
    'Saved as film with places.png.',
  );
  await expect(answer.getByRole('button', { name: 'Save as a picture' })).toBeFocused();
  isLabelled(png);
});

test('the viewer saves what it shows, and the record of use says so', async ({
  openWritten,
  page,
}) => {
  await openWritten(written(1));
  await page.getByRole('button', { name: 'Show on the image' }).click();
  const viewer = page.getByRole('dialog', { name: 'film.png' });
  const [, png] = await saved(page, () =>
    viewer.getByRole('button', { name: 'Save as a picture' }).click(),
  );
  isLabelled(png);
  await expect(viewer.getByText(/^Saved as film with places\.png/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('[role=dialog]')
    .analyze();
  expect(violations).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await page.getByRole('button', { name: 'Security' }).click();
  await page.getByText('Record of use').click();
  await expect(page.getByRole('list', { name: 'Record of use' })).toContainText(
    'Copied or exported from',
  );
});

test('of several images one chooses which is saved', async ({ openWritten, page }) => {
  await openWritten(written(2));
  await page.getByRole('button', { name: 'Save as a picture' }).press('Enter');
  const [name] = await saved(page, () =>
    page.getByRole('menuitem', { name: 'older.png' }).press('Enter'),
  );
  expect(name).toBe('older with places.png');
});

/** Name and bytes of the file that `doing` gives. */
async function saved(
  page: Page,
  doing: () => Promise<void>,
): Promise<readonly [name: string, png: Buffer]> {
  const waiting = page.waitForEvent('download');
  await doing();
  const file = await waiting;
  return [file.suggestedFilename(), await readFile(await file.path())];
}

/** The image is 640 × 480; the strip below it is white with letters. */
function isLabelled(png: Buffer): void {
  const { width, height, data, channels } = decode(png);
  expect(width).toBe(640);
  expect(height).toBeGreaterThan(480 + 4 * 14);
  const strip = data.subarray(481 * width * channels);
  const share = (isSo: (value: number) => boolean) =>
    strip.filter((value) => isSo(value)).length / strip.length;
  expect(share((value) => value === 255)).toBeGreaterThan(0.6);
  expect(share((value) => value < 80)).toBeGreaterThan(0.01);

  const texts = pngTexts(png);
  const words = texts.get('Description');
  expect(words).toContain('[AI draft by Tiny, not reviewed by a clinician]');
  expect(words).toContain('［Tiny 生成的 AI 草稿，未经医生审阅］');
  expect(JSON.parse(texts.get('AIGC') ?? '')).toMatchObject({
    Label: '1',
    ContentProducer: 'PulseMind',
    ProduceID: 'one-1',
  });
  expect(JSON.parse(texts.get('PulseMind') ?? '')).toMatchObject({
    aiGenerated: true,
    contentId: 'one-1',
    checkpoint: 'Tiny',
    checkpointSha256: ORIGIN.checkpointSha256,
  });
}
