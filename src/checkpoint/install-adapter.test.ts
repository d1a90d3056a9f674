import { expect, test } from 'vitest';
import { readFolder } from '../cli/read-folder.ts';
import { goldenAdapter } from '../testing/adapted-bundled.ts';
import { layAdapter } from '../engine/lay-adapter.ts';
import { carryAdapter, installAdapter, removeAdapter } from './install-adapter.ts';
import type { AdapterCard } from './adapter-card.ts';
import { readManifest, verifyFile } from './read-manifest.ts';
import { MemorySink } from './sink.ts';

const judge = ({ name }: AdapterCard) => ({
  understandsImages: true,
  modelCard: `# What ${name} learnt`,
});

/** A copy of the bundled checkpoint that can be written to. */
async function copied(): Promise<MemorySink> {
  const sink = new MemorySink();
  const bundled = await readFolder('public/checkpoints/clinic-mini');
  for (const [name, blob] of bundled) sink.files.set(name, blob);
  const { adapters } = readManifest(JSON.parse(await textOf(sink, 'manifest.json')));
  if (adapters.length > 0) await removeAdapter(sink.files, sink);
  return sink;
}

const textOf = async ({ files }: MemorySink, name: string): Promise<string> =>
  (await files.get(name)?.text()) ?? '';

async function installed(): Promise<{ sink: MemorySink; before: string }> {
  const sink = await copied();
  const before = await textOf(sink, 'manifest.json');
  await installAdapter({
    files: sink.files,
    adapter: await goldenAdapter(),
    judge,
    sink,
  });
  return { sink, before };
}

test('an installed adapter is among the files that are verified, and is laid over the base', async () => {
  const { sink, before } = await installed();
  const manifest = readManifest(JSON.parse(await textOf(sink, 'manifest.json')));
  for (const name of ['adapter.json', 'adapter.safetensors', 'README.md']) {
    const blob = sink.files.get(name) ?? new Blob();
    await verifyFile(manifest, name, blob);
    expect(manifest.files[name]?.bytes).toBe(blob.size);
  }
  expect(manifest.understandsImages).toBe(true);
  const { adapter } = await layAdapter({ manifest, files: sink.files }, {});
  expect(adapter?.adapter.card.weights.sha256).toBe(manifest.adapters[0]?.sha256);
  const { files, groups } = readManifest(JSON.parse(before));
  for (const { file } of groups) expect(manifest.files[file]).toEqual(files[file]);
});

test('without the adapter the checkpoint is the base, byte for byte', async () => {
  const { sink, before } = await installed();
  await removeAdapter(sink.files, sink);
  expect(await textOf(sink, 'manifest.json')).toBe(before);
  expect([...sink.files.keys()]).not.toContain('adapter.safetensors');
  expect([...sink.files.keys()]).not.toContain('README.md');
  await expect(removeAdapter(sink.files, sink)).rejects.toThrow('has no adapter');
});

test('installed twice it lies there once', async () => {
  const { sink } = await installed();
  const once = await textOf(sink, 'manifest.json');
  await installAdapter({
    files: sink.files,
    adapter: await goldenAdapter(),
    judge,
    sink,
  });
  expect(await textOf(sink, 'manifest.json')).toBe(once);
});

test('an adapter of other weights is refused before anything is written', async () => {
  const sink = await copied();
  const before = await textOf(sink, 'manifest.json');
  const golden = await goldenAdapter();
  const card = JSON.parse((await golden.get('adapter.json')?.text()) ?? '') as object;
  const base = { name: 'Another', sha256: '0'.repeat(64) };
  const adapter = new Map(golden).set(
    'adapter.json',
    new Blob([JSON.stringify({ ...card, base })]),
  );
  const request = { files: sink.files, adapter, judge, sink };
  await expect(installAdapter(request)).rejects.toThrow('other weights (Another)');
  expect(await textOf(sink, 'manifest.json')).toBe(before);
  expect(sink.files.has('adapter.safetensors')).toBe(false);
});

test('25 MB are the most', async () => {
  const sink = await copied();
  const adapter = new Map(await goldenAdapter()).set(
    'adapter.safetensors',
    new Blob([new Uint8Array(25_000_000)]),
  );
  const request = { files: sink.files, adapter, judge, sink };
  await expect(installAdapter(request)).rejects.toThrow('25000000 are the most');
});

test('a base that was built again keeps its adapter, another base does not', async () => {
  const { sink, before } = await installed();
  const adapted = readManifest(JSON.parse(await textOf(sink, 'manifest.json')));
  const rebuilt = readManifest(JSON.parse(before));
  expect(await carryAdapter(adapted, rebuilt)).toEqual(adapted);
  const head = { bytes: 2304, chunks: ['0'.repeat(64)] };
  const other = { ...rebuilt, files: { ...rebuilt.files, 'head.bin': head } };
  expect(await carryAdapter(adapted, other)).toBeUndefined();
});
