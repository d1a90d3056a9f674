import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { goldenFolder } from '../testing/golden-folder.ts';
import { convertCheckpoint } from './convert.ts';
import type { ConvertOptions } from './convert-options.ts';
import { jsonBlob, readJson } from './read-json.ts';
import { MemorySink } from './sink.ts';
import { nameInPath } from './source-name.ts';

describe('the name in a path', () => {
  it.each([
    ['Qwen/Qwen2.5-VL-3B-Instruct', 'Qwen2.5-VL-3B-Instruct'],
    ['/data/models/Lingshu-7B/', 'Lingshu-7B'],
    ['C:\\models\\Lingshu-7B', 'Lingshu-7B'],
    ['hub/models--Qwen--Qwen2.5-VL-7B-Instruct/snapshots/0f', 'Qwen2.5-VL-7B-Instruct'],
    ['./', undefined],
    ['', undefined],
  ])('of %j is %j', (path, name) => {
    expect(nameInPath(path)).toBe(name);
  });
});

describe('a converted Hugging Face folder', () => {
  async function nameOf(known: unknown, options: Partial<ConvertOptions>) {
    const files = await goldenFolder('plain');
    const json = await readJson('config.json', must(files.get('config.json'), 'there'));
    const config = { ...(json as object), _name_or_path: known };
    files.set('config.json', jsonBlob(config));
    const sink = new MemorySink();
    return (await convertCheckpoint(files, sink, { bits: '4', ...options })).name;
  }

  it('is called what config.json says it was', async () => {
    const folder = '/tmp/a-folder';
    expect(await nameOf('FreedomAI/Lingshu-7B', { folder })).toBe('Lingshu-7B');
  });

  it('is called like its folder when config.json does not say', async () => {
    const folder = 'downloads/My-Checkpoint/';
    expect(await nameOf('', { folder })).toBe('My-Checkpoint');
    expect(await nameOf(undefined, { folder })).toBe('My-Checkpoint');
    expect(await nameOf(7, {})).toBe('Qwen2.5-VL checkpoint');
  });

  it('is called what it is told to be called', async () => {
    expect(await nameOf('Qwen/X', { folder: 'Y', name: 'Z' })).toBe('Z');
  });
});
