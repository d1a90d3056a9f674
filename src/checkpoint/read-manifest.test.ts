import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { goldenFolder } from '../testing/golden-folder.ts';
import { convertCheckpoint } from './convert.ts';
import type { Manifest } from './manifest.ts';
import { readManifest, verifyChunk, verifyFile } from './read-manifest.ts';
import { readJson } from './read-json.ts';
import { MemorySink } from './sink.ts';

describe('the manifest', () => {
  const sink = new MemorySink();
  let manifest: Manifest;
  let json: string;

  beforeAll(async () => {
    manifest = await convertCheckpoint(await goldenFolder('plain'), sink, {
      bits: 'mixed',
    });
    json = await must(sink.files.get('manifest.json'), 'written').text();
  });

  /** The manifest with one change made to its JSON. */
  function changed(edit: (copy: Record<string, never>) => void): unknown {
    const copy = JSON.parse(json);
    edit(copy);
    return copy;
  }

  it('is read as it was written', async () => {
    const file = must(sink.files.get('manifest.json'), 'written');
    expect(readManifest(await readJson('manifest.json', file))).toEqual(manifest);
  });

  it('is refused when it is not one, is newer, or is damaged', () => {
    expect(() => readManifest({})).toThrow('not one of a converted checkpoint');
    expect(() =>
      readManifest(changed((m) => Object.assign(m, { version: 2 }))),
    ).toThrow('version 2; we read 1');
    expect(() =>
      readManifest(changed((m) => Object.assign(m, { chunkBytes: '4' }))),
    ).toThrow('damaged at chunkBytes');
  });

  it('says which languages a checkpoint speaks, in codes of ISO 639', () => {
    const speaking = (languages: unknown) =>
      readManifest(changed((m) => Object.assign(m, { languages })));
    expect(manifest.languages).toBeUndefined();
    expect(speaking(['en', 'zh']).languages).toEqual(['en', 'zh']);
    expect(() => speaking([])).toThrow('damaged at languages');
    expect(() => speaking(['English'])).toThrow('damaged at languages.0');
  });

  it('is refused when a range leaves its file or has the wrong size', () => {
    const name = 'model.layers.1.mlp.up_proj.weight';
    const withTensor = (fields: object): unknown =>
      changed((m) => Object.assign(must<object>(m['tensors']?.[name], name), fields));
    expect(() =>
      readManifest(withTensor({ data: { offset: 1e9, bytes: 5120 } })),
    ).toThrow(/beyond the end of layers-00.bin/);
    expect(() =>
      readManifest(withTensor({ data: { offset: 0, bytes: 5119 } })),
    ).toThrow('int4 [160, 64] takes 5120');
    expect(() => readManifest(withTensor({ type: 'int8' }))).toThrow(/takes 10240/);
    expect(() => readManifest(withTensor({ file: '../../etc/passwd' }))).toThrow(
      /damaged at tensors/,
    );
    expect(() => readManifest(withTensor({ file: 'other.bin' }))).toThrow(
      /not among its files/,
    );
  });

  it('finds a changed, a truncated and an unknown file', async () => {
    const blob = must(sink.files.get('layers-00.bin'), 'written');
    await verifyFile(manifest, 'layers-00.bin', blob);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await expect(
      verifyFile(manifest, 'layers-00.bin', new Blob([bytes])),
    ).rejects.toThrow(`layers-00.bin is damaged between bytes 0 and ${bytes.length}`);
    await expect(verifyFile(manifest, 'layers-00.bin', blob.slice(1))).rejects.toThrow(
      `is ${bytes.length - 1} bytes long, not ${bytes.length}`,
    );
    await expect(verifyChunk(manifest, 'nothing.bin', 0, bytes)).rejects.toThrow(
      'nothing.bin',
    );
  });
});
