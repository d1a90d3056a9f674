/** @file Builds the test page, as the app itself is built. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** @returns the folder it lies in, for whoever asked to remove */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'pulsemind-kill-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  });
  return outDir;
}
