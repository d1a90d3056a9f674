import { describe, expect, it } from 'vitest';
import { dequantizeTensor } from '../checkpoint/dequantize.ts';
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import { must } from '../base/assert.ts';
import { writeRandomCheckpoint } from './random-checkpoint.ts';
import { writeRandomFolder } from './random-folder.ts';

const SMALL = { layers: 1, visionBlocks: 1, vocabSize: 512 };

describe('a random checkpoint', () => {
  it('is a converted checkpoint of the 3B shape, with weights of a usual size', async () => {
    const sink = new MemorySink();
    const settings = new Map([['tokenizer.json', new Blob(['{}'])]]);
    await writeRandomCheckpoint(sink, settings, SMALL);
    const manifest = readManifest(
      JSON.parse(await must(sink.files.get('manifest.json'), 'a manifest').text()),
    );
    expect(manifest.config.text).toMatchObject({ hiddenSize: 2048, kvHeads: 2 });
    const tensor = must(
      manifest.tensors['model.layers.0.self_attn.o_proj.weight'],
      'the layer has an output projection',
    );
    expect(tensor.type).toBe('int4');
    const file = must(sink.files.get(tensor.file), 'its file');
    const values = dequantizeTensor(tensor, new Uint8Array(await file.arrayBuffer()));
    const deviation = Math.hypot(...values.subarray(0, 50_000)) / Math.sqrt(50_000);
    expect(deviation).toBeGreaterThan(0.01);
    expect(deviation).toBeLessThan(0.04);
  });

  it('as a folder of the hub can be converted', async () => {
    const folder = new MemorySink();
    await writeRandomFolder(folder, SMALL);
    const converted = new MemorySink();
    const manifest = await convertCheckpoint(folder.files, converted, { bits: '16' });
    expect(manifest.config.text.intermediateSize).toBe(11_008);
    expect(manifest.tensors['model.layers.0.mlp.up_proj.weight']?.shape).toEqual([
      11_008, 2048,
    ]);
  });
});
