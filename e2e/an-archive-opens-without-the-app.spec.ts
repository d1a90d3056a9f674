import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { encode } from 'fast-png';
import { sha256Hex } from '../src/base/sha256.ts';
import type { Message } from '../src/clinic/conversation.ts';
import type { ArchiveRecord } from '../src/store/archive/archive-records.ts';
import { stretchHere } from '../src/store/argon2.ts';
import { newRecoveryCode } from '../src/store/recovery-code.ts';
import { archiveOwner, writeToMemory } from '../src/testing/archives.ts';
import { answerMessage, userMessage } from '../src/testing/turns.ts';

const VIEWER = pathToFileURL('dist/archive-viewer.html').href;
const PASSPHRASE = '雨天 and umbrellas';
const CODE = newRecoveryCode();

let folder: string;
let whole: string;
let damaged: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const options = { code: CODE, stretch: stretchHere };
  const owner = await archiveOwner(PASSPHRASE, options);
  const { bytes } = await writeToMemory(owner, await profile());
  whole = join(folder, 'ward.pulsemind');
  damaged = join(folder, 'damaged.pulsemind');
  await writeFile(whole, bytes);
  await writeFile(damaged, bytes.subarray(0, bytes.length - 7000)); // within its last chunk
});
test.afterAll(() => rm(folder, { recursive: true }));

test('an archive opens from a disk with its passphrase, and is read branch by branch', async ({
  page,
}) => {
  const foreign = await requestsElsewhere(page);
  const faults: string[] = [];
  page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(VIEWER);
  await openWith(page, whole, PASSPHRASE);

  await expect(page.getByText('whole and unchanged')).toBeVisible({ timeout: 60_000 });
  const list = page.getByRole('navigation', { name: 'Consultations' });
  await expect(list.getByRole('button')).toHaveCount(2);
  await expect(page.getByText('Research software, not a medical device')).toBeVisible();

  await list.getByRole('button', { name: 'Cough and fever' }).click();
  await expect(page.getByRole('heading', { name: 'Cough and fever' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText('王小明');
  const answer = page.getByRole('article', { name: 'Model' });
  await expect(answer).toHaveCount(2);
  await expect(answer.first()).toContainText('lobar pneumonia');
  await expect(answer.first().getByRole('listitem')).toHaveCount(2);
  await expect(answer.first()).toContainText('AI draft, not reviewed');
  await expect(answer.first()).toContainText('clinic-mini · q4 · WebGPU');
  await expect(answer.last()).toContainText('AI draft, edited by the doctor');
  await expect(answer.last()).toContainText('Amoxicillin was not discussed');
  await expect(page.getByText('<img src=x onerror')).toBeVisible(); // as text

  const image = page.getByRole('img', { name: 'Chest, standing' });
  await expect(image).toHaveJSProperty('naturalWidth', 320);
  await page.getByRole('button', { name: 'Enlarge chest.png' }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await answer.first().getByRole('button', { name: 'Previous version' }).click();
  await expect(answer).toHaveCount(1);
  await expect(answer).toContainText('a viral infection is likely');
  await answer.getByRole('button', { name: 'Next version' }).click();
  await expect(answer).toHaveCount(2);

  await page.getByRole('button', { name: '中文' }).click();
  await expect(answer).toHaveCount(0);
  await expect(page.getByRole('article', { name: '模型' }).first()).toContainText(
    'AI 草稿，未经审阅',
  );
  await page.getByRole('button', { name: '关闭存档' }).click();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('pneumonia');
  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
});

test('a wrong passphrase is told, the recovery code opens', async ({ page }) => {
  await page.goto(VIEWER);
  await openWith(page, whole, 'sunny');
  await expect(page.getByRole('alert')).toContainText('neither the passphrase nor');
  await page.getByLabel('Passphrase or recovery code').fill(CODE.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 consultations')).toBeVisible({ timeout: 60_000 });

  await page.getByRole('searchbox').fill('王小明');
  await expect(page.getByText('1 consultation', { exact: true })).toBeVisible();
});

test('an archive that is cut short is not shown as if it were whole', async ({
  page,
}) => {
  await page.goto(VIEWER);
  await openWith(page, damaged, PASSPHRASE);
  await expect(page.getByRole('alert')).toContainText('cut short', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Show the 1 consultation that' }).click();
  await expect(page.getByRole('alert')).toContainText('Not the whole archive');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, locale: 'zh-CN', viewport: { width: 390, height: 800 } });

    test('every view passes axe, also on a phone', async ({ page }) => {
      await page.goto(VIEWER);
      await isAccessible(page);
      await page.locator('input[type=file]').setInputFiles(whole);
      await page.getByLabel('口令或恢复码').fill('晴天');
      await page.getByRole('button', { name: '打开' }).click();
      await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
      await isAccessible(page);
      await page.getByLabel('口令或恢复码').fill(PASSPHRASE);
      await page.keyboard.press('Enter');
      const item = page.getByRole('button', { name: 'Cough and fever' });
      await expect(item).toBeVisible({ timeout: 60_000 });
      await isAccessible(page);
      await item.click();
      await expect(page.getByRole('article')).toHaveCount(4);
      await isAccessible(page);
      await page.getByRole('button', { name: '全部会诊' }).click();
      await expect(item).toBeVisible();
    });
  });
}

test('it closes by itself after five minutes without input', async ({ page }) => {
  await page.clock.install();
  await page.goto(VIEWER);
  await openWith(page, whole, PASSPHRASE);
  await page.clock.runFor(1000); // a frame is waited for before the passphrase is stretched
  await expect(page.getByText('2 consultations')).toBeVisible({ timeout: 60_000 });
  await page.clock.fastForward('04:30');
  await expect(page.getByText('2 consultations')).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(page.getByText('closed after five minutes')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Cough');
});

test('the policy in the file lets nothing else run or load', async ({ page }) => {
  await page.goto(VIEWER);
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.effectiveDirective);
    });
    const image = document.createElement('img');
    image.src = 'https://example.invalid/pixel.png';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(image, style, frame);
    await fetch('https://example.invalid/').catch(() => {});
    try {
      document.body.innerHTML = '<b></b>';
    } catch {
      seen.push('html');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return seen;
  });
  const directives = ['connect-src', 'frame-src', 'html', 'img-src', 'style-src-elem'];
  expect(refused).toEqual(expect.arrayContaining(directives));
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});

