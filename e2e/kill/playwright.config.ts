import { defineConfig } from '@playwright/test';

/** Kills the browser, again and again, on one profile: one run after another. */
export default defineConfig({
  testDir: '.',
  testMatch: 'runs.ts',
  outputDir: '../../test-results/kill',
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  maxFailures: 10,
  reporter: 'list',
});
