import { describe, expect, test, vi } from 'vitest';
import type { Bits } from '../checkpoint/recipe.ts';
import { DeviceWeights, type LinearStrategy } from '../engine/device-weights.ts';
import type { CheckpointSource, FloatType } from '../engine/engine.ts';
import { checkGraph } from '../onnx/check.ts';
import type { Graph } from '../onnx/graph.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { GOLDEN_NAMES } from '../testing/golden-folder.ts';
import { buildAttentionGraph } from './attention-graph.ts';
import { buildDecoderGraph } from './decoder-graph.ts';
import {
  buildAllLogitsGraph,
  buildCandidatesGraph,
  buildGreedyGraph,
  buildHeadGraph,
} from './head-graph.ts';
import { buildVisionGraph } from './vision-graph.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Form {
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  readonly floatType: FloatType;
}

const STRATEGIES: readonly [LinearStrategy, FloatType][] = [
  ['dense', 'f32'],
  ['columns', 'f32'],
  ['blocks', 'f32'],
  ['blocks', 'f16'],
];

const weightsOf = (form: Form) => new DeviceWeights(form);

function decoder(form: Form, from: number, to: number, hasTaps = false): Graph {
  const { config, queryScaleLog2 } = form.source.manifest;
  const weights = weightsOf(form);
  return buildDecoderGraph({
    config: config.text,
    weights,
    from,
    to,
    queryScaleLog2,
    hasTaps,
  });
}

function vision(
  form: Form,
  from: number,
  to: number,
  change: { hasTaps?: boolean; queryParts?: number } = {},
): Graph {
  return buildVisionGraph({
    config: form.source.manifest.config.vision,
    weights: weightsOf({ ...form, floatType: 'f32' }),
    from,
    to,
    queryParts: 1,
    hasTaps: false,
    ...change,
  });
}

/** Every graph of a checkpoint, whole and cut into parts, plain and with everything on. */
function allGraphs(form: Form): Graph[] {
  const { text, vision: tower } = form.source.manifest.config;
  const head = (maxBindingBytes: number) => ({
    config: text,
    weights: weightsOf(form),
    maxBindingBytes,
  });
  return [
    decoder(form, 0, text.layers),
    decoder(form, 0, text.layers, true),
    ...Array.from({ length: text.layers }, (_, i) => decoder(form, i, i + 1)),
    vision(form, 0, tower.depth),
    vision(form, 0, tower.depth, { hasTaps: true, queryParts: 4 }),
    ...Array.from({ length: tower.depth }, (_, i) => vision(form, i, i + 1)),
    ...[2 ** 31, 4 * 32 * text.hiddenSize].flatMap((bytes) => [
      buildHeadGraph(head(bytes)),
      buildAllLogitsGraph(head(bytes)),
    ]),
    buildGreedyGraph(text.vocabSize),
    buildCandidatesGraph(text.vocabSize),
  ];
}

describe.each(GOLDEN_NAMES)('the graphs of the golden checkpoint "%s"', (name) => {
  test.each<Bits>(['32', '16', '8', '4', 'mixed'])(
    'draw no complaint at %s bits, however they multiply',
    async (bits) => {
      const source = await convertedGolden(name, bits);
      const complaints = STRATEGIES.flatMap(([strategy, floatType]) =>
        allGraphs({ source, strategy, floatType }).flatMap((graph) =>
          checkGraph(graph).map(
            (it) => `${strategy} ${floatType} ${graph.name}: ${it}`,
          ),
        ),
      );
      expect(complaints).toEqual([]);
    },
  );
});

const plain = async (bits: Bits = '32'): Promise<Form> => ({
  source: await convertedGolden('plain', bits),
  strategy: 'blocks',
  floatType: 'f32',
});

const operators = (graph: Graph) => graph.nodes.map(({ op }) => op);
const count = (graph: Graph, op: string) =>
  operators(graph).filter((it) => it === op).length;
const names = (values: readonly { name: string }[]) => values.map(({ name }) => name);

test('without its attention, a decoder draws a complaint where each was used', async () => {
  const graph = decoder(await plain(), 0, 3);
  const nodes = graph.nodes.filter(({ op }) => op !== 'GroupQueryAttention');
  const complaints = checkGraph({ ...graph, nodes });
  for (const layer of [0, 1, 2]) {
    const user = graph.nodes.find(({ inputs }) => inputs[0] === `attended.${layer}`);
    expect(complaints).toContain(
      `${user?.op} "${user?.name}": input "attended.${layer}" is not defined before it`,
    );
  }
});

