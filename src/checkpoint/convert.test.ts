import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { sha256Hex } from '../base/sha256.ts';
import { readModelConfig } from '../model/read-config.ts';
import {
  goldenFolder,
  GOLDEN_NAMES,
  type GoldenName,
} from '../testing/golden-folder.ts';
import { convertCheckpoint } from './convert.ts';
import { dequantizeTensor, readStoredRows } from './dequantize.ts';
import type { Manifest } from './manifest.ts';
import { readJson } from './read-json.ts';
import { BITS, type Bits } from './recipe.ts';
import { openSafetensors } from './safetensors.ts';
import { MemorySink } from './sink.ts';
import { readTensor } from './tensor-source.ts';

async function convert(
  name: GoldenName,
  bits: Bits,
  maxFileBytes?: number,
): Promise<{ manifest: Manifest; files: Map<string, Blob> }> {
  const sink = new MemorySink();
  const manifest = await convertCheckpoint(await goldenFolder(name), sink, {
    bits,
    maxFileBytes,
  });
  return { manifest, files: sink.files };
}

async function stored(
  converted: { manifest: Manifest; files: Map<string, Blob> },
  name: string,
): Promise<Float32Array> {
  const tensor = must(converted.manifest.tensors[name], `${name} is stored`);
  const file = must(converted.files.get(tensor.file), `${tensor.file} is written`);
  return readStoredRows(tensor, file, 0, must(tensor.shape[0], 'rows'));
}

function isSame(found: Float32Array, wanted: Float32Array): boolean {
  return (
    found.length === wanted.length &&
    found.every((value, i) => Object.is(value, wanted[i]))
  );
}

function relativeError(found: Float32Array, wanted: Float32Array): number {
  let difference = 0;
  let size = 0;
  wanted.forEach((value, i) => {
    difference += (value - (found[i] ?? NaN)) ** 2;
    size += value ** 2;
  });
  return Math.sqrt(difference / size);
}

describe.each(GOLDEN_NAMES)('converting the golden checkpoint "%s"', (name) => {
  it('keeps every weight bit for bit at 32 bits, under the hub names', async () => {
    const source = await openSafetensors(await goldenFolder(name));
    const converted = await convert(name, '32');
    const changed: string[] = [];
    for (const tensor of source.names()) {
      if (/self_attn\.[qkv]_proj/.test(tensor)) continue;
      const same = await stored(converted, tensor);
      if (!isSame(same, await readTensor(source, tensor))) changed.push(tensor);
    }
    expect(changed).toEqual([]);
  });

  it('joins q, k and v, and stores queries times 2^-3', async () => {
    const source = await openSafetensors(await goldenFolder(name));
    const converted = await convert(name, '32');
    for (const part of ['weight', 'bias']) {
      const at = 'model.layers.1.self_attn';
      const [q, k, v] = await Promise.all(
        ['q', 'k', 'v'].map((x) => readTensor(source, `${at}.${x}_proj.${part}`)),
      );
      const wanted = [
        ...must(q, 'q').map((x) => x / 8),
        ...must(k, 'k'),
        ...must(v, 'v'),
      ];
      expect([...(await stored(converted, `${at}.qkv_proj.${part}`))]).toEqual(wanted);
    }
    expect(converted.manifest.queryScaleLog2).toBe(-3);
  });

  it('stays near the weights in every recipe', async () => {
    const source = await openSafetensors(await goldenFolder(name));
    const limits = { f32: 0, f16: 3e-4, int8: 0.01, int4: 0.1, 'int4-affine': 0.1 };
    for (const bits of BITS) {
      const converted = await convert(name, bits);
      for (const tensor of [
        'model.layers.1.mlp.down_proj.weight',
        'model.embed_tokens.weight',
      ]) {
        const { type } = must(converted.manifest.tensors[tensor], tensor);
        const error = relativeError(
          await stored(converted, tensor),
          await readTensor(source, tensor),
        );
        expect(error).toBeLessThanOrEqual(limits[type]);
      }
    }
  });

  it('describes its files with sizes and hashes that are true', async () => {
    const { manifest, files } = await convert(name, 'mixed');
    for (const [path, file] of Object.entries(manifest.files)) {
      const blob = must(files.get(path), `${path} is written`);
      expect(blob.size).toBe(file.bytes);
      const hash = await sha256Hex(new Uint8Array(await blob.arrayBuffer()));
      expect(file.chunks).toEqual([hash]); // all smaller than one chunk
    }
    expect([...files.keys()].toSorted()).toEqual(
      [...Object.keys(manifest.files), 'manifest.json'].toSorted(),
    );
  });

  it('describes the network as config.json does', async () => {
    const { manifest, files } = await convert(name, '16');
    const config = must(files.get('config.json'), 'config.json is copied');
    expect(manifest.config).toEqual(
      readModelConfig(await readJson('config.json', config)),
    );
  });
});

