/** @file The golden checkpoint folders as blobs, for tests that run in a browser. */
import { convertCheckpoint } from '../checkpoint/convert.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import type { CheckpointSource } from '../engine/engine.ts';

const ADDRESSES = import.meta.glob<string>('./golden/{plain,textonly}/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Every file of one golden checkpoint folder, by name. */
export async function fetchGolden(
  name: 'plain' | 'textonly',
): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
  for (const [path, address] of Object.entries(ADDRESSES)) {
    if (!path.includes(`/${name}/`)) continue;
    // oxlint-disable-next-line no-restricted-globals -- a test reads its own files
    const response = await fetch(address);
    files.set(path.split('/').at(-1) ?? '', await response.blob());
  }
  return files;
}

export async function convertInBrowser(
  name: 'plain' | 'textonly',
  bits: Bits,
): Promise<CheckpointSource> {
  const sink = new MemorySink();
  const manifest = await convertCheckpoint(await fetchGolden(name), sink, { bits });
  return { manifest, files: sink.files };
}
