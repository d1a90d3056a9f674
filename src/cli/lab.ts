/**
 * @file A page of Chromium in which a module of this project runs, isolated and
 * with WebGPU as the app has it, and is handed files of this machine.
 *
 * The module puts one function on `globalThis` under the name `experiment`; what
 * it tells `report` reaches the caller line by line.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { createServer, type Connect, type Plugin, type ViteDevServer } from 'vite';
import { must } from '../base/assert.ts';
import { launchChromium } from './chromium.ts';
import { ISOLATION_HEADERS } from './headers.ts';

export const LAB_PAGE = '/lab.html';
const FILES = '/lab-files/';

export interface LabRequest {
  /** Address of the module from the root: `/src/verify/verify-page.ts`. */
  readonly module: string;
  /** Paths on this machine by the names the page asks for. */
  readonly files: ReadonlyMap<string, string>;
  readonly onReport: (value: unknown) => void;
}

/** What a page is asked to do. */
export interface Lab {
  readonly page: Page;
  /** Calls the module's `experiment` with plain data and gives what it resolves to. */
  run(input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export async function openLab({ module, files, onReport }: LabRequest): Promise<Lab> {
  const server = await startLabServer({ module, files });
  const browser: Browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.exposeFunction('report', onReport);
    const { port } = must(server.config.server, 'a server');
    await page.goto(`http://127.0.0.1:${port}${LAB_PAGE}`);
    await page.waitForFunction(() => 'experiment' in globalThis);
    return {
      page,
      run: (input) =>
        page.evaluate(
          (it) =>
            (
              globalThis as unknown as { experiment: (x: unknown) => unknown }
            ).experiment(it),
          input,
        ),
      close: async () => {
        await browser.close();
        await server.close();
      },
    };
  } catch (error) {
    await browser.close();
    await server.close();
    throw error;
  }
}

export interface LabServerRequest {
  readonly module: string;
  readonly files: ReadonlyMap<string, string>;
  /** Packages handed to the page as they are, where bundling them would break them. */
  readonly unbundled?: readonly string[];
}

/** Serves the page at `LAB_PAGE` of 127.0.0.1; whoever asks for it closes it. */
export async function startLabServer({
  module,
  files,
  unbundled = [],
}: LabServerRequest): Promise<ViteDevServer> {
  const plugin: Plugin = {
    name: 'lab',
    configureServer(server) {
      server.middlewares.use(servePage(module));
      server.middlewares.use(serveFiles(files));
    },
  };
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = await createServer({
    plugins: [plugin],
    logLevel: 'error',
    // what is bundled differs, so it is kept apart
    ...(unbundled.length > 0 && {
      cacheDir: 'node_modules/.vite/unbundled',
      optimizeDeps: { exclude: [...unbundled] },
    }),
    server: { port, strictPort: true, host: '127.0.0.1', hmr: false, watch: null },
  });
  return server.listen();
}

const servePage =
  (module: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    if (request.url !== LAB_PAGE) return next();
    for (const [name, value] of Object.entries(ISOLATION_HEADERS)) {
      response.setHeader(name, value);
    }
    response.setHeader('Content-Type', 'text/html');
    return response.end(
      `<!doctype html><title>lab</title><script type="module" src="${module}"></script>`,
    );
  };

const serveFiles =
  (files: ReadonlyMap<string, string>): Connect.NextHandleFunction =>
  (request, response, next) => {
    if (!request.url?.startsWith(FILES)) return next();
    const name = decodeURIComponent(request.url.slice(FILES.length));
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (name === '') return response.end(JSON.stringify([...files.keys()]));
    const path = files.get(name);
    if (path === undefined) return next();
    void stat(path).then(({ size }) => {
      response.setHeader('Content-Length', size);
      createReadStream(path).pipe(response);
    }, next);
  };