describe('conversion', () => {
  it('splits files between layers and places every part at a multiple of 256', async () => {
    const { manifest, files } = await convert('plain', '32', 250_000);
    const layers = manifest.groups.filter((group) => group.kind === 'layers');
    expect(layers).toMatchObject([
      { file: 'layers-00.bin', from: 0, to: 1 },
      { file: 'layers-01.bin', from: 1, to: 2 },
      { file: 'layers-02.bin', from: 2, to: 3 },
    ]);
    for (const tensor of Object.values(manifest.tensors)) {
      for (const range of [tensor.data, tensor.scales, tensor.zeroPoints]) {
        expect((range?.offset ?? 0) % 256).toBe(0);
      }
    }
    expect(files.get('layers-01.bin')?.size).toBeLessThanOrEqual(250_000);
  });

  it('writes the same bytes each time', async () => {
    const [first, second] = [
      await convert('released', 'mixed'),
      await convert('released', 'mixed'),
    ];
    expect(first.manifest).toEqual(second.manifest); // with the hashes of all files
  });

  it('reads single rows without the rest of the file', async () => {
    const converted = await convert('textonly', '4');
    const tensor = must(
      converted.manifest.tensors['model.embed_tokens.weight'],
      'embedding',
    );
    const file = must(converted.files.get(tensor.file), tensor.file);
    const all = dequantizeTensor(tensor, new Uint8Array(await file.arrayBuffer()));
    const rows = await readStoredRows(tensor, file, 7, 9);
    expect(isSame(rows, all.subarray(7 * 192, 9 * 192))).toBe(true);
  });

  it('leaves no manifest when it is aborted, also over an older conversion', async () => {
    const sink = new MemorySink();
    const files = await goldenFolder('plain');
    await convertCheckpoint(files, sink, { bits: '8' });
    expect(sink.files.has('manifest.json')).toBe(true);
    const controller = new AbortController();
    const options = {
      bits: '32' as const,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    };
    await expect(convertCheckpoint(files, sink, options)).rejects.toThrow(/abort/i);
    expect(sink.files.has('manifest.json')).toBe(false);
  });

  it('reports progress up to the end', async () => {
    const seen: number[] = [];
    let total = 0;
    await convertCheckpoint(await goldenFolder('plain'), new MemorySink(), {
      bits: '4',
      onProgress: ({ doneBytes, totalBytes }) => {
        seen.push(doneBytes);
        total = totalBytes;
      },
    });
    expect(seen.at(-1)).toBe(total);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('names the tensors that are missing or of another shape', async () => {
    const files = await goldenFolder('plain');
    const config = JSON.parse(await must(files.get('config.json'), 'config').text());
    files.set(
      'config.json',
      new Blob([JSON.stringify({ ...config, vocab_size: 321 })]),
    );
    await expect(
      convertCheckpoint(files, new MemorySink(), { bits: '32' }),
    ).rejects.toThrow('"model.embed_tokens.weight" is [320, 64], not [321, 64]');
    files.set(
      'config.json',
      new Blob([JSON.stringify({ ...config, num_hidden_layers: 4 })]),
    );
    await expect(
      convertCheckpoint(files, new MemorySink(), { bits: '32' }),
    ).rejects.toThrow('"model.layers.3.input_layernorm.weight" is missing');
  });

  it('refuses a weight that is not a number, by name', async () => {
    const files = await goldenFolder('plain');
    const bytes = new Uint8Array(
      await must(files.get('model.safetensors'), 'x').arrayBuffer(),
    );
    bytes.fill(0xff, bytes.length - 4); // the last number of the patch embedding
    files.set('model.safetensors', new Blob([bytes]));
    await expect(
      convertCheckpoint(files, new MemorySink(), { bits: '32' }),
    ).rejects.toThrow('"visual.patch_embed.proj.weight" holds NaN');
  });
});
