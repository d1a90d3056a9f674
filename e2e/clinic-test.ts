/**
 * @file What every test of the running page starts from: the built page with a
 * tiny checkpoint in the place of the bundled one. The engine is the real one.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { convertCheckpoint } from '../src/checkpoint/convert.ts';
import type { Bits } from '../src/checkpoint/recipe.ts';
import { FolderSink } from '../src/cli/folder-sink.ts';
import { tinyCheckpoint, type TinyShape } from '../src/testing/tiny-checkpoint.ts';
import { Clinic } from './clinic.ts';
import { Site } from './site.ts';
import { expect, test as base } from './test.ts';

interface Fixtures {
  readonly site: Site;
  readonly clinic: Clinic;
}

interface SharedFixtures {
  /** The built page with a checkpoint that answers in a moment. */
  readonly quickPage: string;
  /** The same with one that writes slowly and never ends by itself. */
  readonly slowPage: string;
}

export const test = base.extend<Fixtures, SharedFixtures>({
  quickPage: [
    async ({}, use) => withPage({ seed: 1, layers: 2, isEndless: false }, 'mixed', use),
    { scope: 'worker' },
  ],
  slowPage: [
    async ({}, use) => withPage({ seed: 1, layers: 64, isEndless: true }, '32', use),
    { scope: 'worker' },
  ],
  site: async ({ quickPage }, use) => {
    const site = await Site.open(quickPage);
    await use(site);
    await site.stop();
  },
  clinic: async ({ page, site }, use) => {
    const complaints = complaintsOf(page);
    const clinic = new Clinic(page);
    await clinic.open(site.url);
    await use(clinic);
    expect(complaints).toEqual([]);
  },
});

/** The same tests, with answers slow enough to interrupt. */
export const slowTest = test.extend({
  site: async ({ slowPage }, use) => {
    const site = await Site.open(slowPage);
    await use(site);
    await site.stop();
  },
});

export { expect };

/** Bugs, and what broke the content security policy, as they happen. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|React/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

async function withPage(
  shape: TinyShape,
  bits: Bits,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-page-'));
  await cp('dist', folder, {
    recursive: true,
    filter: (path) => !path.includes('checkpoints'),
  });
  const files = [...tinyCheckpoint(shape)].map(
    ([name, bytes]) => [name, new Blob([bytes as Uint8Array<ArrayBuffer>])] as const,
  );
  const sink = new FolderSink(join(folder, 'checkpoints/clinic-mini'));
  await convertCheckpoint(new Map(files), sink, {
    bits,
    name: 'Tiny',
    licence: 'Apache-2.0',
    understandsImages: false,
    languages: ['en'],
  });
  await use(folder);
  await rm(folder, { recursive: true });
}

/** Writes a tiny checkpoint to disk as a Hugging Face folder of this name. */
export async function writeTinyFolder(folder: string, shape: TinyShape): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of tinyCheckpoint(shape)) {
    await writeFile(join(folder, name), bytes);
  }
}