test('a part of the decoder binds the cache of its own layers, past and present', async () => {
  const { inputs, outputs } = decoder(await plain(), 1, 3);
  const cache = ['1.key', '1.value', '2.key', '2.value'];
  expect(names(inputs)).toEqual([
    'x',
    'seqlens',
    'total',
    'cos',
    'sin',
    ...cache.map((it) => `past.${it}`),
  ]);
  expect(names(outputs)).toEqual([...cache.map((it) => `present.${it}`), 'y']);
});

test('the same weights become other operators on other devices', async () => {
  const form = await plain('4');
  const ops = (strategy: LinearStrategy) => {
    const graph = decoder({ ...form, strategy }, 0, 3);
    return ['Gemm', 'MatMulNBits', 'DynamicQuantizeMatMul'].map((op) =>
      count(graph, op),
    );
  };
  // qkv, o, gate, up, down of three layers
  expect(ops('dense')).toEqual([15, 0, 0]);
  expect(ops('blocks')).toEqual([0, 15, 0]);
  // what loses most by int8 activations stays in f32: down
  expect(ops('columns')).toEqual([3, 0, 12]);
});

test('windows are a batch: no mask is larger than one window squared', async () => {
  const form = await plain();
  const graph = vision(form, 0, 3);
  const bias = graph.inputs.find(({ name }) => name === 'window_bias');
  expect(bias?.shape).toEqual(['windows', 1, 64, 64]);
  const attentions = graph.nodes.filter(({ op }) => op === 'MultiHeadAttention');
  const biased = attentions.map(({ inputs }) => inputs.includes('window_bias'));
  expect(biased).toEqual([true, false, true]); // block 1 attends to the whole image
});

test('the patch embedding comes with the first block, the merger with the last', async () => {
  const form = await plain();
  const [first, middle, last] = [0, 1, 2].map((i) => vision(form, i, i + 1));
  const isThere = (graph: Graph | undefined, weight: string) =>
    graph?.initializers.some(({ name }) => name.startsWith(weight));
  expect([first, middle, last].map((it) => isThere(it, 'visual.patch_embed'))).toEqual([
    true,
    false,
    false,
  ]);
  expect([first, middle, last].map((it) => isThere(it, 'visual.merger'))).toEqual([
    false,
    false,
    true,
  ]);
  expect(names(last?.outputs ?? [])).toEqual(['features']);
});

test('a vocabulary over the binding limit is cut into runs of rows that cover it once', async () => {
  const form = await plain();
  const config = form.source.manifest.config.text; // 320 × 64
  const graph = buildHeadGraph({
    config,
    weights: weightsOf(form),
    maxBindingBytes: 100 * 64 * 4,
  });
  const parts = graph.initializers.filter(({ name }) => name.startsWith('lm_head'));
  expect(parts.map(({ shape }) => shape)).toEqual([
    [96, 64],
    [96, 64],
    [96, 64],
    [32, 64],
  ]);
  const ranges = parts.map(({ data }) => (data.kind === 'external' ? data : undefined));
  const starts = ranges.map((it) => (it?.offset ?? 0) - (ranges[0]?.offset ?? 0));
  expect(starts).toEqual([0, 96, 192, 288].map((row) => row * 64 * 4));
});

test('a CPU gets a vocabulary in small parts, a GPU as large ones as it may bind', async () => {
  const form = await plain();
  const config = { ...form.source.manifest.config.text, vocabSize: 2000 };
  const rows = (strategy: LinearStrategy) => {
    const weights = weightsOf({ ...form, strategy });
    const request = { config, weights, maxBindingBytes: 2 ** 30 };
    const { initializers } = buildHeadGraph(request);
    return initializers
      .filter(({ name }) => name.startsWith('lm_head'))
      .map(({ shape }) => shape[0]);
  };
  expect(rows('dense')).toEqual([672, 672, 656]);
  expect(rows('blocks')).toEqual([2000]);
});

test('attention alone takes a mask only when asked', () => {
  const shape = { batch: 2, tokens: 64, heads: 2, headDim: 16 };
  expect(names(buildAttentionGraph(shape, true).inputs)).toEqual([
    'q',
    'k',
    'v',
    'bias',
  ]);
  expect(checkGraph(buildAttentionGraph(shape, true))).toEqual([]);
  expect(checkGraph(buildAttentionGraph(shape, false))).toEqual([]);
});