async function openWith(page: Page, path: string, typed: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByLabel('Passphrase or recovery code').fill(typed);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

async function isAccessible(page: Page): Promise<void> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect(found).toEqual([]);
}

/** Addresses that are not the page's own file or its images. */
async function requestsElsewhere(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url !== VIEWER && !url.startsWith('blob:')) seen.push(url);
  });
  await page.context().setOffline(true);
  return seen;
}

const PROVENANCE = {
  checkpoint: 'clinic-mini',
  quantization: 'q4',
  device: 'WebGPU',
  promptTokens: 300,
  reusedTokens: 0,
  newTokens: 80,
  decodeTokensPerSecond: 14,
};

/** Two consultations; the first has two answers to one question, and goes on from the second. */
async function profile(): Promise<readonly ArchiveRecord[]> {
  const bytes = chestImage();
  const sha256 = await sha256Hex(bytes);
  const times = { createdMs: Date.UTC(2026, 10, 20, 8, 5) };
  const size = { widthPx: 320, heightPx: 360, sizeBytes: bytes.length };
  const chest = { sha256, name: 'chest.png', mediaType: 'image/png', ...size };
  const attachments = [{ ...chest, caption: 'Chest, standing' }];
  const asked = '34-year-old man, cough and 39.2 °C for three days. What do you see?';
  const turns: readonly Message[] = [
    { ...userMessage('q1', asked), ...times, attachments },
    answer('a1', 'q1', 'From the history alone, a viral infection is likely.'),
    answer('a2', 'q1', FINDINGS),
    { ...userMessage('q2', '<img src=x onerror=alert(1)> And now?'), parentId: 'a2' },
    answer('a3', 'q2', 'Start treatment and repeat the image in six weeks.'),
  ].map((turn) => ({ ...turn, ...times }));
  function answer(id: string, parentId: string, text: string): Message {
    return answerMessage(id, text, { parentId, provenance: PROVENANCE });
  }
  const patient = { id: 'p1', name: '王小明', createdMs: 1, updatedMs: 1 };
  const header = { tags: ['chest'], patientId: 'p1', ...times };
  const first = { ...header, id: 'c1', title: 'Cough and fever', leafId: 'a3' };
  const review = {
    id: 'r1',
    messageId: 'a3',
    conversationId: 'c1',
    verdict: 'edited',
    text: 'Start treatment today. Repeat the image in six weeks.',
    note: 'Amoxicillin was not discussed with the patient.',
    createdMs: times.createdMs + 600_000,
  };
  const other = userMessage('q9', '头痛两周，晨起加重。');
  return [
    { kind: 'settings', meta: { language: 'zh' } },
    { kind: 'patient', meta: patient },
    { kind: 'conversation', meta: { ...first, updatedMs: times.createdMs } },
    ...turns.map((turn) => ({
      kind: 'message',
      meta: { ...turn, conversationId: 'c1' },
    })),
    {
      kind: 'attachment',
      meta: { conversationId: 'c1', sha256, mediaType: 'image/png' },
      bytes,
    },
    { kind: 'review', meta: review },
    { kind: 'attachment', meta: { ...chest, conversationId: 'c0' }, bytes: filler() },
    {
      kind: 'conversation',
      meta: { id: 'c2', title: '头痛', tags: [], createdMs: 1, updatedMs: 2 },
    },
    { kind: 'message', meta: { ...other, conversationId: 'c2' } },
    { kind: 'audit-entry', meta: { seq: 1, timeMs: 1, what: 'unlock', previous: '' } },
  ];
}

const FINDINGS = `The right lower field is dense with an air bronchogram; the border of the heart is preserved.

- Most likely: **lobar pneumonia**.
- Must not be missed: empyema, tuberculosis.

To be asked: travel, contacts, oxygen saturation at rest.`;

/** Makes the archive two chunks long. */
function filler(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(1_200_000);
}

/** Two dark lungs in a grey chest, one with a shadow. */
function chestImage(): Uint8Array<ArrayBuffer> {
  const [width, height] = [320, 360];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const lung = Math.min(ellipse(x, y, 100, 180), ellipse(x, y, 220, 180));
      const shadow = Math.hypot(x - 95, y - 250) / 45;
      const grey =
        lung < 1 ? 35 + 90 * lung ** 3 : 150 - 60 * (Math.abs(x - 160) / 160);
      data[y * width + x] = shadow < 1 ? Math.max(grey, 160 - 70 * shadow) : grey;
    }
  }
  return new Uint8Array(encode({ width, height, data, channels: 1 }));
}

function ellipse(x: number, y: number, atX: number, atY: number): number {
  return Math.hypot((x - atX) / 48, (y - atY) / 125);
}
