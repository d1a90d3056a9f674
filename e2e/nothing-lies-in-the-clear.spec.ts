import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encode } from 'fast-png';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';
import type { Profile } from './profile.ts';

const SIZE_PX = 240;

/** Noise: no block of it compresses, and none occurs anywhere else. */
function noisyImage(): Buffer {
  const data = new Uint8Array(SIZE_PX * SIZE_PX * 3);
  for (let from = 0; from < data.length; from += 65_536) {
    crypto.getRandomValues(data.subarray(from, from + 65_536));
  }
  return Buffer.from(encode({ width: SIZE_PX, height: SIZE_PX, channels: 3, data }));
}

const canary = (what: string): string => `${what}${crypto.randomUUID().slice(0, 12)}`;

/** The files that hold `text`, in the one-byte and the two-byte form in which browsers write. */
async function filesWithText(profile: Profile, text: string) {
  const forms = (['utf8', 'utf16le'] as const).map((form) => Buffer.from(text, form));
  return (await Promise.all(forms.map((form) => profile.filesWith(form)))).flat();
}

/** What the page would have done without ciphers: the proof that the search finds it. */
function keepInTheClear(page: Page, text: string, bytes: readonly number[]) {
  return page.evaluate(
    async ([words, image]) => {
      const asked = indexedDB.open('control', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('control');
      await new Promise((resolve) => asked.addEventListener('success', resolve));
      const store = asked.result
        .transaction('control', 'readwrite')
        .objectStore('control');
      store.put({ words, image: new Uint8Array(image).buffer }, 'control');
      await new Promise((resolve) =>
        store.transaction.addEventListener('complete', resolve),
      );
      asked.result.close();
    },
    [text, bytes] as const,
  );
}

test('nothing of a consultation lies readable on the disk', async ({
  site,
  profile,
}) => {
  const question = canary('question');
  const [title, name, draft] = [canary('title'), canary('name'), canary('draft')];
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-canary-'));
  const image = noisyImage();
  const file = join(folder, `${name}.png`);
  await writeFile(file, image);

  const clinic = new Clinic(await profile.open(site.url));
  await clinic.isReady();
  await clinic.attach(file);
  await clinic.askAndWait(question);
  const answer = await clinic.askAndWait(`${question} again`);
  const dialog = await clinic.manage(question, 'Details');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(clinic.list).toContainText(title);

  // browsers write what is typed into session files, a few seconds behind
  await clinic.message.fill(draft);
  await clinic.page.waitForTimeout(4000);

  const [controlText, controlImage] = [canary('control'), noisyImage()];
  await keepInTheClear(clinic.page, controlText, [...controlImage]);
  await profile.closeBrowser();

  // a page of the middle: what comes before it may be read from disk in other pieces
  const middle = (bytes: Buffer) => bytes.subarray(100_000, 100_064);
  expect(await filesWithText(profile, controlText)).not.toEqual([]);
  expect(await profile.filesWith(middle(controlImage))).not.toEqual([]);

  const wordsOfAnswer = answer.slice(-24); // what comes before is what the page says of images
  expect(wordsOfAnswer).toHaveLength(24);
  for (const text of [question, title, name, draft, wordsOfAnswer]) {
    expect(await filesWithText(profile, text), text).toEqual([]);
  }
  expect(await profile.filesWith(middle(image))).toEqual([]);

  // and yet it is all there
  const again = new Clinic(await profile.open(site.url));
  await again.list.getByRole('button', { name: title, exact: true }).click();
  await expect(again.questions).toContainText([question, question]);
  await expect(
    again.questions.first().getByRole('img', { name: `${name}.png` }),
  ).toHaveJSProperty('naturalWidth', SIZE_PX);
  await rm(folder, { recursive: true });
});
