/**
 * @file Runs a TypeScript entry point of this folder: `node src/cli/run.mjs NAME [arguments]`.
 *
 * Node 20 does not read TypeScript, so `NAME.ts` is bundled first, into
 * `node_modules/.cache/cli/`, which takes a few tens of milliseconds. Packages
 * stay outside the bundle. `new URL('./worker.ts', import.meta.url)` becomes a
 * bundle of its own, so worker threads start as they do in the page.
 *
 * The entry sees its arguments in `process.argv` from index 2 on, and the
 * working directory of whoever called.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '../..');

const [name, ...rest] = process.argv.slice(2);
const entry = join(folder, `${name}.ts`);
if (name === undefined || !existsSync(entry)) {
  process.stderr.write(
    `No entry point "${name ?? ''}" in src/cli. Usage: run.mjs NAME [arguments]\n`,
  );
  process.exit(2);
}

/** Turns `new URL('./other.ts', import.meta.url)` into the address of its own bundle. */
const bundleWorkers = {
  name: 'bundle-workers',
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const address =
      /new URL\(\s*['"](\.{1,2}\/[^'"]+\.ts)['"]\s*,\s*import\.meta\.url\s*,?\s*\)/g;
    if (!address.test(code)) return null;
    const rewritten = code.replace(address, (_whole, path) => {
      const chunk = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
      return `new URL(import.meta.ROLLUP_FILE_URL_${chunk})`;
    });
    return { code: rewritten, map: null }; // lines stay where they were
  },
};

const bundle = await rolldown({
  input: { [name]: entry },
  cwd: root,
  platform: 'node',
  external: /^[^./\0]/,
  plugins: [bundleWorkers],
  logLevel: 'warn',
});
const cache = join(root, 'node_modules/.cache/cli');
const { output } = await bundle.generate({
  dir: cache,
  format: 'es',
  sourcemap: true,
  entryFileNames: '[name]-[hash].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
await bundle.close();

// Names carry the hash of what is inside, so two runs at once never see half a file.
mkdirSync(cache, { recursive: true });
for (const file of output) {
  const path = join(cache, file.fileName);
  if (existsSync(path)) continue;
  writeFileSync(
    `${path}.${process.pid}`,
    file.type === 'chunk' ? file.code : file.source,
  );
  renameSync(`${path}.${process.pid}`, path);
}

const main = output.find(
  (file) => file.type === 'chunk' && file.isEntry && file.name === name,
);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], entry, ...rest];
await import(pathToFileURL(join(cache, main.fileName)).href);
