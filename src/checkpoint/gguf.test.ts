import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { asBytes } from '../base/bytes.ts';
import { readModelConfig } from '../model/read-config.ts';
import { readTokenizer } from '../model/tokenizer.ts';
import { writeGguf, type GgufTensor, type GgufValue } from '../testing/gguf-file.ts';
import { goldenFolder } from '../testing/golden-folder.ts';
import { convertCheckpoint } from './convert.ts';
import { readStoredRows } from './dequantize.ts';
import { openGguf } from './gguf.ts';
import { ggufTextConfig } from './gguf-config.ts';
import { hubName } from './gguf-names.ts';
import { quantizeRows } from './quantize.ts';
import { readJson } from './read-json.ts';
import { openSafetensors } from './safetensors.ts';
import { MemorySink } from './sink.ts';
import { readTensor, rowLength, type TensorSource } from './tensor-source.ts';

/** 3 layers, hidden 192, 3 heads and 1 key-value head of 64, tied. */
const GOLDEN = 'textonly';
const HEADS = { q: 3, k: 1 };

const TOKENS = [
  '<|endoftext|>',
  '<|im_start|>',
  '<|im_end|>',
  ...'ĠabcABC123'.split(''),
  'ab',
  'Ġab',
];

function metadata(architecture: string): Record<string, GgufValue> {
  const network = {
    block_count: 3,
    context_length: 4096,
    embedding_length: 192,
    feed_forward_length: 256,
    'attention.head_count': 3,
    'attention.head_count_kv': 1,
    'attention.layer_norm_rms_epsilon': 1e-5,
    'rope.freq_base': 100000,
  };
  const prefixed = Object.entries(network).map(([key, value]) => [
    `${architecture}.${key}`,
    value,
  ]);
  return {
    'general.architecture': architecture,
    'general.name': 'Small one',
    'general.license': 'apache-2.0',
    ...Object.fromEntries(prefixed),
    'tokenizer.ggml.model': 'gpt2',
    'tokenizer.ggml.pre': 'smollm',
    'tokenizer.ggml.tokens': TOKENS,
    'tokenizer.ggml.token_type': TOKENS.map((_, id) => (id < 3 ? 3 : 1)),
    'tokenizer.ggml.merges': ['a b', 'Ġ ab'],
    'tokenizer.ggml.eos_token_id': 2,
  };
}

/** llama.cpp's order: reshape [heads, 2, d/2, columns], swap the middle two. */
function interleave(
  values: Float32Array,
  heads: number,
  columns: number,
): Float32Array {
  const half = values.length / columns / heads / 2;
  const out = new Float32Array(values.length);
  let to = 0;
  for (let head = 0; head < heads; head++) {
    for (let j = 0; j < half; j++) {
      for (let s = 0; s < 2; s++) {
        const from = ((head * 2 + s) * half + j) * columns;
        out.set(values.subarray(from, from + columns), to);
        to += columns;
      }
    }
  }
  return out;
}

/** The golden language half as llama.cpp would write it, in f32. */
async function ggufTensors(
  source: TensorSource,
  isLlama: boolean,
): Promise<GgufTensor[]> {
  const layers = [0, 1, 2].flatMap((layer) => {
    const matrices = [
      'attn_q',
      'attn_k',
      'attn_v',
      'attn_output',
      'ffn_gate',
      'ffn_up',
      'ffn_down',
    ];
    const names = [...matrices, 'attn_norm', 'ffn_norm'].map(
      (part) => `${part}.weight`,
    );
    const biases = ['attn_q.bias', 'attn_k.bias', 'attn_v.bias'];
    return [...names, ...biases].map((part) => `blk.${layer}.${part}`);
  });
  const names = ['token_embd.weight', ...layers, 'output_norm.weight'];
  return Promise.all(
    names.map(async (name) => {
      const { shape } = must(source.describe(hubName(name)), name);
      const values = await readTensor(source, hubName(name));
      const letter = /attn_([qk])\./.exec(name)?.[1];
      const heads = letter === 'q' ? HEADS.q : HEADS.k;
      const isMoved = isLlama && letter !== undefined;
      const stored = isMoved ? interleave(values, heads, rowLength(shape)) : values;
      return { name, shape, type: 0, bytes: asBytes(stored) };
    }),
  );
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  return Buffer.compare(Buffer.from(asBytes(a)), Buffer.from(asBytes(b))) === 0;
}

