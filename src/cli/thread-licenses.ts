/**
 * @file The licences of what runs beside the page: threads, the service worker, and
 * onnxruntime, which is copied. Vite's own list names what the page itself bundles.
 */
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';

const LIST = 'licenses.md';

/** What no build sees here: it is copied, or bundled after the list is written. */
const COPIED = [
  'onnxruntime-web',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

const described = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
});

/** Packages that threads bundle. */
const bundled = new Set<string>();

/** For the builds of threads: notes what they bundle. */
export function noteThreadPackages(): Plugin {
  return {
    name: 'note-thread-packages',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) {
          const name = packageOf(id);
          if (name !== undefined) bundled.add(name);
        }
      }
    },
  };
}

/** For the build of the page: adds them to its list, before it is precached. */
export function threadLicenses(): Plugin {
  let root = '.';
  return {
    name: 'thread-licenses',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const list = join(dir, LIST);
      const listed = await readFile(list, 'utf8');
      const missing = [...new Set([...bundled, ...COPIED])].filter(
        (name) => !listed.includes(`\n## ${name} - `),
      );
      const texts = missing.toSorted().map((name) => licenceOf(root, name));
      await appendFile(list, (await Promise.all(texts)).join(''));
    },
  };
}

/** The npm package that a module is of; undefined for our own. */
export function packageOf(moduleId: string): string | undefined {
  const path = moduleId.split('/node_modules/').at(-1);
  if (path === undefined || path === moduleId) return undefined;
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

async function licenceOf(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const json: unknown = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const { version, license } = v.parse(described, json);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `\n## ${name} - ${version} (${license})\n\n${text.trim()}\n`;
}
