/**
 * @file Chromium for the bench: a profile on disk that outlives the browser, so
 * that weights stay where the app keeps them, and eyes on the page's memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import type { ViteDevServer } from 'vite';
import { must } from '../base/assert.ts';
import type { BenchAnswer, BenchRequest } from '../measure/bench-requests.ts';
import type { Finding, PageMemory } from '../measure/findings.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';
import { HeapWatch } from './js-heaps.ts';
import { LAB_PAGE, startLabServer } from './lab.ts';
import { forgetPeak, peakResidentBytes, residentBytes } from './process-memory.ts';

/** Longest time of one page. */
const PAGE_LIMIT_MS = 8 * 60_000;

export interface BenchLabOptions {
  /** Paths on this machine by the names the page asks for. */
  readonly files: ReadonlyMap<string, string>;
  readonly onReport: (finding: Finding) => void;
}

export class BenchLab {
  readonly #server: ViteDevServer;
  #profile: string;
  readonly #onReport: BenchLabOptions['onReport'];

  private constructor(
    server: ViteDevServer,
    profile: string,
    onReport: BenchLabOptions['onReport'],
  ) {
    this.#server = server;
    this.#profile = profile;
    this.#onReport = onReport;
  }

  static async open({ files, onReport }: BenchLabOptions): Promise<BenchLab> {
    const module = '/src/measure/bench-page.ts';
    const unbundled = ['@wllama/wllama'];
    const server = await startLabServer({ module, files, unbundled });
    return new BenchLab(server, await makeProfile(), onReport);
  }

  /** From now on it is a browser's first visit again. */
  async forgetProfile(): Promise<void> {
    await removeFolder(this.#profile);
    this.#profile = await makeProfile();
  }

  /** Lends a page of a browser started for it, and ends both. */
  async withPage<T>(use: (page: BenchPage) => Promise<T>): Promise<T> {
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(this.#profile, {
      args: [...CHROMIUM_ARGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    const limit = new TimeLimit(PAGE_LIMIT_MS);
    try {
      return await limit.race(use(await this.#openPage(context)));
    } finally {
      limit.clear();
      await context.close();
    }
  }

  async #openPage(context: BrowserContext): Promise<BenchPage> {
    const page = must(context.pages()[0], 'a browser opens with a page');
    page.on('pageerror', (error) => console.error(error));
    await page.exposeFunction('report', this.#onReport);
    const { port } = this.#server.config.server;
    await page.goto(`http://127.0.0.1:${port}${LAB_PAGE}`);
    await page.waitForFunction(() => 'experiment' in globalThis);
    return new BenchPage(page);
  }

  async close(): Promise<void> {
    await this.#server.close();
    await removeFolder(this.#profile);
  }
}

/** Gives up what takes too long, so that one part that hangs does not take the others with it. */
class TimeLimit {
  readonly #expired: Promise<never>;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#expired = new Promise((_, reject) => {
      const minutes = limitMs / 60_000;
      const late = new Error(`it was given up after ${minutes} minutes`);
      this.#timer = setTimeout(() => reject(late), limitMs);
    });
  }

  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#expired]);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'pulsemind-bench-'));
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

export class BenchPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async run(request: BenchRequest): Promise<BenchAnswer> {
    return this.#page.evaluate(
      (it) =>
        (
          globalThis as unknown as {
            experiment: (input: unknown) => Promise<BenchAnswer>;
          }
        ).experiment(it),
      request as unknown,
    );
  }

  /**
   * What `work` costs the page's process. A browser has spare renderers, and the
   * page's is the one that grew.
   */
  async watchMemory<T>(
    work: () => Promise<T>,
  ): Promise<{ result: T; memory: PageMemory }> {
    const renderers = await this.#renderers();
    const bases = await Promise.all(renderers.map(residentBytes));
    await Promise.all(renderers.map(forgetPeak));
    const heaps = await HeapWatch.start(this.#page);
    const result = await work();
    const jsHeapPeakBytes = await heaps.stop();
    const peaks = await Promise.all(renderers.map(peakResidentBytes));
    const growth = peaks.map((peak, i) => (peak ?? 0) - (bases[i] ?? 0));
    const grown = growth.indexOf(Math.max(...growth));
    const [rendererBaseBytes, rendererPeakBytes] = [bases[grown], peaks[grown]];
    return {
      result,
      memory: { rendererBaseBytes, rendererPeakBytes, jsHeapPeakBytes },
    };
  }

  /** Puts files of this machine into the page's file input; they stay on disk. */
  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.#page.setInputFiles('input[type=file]', [...paths]);
  }

  get browserVersion(): string {
    return this.#browser.version();
  }

  get #browser(): Browser {
    return must(this.#page.context().browser(), 'a context belongs to a browser');
  }

  /** Ids of the browser's renderer processes. */
  async #renderers(): Promise<number[]> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }
}
