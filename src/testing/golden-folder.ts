/** @file The golden checkpoint folders as blobs, for tests that run in Node. */
import { readdir, readFile } from 'node:fs/promises';
import { readGolden, type Golden } from '../verify/read-golden.ts';

export const GOLDEN_NAMES = ['plain', 'released', 'textonly'] as const;
export type GoldenName = (typeof GOLDEN_NAMES)[number];

/** Every file of one golden checkpoint folder, by name. */
export async function goldenFolder(name: GoldenName): Promise<Map<string, Blob>> {
  const folder = new URL(`./golden/${name}/`, import.meta.url);
  const files = new Map<string, Blob>();
  for (const path of await readdir(folder)) {
    files.set(path, new Blob([new Uint8Array(await readFile(new URL(path, folder)))]));
  }
  return files;
}

/** The reference values of one golden checkpoint folder. */
export async function openGolden(name: GoldenName): Promise<Golden> {
  return readGolden(await goldenFolder(name));
}
