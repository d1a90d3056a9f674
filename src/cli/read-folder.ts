/** @file A folder on disk as blobs, none of them read yet. */
import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AssistantError } from '../base/errors.ts';

/**
 * Every file directly in a folder, by name; or one file by itself.
 *
 * @throws AssistantError 'bad-input' when there is no such folder
 */
export async function readFolder(path: string): Promise<Map<string, Blob>> {
  const found = await stat(path).catch((cause: unknown) => {
    const sentence = `There is no file or folder "${path}".`;
    throw new AssistantError('bad-input', sentence, { what: 'folder' }, { cause });
  });
  if (found.isFile()) return new Map([[basename(path), await openAsBlob(path)]]);
  const files = new Map<string, Blob>();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const file = join(path, entry.name);
    // A hub cache holds links to files.
    if (entry.isFile() || (entry.isSymbolicLink() && (await stat(file)).isFile())) {
      files.set(entry.name, await openAsBlob(file));
    }
  }
  return files;
}