async function writeGolden(
  architecture: string,
): Promise<{ source: TensorSource; blob: Blob }> {
  const source = await openSafetensors(await goldenFolder(GOLDEN));
  const tensors = await ggufTensors(source, architecture === 'llama');
  const bytes = writeGguf(metadata(architecture), tensors) as Uint8Array<ArrayBuffer>;
  return { source, blob: new Blob([bytes]) };
}

describe.each(['llama', 'qwen2'])(
  'a GGUF file of the architecture %s',
  (architecture) => {
    it('gives the weights under the hub names, in the order of the hub', async () => {
      const { source, blob } = await writeGolden(architecture);
      const { tensors } = await openGguf('small.gguf', blob);
      expect(tensors.names()).toHaveLength(2 + 3 * 12);
      for (const name of tensors.names()) {
        expect(tensors.describe(name)?.shape).toEqual(source.describe(name)?.shape);
        expect(
          isSame(await readTensor(tensors, name), await readTensor(source, name)),
        ).toBe(true);
      }
    });

    it('gives rows that begin and end inside a head', async () => {
      const { source, blob } = await writeGolden(architecture);
      const { tensors } = await openGguf('small.gguf', blob);
      const name = 'model.layers.2.self_attn.q_proj.weight';
      expect(await tensors.readRows(name, 50, 150)).toEqual(
        await source.readRows(name, 50, 150),
      );
    });

    it('describes the language half as config.json does', async () => {
      const { blob } = await writeGolden(architecture);
      const folder = await goldenFolder(GOLDEN);
      const json = await readJson(
        'config.json',
        must(folder.get('config.json'), 'there'),
      );
      expect(ggufTextConfig(await openGguf('small.gguf', blob))).toEqual(
        readModelConfig(json).text,
      );
    });
  },
);

describe('converting GGUF', () => {
  it('makes a checkpoint without a vision tower of a file by itself', async () => {
    const { blob } = await writeGolden('llama');
    const sink = new MemorySink();
    const manifest = await convertCheckpoint(new Map([['small.gguf', blob]]), sink, {
      bits: '32',
    });
    expect(manifest).toMatchObject({
      name: 'Small one',
      licence: 'apache-2.0',
      understandsImages: false,
      config: { vision: { depth: 0 } },
    });
    expect(manifest.groups.map((group) => group.kind)).toEqual([
      'embedding',
      'layers',
      'head',
    ]);
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining([
        'config.json',
        'tokenizer.json',
        'generation_config.json',
      ]),
    );
  });

  it('joins a language half in GGUF with the vision half beside it', async () => {
    const { blob } = await writeGolden('llama');
    const folder = await goldenFolder(GOLDEN);
    const alone = new MemorySink();
    const joined = new MemorySink();
    await convertCheckpoint(folder, alone, { bits: '8' });
    const manifest = await convertCheckpoint(folder.set('small.gguf', blob), joined, {
      bits: '8',
    });
    for (const { file } of manifest.groups) {
      const [a, b] = await Promise.all(
        [alone, joined].map(async (sink) =>
          must(sink.files.get(file), file).arrayBuffer(),
        ),
      );
      expect(Buffer.compare(Buffer.from(must(a, 'a')), Buffer.from(must(b, 'b')))).toBe(
        0,
      );
    }
  });

  it('reads quantized rows of q in the order of the hub', async () => {
    const { source, blob } = await writeGolden('llama');
    const q8 = await withQuantizedQuery(source);
    const sinks = [new MemorySink(), new MemorySink()] as const;
    const name = 'model.layers.0.self_attn.qkv_proj.weight';
    const rows: Float32Array[] = [];
    for (const [i, file] of [blob, q8].entries()) {
      const sink = must(sinks[i], 'two sinks');
      const files = new Map([['small.gguf', file]]);
      const { tensors } = await convertCheckpoint(files, sink, { bits: '32' });
      const tensor = must(tensors[name], name);
      rows.push(
        await readStoredRows(tensor, must(sink.files.get(tensor.file), name), 0, 192),
      );
    }
    const [exact, quantized] = rows;
    const largest = Math.max(...must(exact, 'exact'));
    const difference = must(exact, 'exact').map((x, i) =>
      Math.abs(x - (quantized?.[i] ?? NaN)),
    );
    expect(Math.max(...difference) / largest).toBeLessThan(0.006);
  });
});

