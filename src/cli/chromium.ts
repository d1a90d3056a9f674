/** @file Which Chromium the tests and the checks drive, and how it is started. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { AssistantError } from '../base/errors.ts';

/**
 * Gives WebGPU also where only a software adapter is there, runs as root in a
 * container, and keeps Chromium from calling home.
 */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser to drive: `CHROMIUM_PATH`, else Playwright's own, else the one
 * this system has. Undefined when there is none; `ensure-chromium.ts` gets one.
 */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  const candidates = [chosen, chromium.executablePath(), ...INSTALLED_PATHS];
  return candidates.find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/**
 * A headless browser with WebGPU; whoever asks for it closes it.
 *
 * @throws AssistantError `unsupported` when there is none on this machine
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    const sentence =
      'No Chromium was found. Run `npm run ensure-chromium`, or set CHROMIUM_PATH to its program.';
    throw new AssistantError('unsupported', sentence, { missing: 'Chromium' });
  }
  return chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
}
