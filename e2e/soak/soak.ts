/** @file The soak: typing and scrolling in a consultation of 500 turns and 200 images while an answer streams. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { SoakFinding } from '../../src/measure/findings.ts';
import { quantile } from '../../src/measure/statistics.ts';
import { Site } from '../site.ts';
import { beginToMeasure, takeMeasures } from './measure-page.ts';

const KEYS = 300;
const KEY_MS = 40;
const WHEELS = 150;
const WANTED_KEY_MS = 50;

test('a long consultation while an answer streams', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-soak-'));
  await buildPage(folder);
  const site = await Site.open(folder);
  const findings: SoakFinding[] = [];
  await page.addInitScript(beginToMeasure);
  const startMs = performance.now();
  await page.goto(`${site.url}#/consultations/long`);
  await expect(page.getByRole('article', { name: 'AI draft' }).last()).toBeVisible();
  findings.push(finding('write and open it', [performance.now() - startMs]));
  findings.push(...(await sizes(page, 'opened')));

  findings.push(finding('key to frame, nothing streams', await typeKeys(page), true));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  findings.push(finding('key to frame, streaming', await typeKeys(page), true));
  findings.push(finding('frame, scrolling while streaming', await scroll(page)));
  await page.getByRole('button', { name: 'Stop' }).click();
  findings.push(...(await sizes(page, 'scrolled')));

  for (const it of findings) console.log(it.what, it.medianValue, it.p95);
  const { SOAK_OUT } = process.env;
  if (SOAK_OUT !== undefined) await writeFile(SOAK_OUT, JSON.stringify(findings));
  await site.stop();
  await rm(folder, { recursive: true });
});

async function typeKeys(page: Page): Promise<readonly number[]> {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.fill('');
  await field.focus();
  await page.evaluate(takeMeasures);
  await page.keyboard.type('chest pain on '.repeat(KEYS).slice(0, KEYS), {
    delay: KEY_MS,
  });
  return (await page.evaluate(takeMeasures)).keysMs;
}

async function scroll(page: Page): Promise<readonly number[]> {
  await page.getByRole('region', { name: 'Conversation' }).hover();
  await page.evaluate(takeMeasures);
  for (let at = 0; at < WHEELS; at++) await page.mouse.wheel(0, -400);
  return (await page.evaluate(takeMeasures)).framesMs;
}

async function sizes(page: Page, when: string): Promise<readonly SoakFinding[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((it) => it.name === name)?.value ?? 0;
  await session.detach();
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  return [
    { ...finding(`elements, ${when}`, [elements]), unit: '' },
    {
      ...finding(`JavaScript heap, ${when}`, [of('JSHeapUsedSize') / 1e6]),
      unit: 'MB',
    },
  ];
}

function finding(
  what: string,
  values: readonly number[],
  isWanted = false,
): SoakFinding {
  return {
    kind: 'soak',
    what,
    runs: values.length,
    medianValue: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    unit: 'ms',
    ...(isWanted && { wanted: WANTED_KEY_MS }),
  };
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    define: { ORT_VERSION: '"none"' },
    resolve: {
      conditions: [
        'onnxruntime-web-use-extern-wasm',
        'module',
        'browser',
        'development|production',
      ],
      alias: {
        'decode-named-character-reference': join(
          import.meta.dirname,
          '../../node_modules/decode-named-character-reference/index.js',
        ),
      },
    },
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  });
}