/** The same file with the first layer's q in Q8_0: an f16 scale, then 32 signed bytes. */
async function withQuantizedQuery(source: TensorSource): Promise<Blob> {
  const tensors = await ggufTensors(source, true);
  const changed = tensors.map((tensor) => {
    if (tensor.name !== 'blk.0.attn_q.weight') return tensor;
    const values = new Float32Array(tensor.bytes.slice().buffer);
    const { data, scales } = quantizeRows('int8', 192, values);
    const bytes = new Uint8Array((values.length / 32) * 34);
    for (let block = 0; block < values.length / 32; block++) {
      bytes.set(must(scales, 'scales').subarray(block * 2, block * 2 + 2), block * 34);
      const codes = data
        .subarray(block * 32, block * 32 + 32)
        .map((code) => code ^ 128);
      bytes.set(codes, block * 34 + 2);
    }
    return { ...tensor, type: 8, bytes };
  });
  return new Blob([writeGguf(metadata('llama'), changed) as Uint8Array<ArrayBuffer>]);
}

describe('a GGUF file we cannot use', () => {
  it('is refused with the reason', async () => {
    const { source, blob } = await writeGolden('qwen2');
    const open = async (file: Blob): Promise<unknown> =>
      ggufTextConfig(await openGguf('small.gguf', file));
    const rewritten = async (changes: Record<string, GgufValue>): Promise<Blob> => {
      const bytes = writeGguf(
        { ...metadata('qwen2'), ...changes },
        await ggufTensors(source, false),
      );
      return new Blob([bytes as Uint8Array<ArrayBuffer>]);
    };
    await expect(open(blob.slice(0, blob.size - 1000))).rejects.toThrow(
      /ends at byte \d+, but/,
    );
    await expect(
      open(new Blob(['not a gguf file, but long enough to be'])),
    ).rejects.toThrow('cannot be read as GGUF');
    await expect(
      open(await rewritten({ 'general.architecture': 'mamba' })),
    ).rejects.toThrow('the architecture "mamba"');
    await expect(
      open(await rewritten({ 'qwen2.rope.scaling.type': 'yarn' })),
    ).rejects.toThrow('scaled rotary frequencies (yarn)');
    const [first, ...rest] = await ggufTensors(source, false);
    const odd = { ...must(first, 'a tensor'), type: 16 };
    const file = writeGguf(metadata('qwen2'), [
      odd,
      ...rest,
    ]) as Uint8Array<ArrayBuffer>;
    await expect(open(new Blob([file]))).rejects.toThrow(
      'GGUF type 16 ("token_embd.weight")',
    );
  });
});

describe('a tokenizer rebuilt from GGUF', () => {
  it('merges, splits digits singly and keeps special tokens', async () => {
    const { blob } = await writeGolden('llama');
    const sink = new MemorySink();
    await convertCheckpoint(new Map([['small.gguf', blob]]), sink, { bits: '4' });
    const read = async (name: string): Promise<unknown> =>
      readJson(name, must(sink.files.get(name), name));
    const tokenizer = readTokenizer(
      await read('tokenizer.json'),
      await read('tokenizer_config.json'),
    );
    const ids = tokenizer.encodeTemplate('<|im_start|>ab ab12<|im_end|>');
    expect(ids.map((id) => tokenizer.tokenText(id))).toEqual([
      '<|im_start|>',
      'ab',
      'Ġab',
      '1',
      '2',
      '<|im_end|>',
    ]);
    expect(await read('generation_config.json')).toMatchObject({
      eos_token_id: [2, 0],
    });
  });
});
