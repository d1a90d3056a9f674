import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** Measures; what it finds is for `npm run bench`. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'soak.ts',
  outputDir: '../../test-results/soak',
  timeout: 300_000,
});
