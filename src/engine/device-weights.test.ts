import { describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { asBytes, asFloat32, asUint16 } from '../base/bytes.ts';
import { Random } from '../base/random.ts';
import { dequantizeRows, readStoredRows, rowsOf } from '../checkpoint/dequantize.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import type { LinearForm, RowRange } from '../model/graph-weights.ts';
import type { Initializer } from '../onnx/graph.ts';
import { f16ToF32, f32ToF16 } from '../tensor/f16.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { tinyManifest } from '../testing/tiny-manifest.ts';
import { compareValues } from '../verify/compare.ts';
import { quantizeIntoColumns } from './column-int8.ts';
import { DeviceWeights, type LinearStrategy } from './device-weights.ts';
import type { CheckpointSource, FloatType } from './engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const GATE = 'model.layers.1.mlp.gate_proj.weight';
const NAMES = [
  GATE,
  'model.layers.0.self_attn.qkv_proj.weight',
  'model.layers.1.self_attn.o_proj.weight',
  'lm_head.weight',
  'visual.blocks.0.mlp.down_proj.weight', // 52 columns: not whole blocks
];

const made = new Map<Bits, Promise<CheckpointSource>>();
function golden(bits: Bits): Promise<CheckpointSource> {
  const source = made.get(bits) ?? convertedGolden('plain', bits);
  made.set(bits, source);
  return source;
}

/** The rows by the plain reader. */
async function plainRows(
  { manifest, files }: CheckpointSource,
  name: string,
  range?: RowRange,
): Promise<Float32Array> {
  const tensor = must(manifest.tensors[name], name);
  const file = must(files.get(tensor.file), tensor.file);
  const { from, to } = range ?? { from: 0, to: rowsOf(tensor).rows };
  return readStoredRows(tensor, file, from, to);
}

/** The bytes a session would read for an initializer. */
async function bytesOf(
  weights: DeviceWeights,
  { data }: Initializer,
): Promise<Uint8Array> {
  if (data.kind === 'inline') return data.bytes;
  const mounts = weights.mounts();
  const mount = must(
    mounts.find(({ location }) => location === data.location),
    `"${data.location}" is mounted`,
  );
  const file = mount.data;
  expect(data.offset + data.bytes).toBeLessThanOrEqual(file.size);
  return new Uint8Array(
    await file.slice(data.offset, data.offset + data.bytes).arrayBuffer(),
  );
}

async function floatsOf(
  weights: DeviceWeights,
  initializer: Initializer,
): Promise<Float32Array> {
  const bytes = await bytesOf(weights, initializer);
  return initializer.type === 'f16' ? f16ToF32(asUint16(bytes)) : asFloat32(bytes);
}

/** What the operator multiplies with: [out, in]. */
async function valuesOf(
  weights: DeviceWeights,
  form: LinearForm,
): Promise<Float32Array> {
  switch (form.kind) {
    case 'dense':
      return floatsOf(weights, form.matrix);
    case 'columns': {
      const [inputs, outputs] = form.matrix.shape;
      const scales = await floatsOf(weights, form.scales);
      const codes = new Int8Array(await bytesOf(weights, form.matrix));
      return Float32Array.from({ length: inputs * outputs }, (_, i) => {
        const [out, input] = [Math.floor(i / inputs), i % inputs];
        return codes[input * outputs + out] * scales[out];
      });
    }
    case 'blocks': {
      const [outputs, blocks] = form.matrix.shape;
      const scales = await floatsOf(weights, form.scales);
      return dequantizeRows(
        {
          type: form.bits === 4 ? 'int4' : 'int8',
          rows: outputs,
          columns: blocks * 32,
        },
        {
          data: await bytesOf(weights, form.matrix),
          scales: asBytes(f32ToF16(scales)),
          zeroPoints: form.zeroPoints && (await bytesOf(weights, form.zeroPoints)),
        },
      );
    }
  }
}

/** [rows, columns] out of rows that are filled up to whole blocks. */
function cutColumns(values: Float32Array, rows: number, columns: number): Float32Array {
  const width = values.length / rows;
  return Float32Array.from(
    { length: rows * columns },
    (_, i) => values[Math.floor(i / columns) * width + (i % columns)],
  );
}

async function linear(
  bits: Bits,
  strategy: LinearStrategy,
  request: { name: string; range?: RowRange; floatType?: FloatType },
) {
  const { name, range, floatType = 'f32' } = request;
  const source = await golden(bits);
  const weights = new DeviceWeights({ source, strategy, floatType });
  const form = weights.linear(name, range);
  const plain = await plainRows(source, name, range);
  const [, columns] = weights.shape(name);
  const values = await valuesOf(weights, form);
  const rows = plain.length / columns;
  return { form, plain, values: cutColumns(values, rows, columns), columns };
}

const RANGES: (RowRange | undefined)[] = [
  undefined,
  { from: 0, to: 32 },
  { from: 10, to: 30 },
];
const ALL_BITS: Bits[] = ['32', '16', '8', '4'];

describe.each(ALL_BITS)('weights stored at %s bits', (bits) => {
  test.each(NAMES)(
    'multiply as they are stored where all is dense: %s',
    async (name) => {
      for (const range of RANGES) {
        const request = { name, ...(range && { range }) };
        const { form, values, plain } = await linear(bits, 'dense', request);
        expect(form.kind).toBe('dense');
        expect(values).toEqual(plain);
      }
    },
  );

  test.each(NAMES)('are rounded once to f16 where that computes: %s', async (name) => {
    const { values, plain } = await linear(bits, 'dense', { name, floatType: 'f16' });
    expect(values).toEqual(f16ToF32(f32ToF16(plain)));
  });

  test.each(NAMES)('multiply as they are stored in blocks: %s', async (name) => {
    for (const range of RANGES) {
      for (const floatType of ['f32', 'f16'] as const) {
        if (floatType === 'f16' && (bits === '32' || bits === '16')) continue;
        const request = { name, floatType, ...(range && { range }) };
        const { form, values, plain } = await linear(bits, 'blocks', request);
        const isQuantized = bits === '8' || bits === '4';
        expect(form.kind).toBe(isQuantized ? 'blocks' : 'dense');
        expect(values).toEqual(plain);
      }
    }
  });
});

describe('int8 columns for the CPU', () => {
  test.each(['8', '4'] as const)('are made of what %s bits stand for', async (bits) => {
    for (const name of NAMES.filter((it) => !it.startsWith('visual.'))) {
      for (const range of RANGES) {
        const request = { name, ...(range && { range }) };
        const { form, values, plain, columns } = await linear(bits, 'columns', request);
        expect(form.kind).toBe('columns');
        const outputs = plain.length / columns;
        const wanted = {
          matrix: new Int8Array(plain.length),
          scales: new Float32Array(outputs),
        };
        const whole = { fromRow: 0, rows: outputs, inputs: columns, outputs };
        quantizeIntoColumns(plain, whole, wanted);
        const { scales, matrix } = wanted;
        const expected = plain.map((_, i) => {
          const [out, input] = [Math.floor(i / columns), i % columns];
          return matrix[input * outputs + out] * scales[out];
        });
        expect(values).toEqual(expected);
      }
    }
  });

  test('are not for what loses most by them, nor for what is stored as floats', async () => {
    for (const [bits, name] of [
      ['8', 'model.layers.1.mlp.down_proj.weight'],
      ['8', 'visual.blocks.0.attn.qkv.weight'],
      ['32', GATE],
      ['16', GATE],
    ] as const) {
      const { form, values, plain } = await linear(bits, 'columns', { name });
      expect(form.kind).toBe('dense');
      expect(values).toEqual(plain);
    }
  });
});

describe('4-bit blocks with a fraction for their zero point', () => {
  const [ROWS, COLUMNS, BLOCKS] = [70, 80, 3];

  /** A checkpoint of one such matrix, its last block of each row a short one. */
  function affine(): CheckpointSource {
    const random = new Random(23);
    const fill = (length: number, next: () => number) => Array.from({ length }, next);
    const codes = Uint8Array.from(fill(ROWS * BLOCKS * 16, () => random.below(256)));
    const halfs = (next: () => number) =>
      asBytes(f32ToF16(Float32Array.from(fill(ROWS * BLOCKS, next))));
    const parts = [
      codes,
      halfs(() => 0.01 + 0.05 * random.uniform()),
      halfs(() => 20 * random.uniform() - 3),
    ];
    const [data, scales, zeroPoints] = parts.map(({ length: bytes }, i) => ({
      offset: parts.slice(0, i).reduce((sum, part) => sum + part.length, 0),
      bytes,
    }));
    const tensors = {
      w: {
        type: 'int4-affine',
        shape: [ROWS, COLUMNS],
        file: 'w.bin',
        data,
        scales,
        zeroPoints,
      },
    } as const;
    const file = new Blob(parts as Uint8Array<ArrayBuffer>[]);
    return {
      manifest: tinyManifest({}, { tensors }),
      files: new Map([['w.bin', file]]),
    };
  }

  test.each<LinearStrategy>(['dense', 'columns', 'blocks'])(
    'become what multiplies: %s',
    async (strategy) => {
      const source = affine();
      for (const range of [undefined, { from: 10, to: 30 }]) {
        const weights = new DeviceWeights({ source, strategy, floatType: 'f32' });
        const form = weights.linear('w', range);
        expect(form.kind).toBe(strategy);
        const plain = await plainRows(source, 'w', range);
        const values = cutColumns(
          await valuesOf(weights, form),
          plain.length / COLUMNS,
          COLUMNS,
        );
        // a step of 8 bits at most, of a range of 15 steps of 4 bits or up to the zero
        const limit = { dense: 0, columns: 0.01, blocks: 0.01 }[strategy];
        expect(compareValues(values, plain).maxRel).toBeLessThanOrEqual(limit);
      }
    },
  );
});

describe('a vector', () => {
  test.each(['model.norm.weight', 'visual.blocks.1.attn.qkv.bias'])(
    'is in the type of the activations: %s',
    async (name) => {
      const source = await golden('4');
      const plain = await plainRows(source, name);
      for (const floatType of ['f32', 'f16'] as const) {
        const weights = new DeviceWeights({ source, strategy: 'blocks', floatType });
        const vector = weights.vector(name);
        expect(vector).toMatchObject({ type: floatType, shape: [plain.length] });
        const expected = floatType === 'f32' ? plain : f16ToF32(f32ToF16(plain));
        expect(await floatsOf(weights, vector)).toEqual(expected);
      }
    },
  );
});

describe('what a session mounts', () => {
  test('is the weight file itself where that can be used as it is', async () => {
    const source = await golden('32');
    const weights = new DeviceWeights({ source, strategy: 'blocks', floatType: 'f32' });
    weights.linear(GATE);
    weights.linear(GATE, { from: 32, to: 64 });
    weights.vector('model.layers.1.input_layernorm.weight');
    const mounts = weights.mounts();
    expect(mounts.map(({ location }) => location)).toEqual(['layers-00.bin']);
    expect(mounts[0]?.data).toBe(source.files.get('layers-00.bin'));
  });

  test('has each derived weight where its initializer says, several at once', async () => {
    const source = await golden('4');
    const weights = new DeviceWeights({
      source,
      strategy: 'columns',
      floatType: 'f32',
    });
    const forms = NAMES.slice(0, 4).map((name) => ({
      name,
      form: weights.linear(name),
    }));
    const norm = weights.vector('model.norm.weight');
    const alone = await Promise.all(
      NAMES.slice(0, 4).map(async (name) => linear('4', 'columns', { name })),
    );
    for (const [i, { form }] of forms.entries()) {
      expect(await valuesOf(weights, form)).toEqual(alone[i]?.values);
    }
    expect(await floatsOf(weights, norm)).toEqual(
      await plainRows(source, 'model.norm.weight'),
    );
  });

  test('begins where a device can read it', async () => {
    const source = await golden('4');
    for (const strategy of ['dense', 'columns', 'blocks'] as const) {
      const weights = new DeviceWeights({ source, strategy, floatType: 'f32' });
      for (const name of NAMES) {
        const form = weights.linear(name);
        const { data } = form.matrix;
        expect(data.kind === 'external' && data.offset % 16).toBe(0);
      }
    }
  });
});

test('a weight that the manifest does not list is a bug with a name', async () => {
  const source = await golden('32');
  const weights = new DeviceWeights({ source, strategy: 'dense', floatType: 'f32' });
  expect(() => weights.linear('model.layers.9.mlp.up_proj.weight')).toThrow(
    'the manifest lists "model.layers.9.mlp.up_proj.weight"',
  );
});
