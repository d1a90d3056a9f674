import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { goldenFolder } from '../testing/golden-folder.ts';
import { readGolden } from '../verify/read-golden.ts';
import { readTensorFile, type TensorFile } from '../verify/tensor-file.ts';
import { readModelConfig } from './read-config.ts';
import {
  decoderLayerReference,
  denseRows,
  type DecoderLayerRequest,
  type DecoderLayerWeights,
} from './reference.ts';
import { textRotary } from './rotary.ts';

function layerWeights(file: TensorFile, layer: number): DecoderLayerWeights {
  const at = `model.layers.${layer}`;
  const matrix = (name: string) => {
    const path = `${at}.${name}.weight`;
    return denseRows(
      file.floats(path),
      must(file.shape(path)[1], 'a matrix has columns'),
    );
  };
  const parts = ['q', 'k', 'v'].map((part) => `${at}.self_attn.${part}_proj`);
  const join = (kind: string) =>
    Float32Array.from(parts.flatMap((part) => [...file.floats(`${part}.${kind}`)]));
  return {
    inputNorm: file.floats(`${at}.input_layernorm.weight`),
    postAttentionNorm: file.floats(`${at}.post_attention_layernorm.weight`),
    qkv: denseRows(join('weight'), matrix('self_attn.q_proj').columns),
    qkvBias: join('bias'),
    o: matrix('self_attn.o_proj'),
    gate: matrix('mlp.gate_proj'),
    up: matrix('mlp.up_proj'),
    down: matrix('mlp.down_proj'),
  };
}

/** What layer 0 of a golden text reads, and the reference's output of every layer. */
async function goldenLayers(name: 'plain' | 'textonly') {
  const files = await goldenFolder(name);
  const { tensors, config } = await readGolden(files);
  const blob = must(files.get('model.safetensors'), 'the folder has one weight file');
  const weightFile = await readTensorFile('model.safetensors', blob);
  const { text } = readModelConfig(config);
  const positionIds = tensors.ints('text.position_ids');
  const request = (layer: number): DecoderLayerRequest => ({
    x: tensors.floats(layer === 0 ? 'text.embeds' : `text.layer.${layer - 1}`),
    S: positionIds.length / 3,
    weights: layerWeights(weightFile, layer),
    config: text,
    ...textRotary(positionIds, text),
  });
  return { tensors, text, request };
}

/** Largest difference over the largest expected value. */
function relativeDifference(actual: Float32Array, expected: Float32Array): number {
  let difference = 0;
  let scale = 0;
  expected.forEach((value, i) => {
    difference = Math.max(
      difference,
      Math.abs(value - must(actual[i], 'equal length')),
    );
    scale = Math.max(scale, Math.abs(value));
  });
  return difference / scale;
}

test.for(['plain', 'textonly'] as const)(
  'every decoder layer of %s gives the reference’s hidden states',
  async (name, { annotate }) => {
    const { tensors, text, request } = await goldenLayers(name);
    for (let layer = 0; layer < text.layers; layer++) {
      const y = decoderLayerReference(request(layer));
      const difference = relativeDifference(y, tensors.floats(`text.layer.${layer}`));
      await annotate(
        `layer ${layer}: relative difference ${difference}, tolerance 1e-5`,
      );
      expect(difference).toBeLessThan(1e-5);
    }
  },
);

test('chosen tokens come out as they do among all', async () => {
  const { text, request } = await goldenLayers('plain');
  const all = decoderLayerReference(request(0));
  const some = decoderLayerReference({ ...request(0), tokens: [3, 70] });
  const row = (token: number) =>
    all.subarray(token * text.hiddenSize, (token + 1) * text.hiddenSize);
  expect([...some]).toEqual([...row(3), ...row(70)]);
});

test('queries stored scaled give the same result', async () => {
  const { text, request } = await goldenLayers('plain');
  const plain = request(0);
  const queries = text.heads * text.headDim;
  const scaled = (data: Float32Array, rowLength: number) =>
    data.map((value, i) => (i < queries * rowLength ? value * 8 : value));
  const { qkv, qkvBias } = plain.weights;
  const matrix = Float32Array.from({ length: qkv.rows * qkv.columns }, (_, i) =>
    must(qkv.row(Math.floor(i / qkv.columns))[i % qkv.columns], 'within the row'),
  );
  const weights = {
    ...plain.weights,
    qkv: denseRows(scaled(matrix, qkv.columns), qkv.columns),
    qkvBias: scaled(qkvBias, 1),
  };
  const y = decoderLayerReference({ ...plain, weights, queryScaleLog2: 3 });
  expect(relativeDifference(y, decoderLayerReference(plain))).toBeLessThan(1e-7);
});

test.each([
  [
    '1-D positions',
    (r: DecoderLayerRequest) => ({
      ...r,
      cos: r.cos.map(() => 1),
      sin: r.sin.map(() => 0),
    }),
  ],
  [
    'another epsilon',
    (r: DecoderLayerRequest) => ({ ...r, config: { ...r.config, rmsNormEps: 1e-3 } }),
  ],
  [
    'no key bias',
    (r: DecoderLayerRequest) => ({
      ...r,
      weights: {
        ...r.weights,
        qkvBias: r.weights.qkvBias.map((b, i) => (i >= 64 && i < 96 ? 0 : b)),
      },
    }),
  ],
])('%s would be noticed', async (_name, spoil) => {
  const { tensors, request } = await goldenLayers('plain');
  const y = decoderLayerReference(spoil(request(0)));
  expect(relativeDifference(y, tensors.floats('text.layer.0'))).toBeGreaterThan(2e-5);
});
