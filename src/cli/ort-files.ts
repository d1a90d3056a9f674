/**
 * @file onnxruntime-web's WebAssembly files, at `/ort/`.
 *
 * Three builds of the runtime, a module and its binary each; the engine picks
 * one by trying. They come from the installed package: the development server
 * and the browser tests read them there, the build copies them to `dist/ort/`.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { ISOLATION_HEADERS } from './headers.ts';

const BUILDS = ['', '.asyncify', '.jspi'] as const;
const ORT_FILES = BUILDS.flatMap((build) => [
  `ort-wasm-simd-threaded${build}.mjs`,
  `ort-wasm-simd-threaded${build}.wasm`,
]);

const require = createRequire(import.meta.url);

/** Where the package keeps its builds. */
const SOURCE = dirname(require.resolve('onnxruntime-web'));

/** The version of onnxruntime-web that is installed. */
export const ORT_VERSION = readVersion();

/** Serves and copies the runtime's files. */
export function ortFiles(): Plugin {
  let outDir = 'dist';
  let isPage = true;
  return {
    name: 'ort-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      isPage = !config.build.ssr && config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use(serveOrtFile);
    },
    async writeBundle() {
      if (!isPage) return;
      await mkdir(join(outDir, 'ort'), { recursive: true });
      await Promise.all(
        ORT_FILES.map((name) =>
          copyFile(join(SOURCE, name), join(outDir, 'ort', name)),
        ),
      );
    },
  };
}

const serveOrtFile: Connect.NextHandleFunction = (request, response, next) => {
  const name = /^\/ort\/([^/?]+)/.exec(request.url ?? '')?.[1];
  if (name === undefined || !ORT_FILES.includes(name)) return next();
  const path = join(SOURCE, name);
  void stat(path).then(({ size, mtimeMs }) => {
    const etag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
    response.setHeader(
      'Content-Type',
      name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript',
    );
    for (const [header, value] of Object.entries(ISOLATION_HEADERS)) {
      response.setHeader(header, value);
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304;
      return response.end();
    }
    response.setHeader('Content-Length', size);
    return createReadStream(path).pipe(response);
  }, next);
};

function readVersion(): string {
  const text = readFileSync(join(SOURCE, '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
