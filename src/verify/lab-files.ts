/** @file The files a command hands to a page of the lab (src/cli/lab.ts). */

const FILES = '/lab-files/';

/** All of them, by name. */
export async function fetchLabFiles(): Promise<Map<string, Blob>> {
  const names = (await (await get('')).json()) as string[];
  const files = new Map<string, Blob>();
  for (const name of names) {
    files.set(name, await (await get(encodeURIComponent(name))).blob());
  }
  return files;
}

// oxlint-disable-next-line no-restricted-globals -- a page of the lab, not of the app
const get = (name: string) => fetch(`${FILES}${name}`);
