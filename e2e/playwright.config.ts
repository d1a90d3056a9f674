import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../src/cli/chromium.ts';

const executablePath = findChromium();

/**
 * Drives the built page (`npm run build` first) in Chromium. One at a time: each
 * test runs a model, which takes every core there is.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  timeout: 180_000,
  // A second try, which the summary counts: a machine that stands still for seconds
  // fails one test of a hundred otherwise. Kill runs have none.
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    locale: 'en-US',
    trace: 'off',
    launchOptions: {
      args: [...CHROMIUM_ARGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
