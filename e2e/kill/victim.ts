/** @file A browser with a profile on disk, which is killed. */
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { must } from '../../src/base/assert.ts';
import { CHROMIUM_ARGS, findChromium } from '../../src/cli/chromium.ts';

export class Victim {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #pid: number;

  private constructor(context: BrowserContext, page: Page, pid: number) {
    this.#context = context;
    this.page = page;
    this.#pid = pid;
  }

  /** Starts the browser on this profile. */
  static async start(folder: string): Promise<Victim> {
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(folder, {
      args: [...CHROMIUM_ARGS],
      locale: 'en-US',
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    const page = must(context.pages()[0], 'a browser starts with a tab');
    return new Victim(context, page, await processOf(context));
  }

  /** All of its processes end at once, without a word to any of them. */
  async kill(): Promise<void> {
    const closed = this.#context.waitForEvent('close');
    const isGroup = process.platform !== 'win32'; // Playwright starts it as the leader of one
    process.kill(isGroup ? -this.#pid : this.#pid, 'SIGKILL');
    await closed;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

async function processOf(context: BrowserContext): Promise<number> {
  const browser = must(context.browser(), 'it was launched here');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return must(
    processInfo.find(({ type }) => type === 'browser'),
    'a browser has a process',
  ).id;
}
