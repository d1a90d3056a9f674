import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encode } from 'fast-png';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';
import type { Profile } from './profile.ts';

const SIZE_PX = 240;
const PASSPHRASE = 'correct horse battery';

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

/** Sets a passphrase. */
async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('The same once more').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  await dialog.getByRole('button', { name: 'I have written it down' }).click();
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase or recovery code').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Ids of what lies in the database, and the names of what is in its vault; runs in the page. */
async function leftInDatabase() {
  const asked = indexedDB.open('pulsemind-2');
  await new Promise((resolve) => asked.addEventListener('success', resolve));
  const database = asked.result;
  const keysOf = async (store: string): Promise<readonly IDBValidKey[]> => {
    const request = database.transaction(store).objectStore(store).getAllKeys();
    await new Promise((resolve) => request.addEventListener('success', resolve));
    return request.result;
  };
  const left = {
    conversations: await keysOf('conversations'),
    messages: await keysOf('messages'),
    attachments: await keysOf('attachments'),
    searchTexts: await keysOf('searchTexts'),
    drafts: await keysOf('drafts'),
    vault: await keysOf('vault'),
  };
  database.close();
  return left;
}

async function eraseEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Storage and health' }).click();
  const health = page.getByRole('dialog', { name: 'Storage and health' });
  await health.getByText('Erase everything').first().click();
  await health.getByLabel('Type ERASE to confirm').fill('ERASE');
  await health.getByRole('button', { name: 'Erase everything' }).click();
  await expect(
    page.getByRole('heading', { name: /Everything is erased/ }),
  ).toBeVisible();
}

test('nothing lies readable after a lock, after erasing, and no key is left', async ({
  site,
  profile,
}) => {
  const [question, draft, name] = [canary('question'), canary('draft'), canary('name')];
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-canary-'));
  const image = noisyImage();
  const file = join(folder, `${name}.png`);
  await writeFile(file, image);
  const nothingReads = async () => {
    for (const text of [question, draft, name]) {
      expect(await filesWithText(profile, text), text).toEqual([]);
    }
    expect(await profile.filesWith(image.subarray(100_000, 100_064))).toEqual([]);
  };

  const clinic = new Clinic(await profile.open(site.url));
  await clinic.isReady();
  await protect(clinic.page);
  await clinic.attach(file);
  await clinic.askAndWait(question);
  await clinic.message.fill(draft);
  await clinic.page.keyboard.press('Control+Shift+L');
  await expect(clinic.page.getByLabel('Passphrase or recovery code')).toBeVisible();
  await clinic.page.waitForTimeout(1000); // the draft is sealed behind the lock
  const locked = await clinic.page.evaluate(leftInDatabase);
  expect(locked).toMatchObject({ vault: ['audit-head', 'root'] });
  expect(locked.drafts).toHaveLength(1);
  await profile.closeBrowser();
  await nothingReads();

  const again = new Clinic(await profile.open(site.url));
  await unlock(again.page);
  await again.list.getByRole('button', { name: question, exact: true }).click();
  await expect(again.message).toHaveValue(draft);
  const dialog = await again.manage(question, 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(again.list.getByRole('button', { name: question })).toHaveCount(0);
  await again.page.waitForTimeout(1000);
  expect(await again.page.evaluate(leftInDatabase)).toEqual({
    conversations: [],
    messages: [],
    attachments: [],
    searchTexts: [],
    drafts: [],
    vault: ['audit-head', 'root'],
  });
  await profile.closeBrowser();
  await nothingReads();

  const last = new Clinic(await profile.open(site.url));
  await unlock(last.page);
  await eraseEverything(last.page);
  expect(await last.page.evaluate(() => indexedDB.databases())).toEqual([]);
  await profile.closeBrowser();
  await nothingReads();
  await rm(folder, { recursive: true });
});
