import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderSink } from './folder-sink.ts';
import { readFolder } from './read-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-sink-'));
});

afterEach(async () => rm(folder, { recursive: true }));

it('makes the folder, appends what is written, and replaces what was there', async () => {
  const to = join(folder, 'new');
  const sink = new FolderSink(to);
  for (const text of ['first', 'again']) {
    const file = await sink.create('a.bin');
    await file.write(new TextEncoder().encode(text));
    await file.write(new TextEncoder().encode(' and more'));
    await file.close();
  }
  expect(await readFile(join(to, 'a.bin'), 'utf8')).toBe('again and more');
  await sink.remove('a.bin');
  await sink.remove('a.bin'); // gone already
  expect([...(await readFolder(to)).keys()]).toEqual([]);
});

it('reads a folder with links as the hub cache has it, and one file by itself', async () => {
  await writeFile(join(folder, 'blob'), 'weights');
  await symlink('blob', join(folder, 'model.safetensors'));
  const files = await readFolder(folder);
  expect(await files.get('model.safetensors')?.text()).toBe('weights');
  const one = await readFolder(join(folder, 'blob'));
  expect([...one.keys()]).toEqual(['blob']);
  await expect(readFolder(join(folder, 'nothing'))).rejects.toThrow(
    /no file or folder/,
  );
});
