/**
 * @file A browser profile on disk, which outlives its browser.
 *
 * Tests that close the browser, kill it or a tab, and come back use this; the
 * others have Playwright's `page`.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { must } from '../src/base/assert.ts';
import { CHROMIUM_ARGS, findChromium } from '../src/cli/chromium.ts';
import { acceptUseIn } from './accept-use.ts';

export class Profile {
  private readonly folder: string;
  private context: BrowserContext | undefined;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<Profile> {
    return new Profile(await mkdtemp(join(tmpdir(), 'pulsemind-profile-')));
  }

  /** A new tab at `url`; starts the browser when it is not running. */
  async open(url: string): Promise<Page> {
    this.context ??= await launch(this.folder);
    const blank = this.context.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await this.context.newPage());
    await page.goto(url);
    return page;
  }

  /** The tab's process ends at once; nothing in the page hears of it. */
  async killTab(page: Page): Promise<void> {
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {}); // the answer dies with the process
    await crashed;
    await page.close();
  }

  /** The browser's processes end at once, as in a power cut. */
  async killBrowser(): Promise<void> {
    const context = must(this.context, 'the browser runs');
    const closed = context.waitForEvent('close');
    const session = await context.newCDPSession(
      must(context.pages()[0], 'a tab is open'),
    );
    session.send('Browser.crash').catch(() => {});
    await closed;
    this.context = undefined;
  }

  /** Closes the browser as a person would; the profile stays. */
  async closeBrowser(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** The files in which `bytes` lie as they are, wherever in the profile. */
  async filesWith(bytes: Buffer): Promise<readonly string[]> {
    const entries = await readdir(this.folder, {
      recursive: true,
      withFileTypes: true,
    });
    const found: string[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path)).includes(bytes)) found.push(path);
    }
    return found;
  }

  /** Makes the browser unable to read its databases, those of the second copies or the others. */
  async damageDatabases(which: 'first' | 'second'): Promise<void> {
    const entries = await readdir(this.folder, {
      recursive: true,
      withFileTypes: true,
    });
    const manifests = entries.filter(
      ({ name, parentPath }) =>
        name.startsWith('MANIFEST-') &&
        parentPath.endsWith('.leveldb') &&
        parentPath.includes('WebStorage') === (which === 'second'),
    );
    must(manifests[0], 'the browser keeps its databases there');
    for (const { name, parentPath } of manifests) {
      await writeFile(join(parentPath, name), 'damaged');
    }
  }

  async remove(): Promise<void> {
    await this.closeBrowser();
    await rm(this.folder, {
      recursive: true,
      force: true,
      maxRetries: 5,
      retryDelay: 200,
    });
  }
}

async function launch(folder: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(folder, {
    args: [...CHROMIUM_ARGS],
    locale: 'en-US',
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  acceptUseIn(context);
  return context;
}
