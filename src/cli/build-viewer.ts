/**
 * @file The page that opens an archive without the application: one HTML file
 * with its script and its style inside, `dist/archive-viewer.html`.
 *
 * It is opened from a disk, where no server sends headers, so its policy stands
 * in the file: nothing runs but the one script, named by its hash, and nothing is
 * loaded from anywhere.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';
import { must } from '../base/assert.ts';

export const VIEWER_FILE = 'archive-viewer.html';

/** The page as text. @param root - the folder of `package.json` */
export async function buildViewer(root: string): Promise<string> {
  const folder = join(root, 'src/archive-viewer');
  const script = await bundleScript(root, join(folder, 'main.ts'));
  const style = await readFile(join(folder, 'viewer.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hashOf(style)}'`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<title>PulseMind archive</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Adds the page to the build. */
export function archiveViewer(): Plugin {
  let root = '.';
  let isPage = true;
  return {
    name: 'archive-viewer',
    configResolved(config) {
      root = config.root;
      isPage = !config.build.ssr && config.command === 'build';
    },
    async generateBundle() {
      if (!isPage) return;
      const source = await buildViewer(root);
      this.emitFile({ type: 'asset', fileName: VIEWER_FILE, source });
    },
  };
}

async function bundleScript(root: string, input: string): Promise<string> {
  const bundle = await rolldown({ input, cwd: root, platform: 'browser' });
  try {
    const { output } = await bundle.generate({
      format: 'iife',
      minify: true,
      codeSplitting: false,
    });
    const code = must(output[0], 'one entry makes one file').code;
    // in a string, these would end the script or hide its end
    return code.trim().replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
  } finally {
    await bundle.close();
  }
}

/** As a policy names it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
