import { expect, test } from 'vitest';
import { openGolden } from '../testing/golden-folder.ts';
import { readModelConfig } from './read-config.ts';

/** The 3B checkpoint's file, as on the hub. */
const FLAT_3B = {
  model_type: 'qwen2_5_vl',
  hidden_act: 'silu',
  hidden_size: 2048,
  intermediate_size: 11008,
  max_position_embeddings: 128000,
  max_window_layers: 70,
  num_attention_heads: 16,
  num_hidden_layers: 36,
  num_key_value_heads: 2,
  rms_norm_eps: 1e-6,
  rope_theta: 1e6,
  sliding_window: 32768,
  tie_word_embeddings: true,
  use_sliding_window: false,
  vision_config: {
    depth: 32,
    hidden_act: 'silu',
    hidden_size: 1280,
    intermediate_size: 3420,
    num_heads: 16,
    in_chans: 3,
    out_hidden_size: 2048,
    patch_size: 14,
    spatial_merge_size: 2,
    spatial_patch_size: 14,
    window_size: 112,
    fullatt_block_indexes: [7, 15, 23, 31],
    tokens_per_second: 2,
    temporal_patch_size: 2,
  },
  rope_scaling: { type: 'mrope', mrope_section: [16, 24, 24] },
  vocab_size: 151936,
};

test('a flat config reads as the network it describes', () => {
  expect(readModelConfig(FLAT_3B)).toEqual({
    text: {
      hiddenSize: 2048,
      layers: 36,
      heads: 16,
      kvHeads: 2,
      headDim: 128,
      intermediateSize: 11008,
      vocabSize: 151936,
      tiedEmbeddings: true,
      rmsNormEps: 1e-6,
      ropeTheta: 1e6,
      mropeSection: [16, 24, 24],
      maxPositions: 128000,
    },
    vision: {
      depth: 32,
      hiddenSize: 1280,
      heads: 16,
      intermediateSize: 3420,
      outHiddenSize: 2048,
      patchSize: 14,
      temporalPatchSize: 2,
      mergeSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [7, 15, 23, 31],
      channels: 3,
    },
    tokens: {
      imagePad: 151655,
      videoPad: 151656,
      visionStart: 151652,
      visionEnd: 151653,
    },
  });
});

test('a nested config reads like the flat one', () => {
  const { vision_config, rope_scaling, rope_theta, tie_word_embeddings, ...text } =
    FLAT_3B;
  const nested = {
    model_type: 'qwen2_5_vl',
    tie_word_embeddings,
    vision_config,
    text_config: {
      ...text,
      model_type: 'qwen2_5_vl_text',
      tie_word_embeddings: false, // a stale copy
      rope_parameters: {
        rope_type: 'default',
        type: 'mrope',
        rope_theta,
        mrope_section: rope_scaling.mrope_section,
      },
    },
  };
  expect(readModelConfig(nested)).toEqual(readModelConfig(FLAT_3B));
});

test('the golden configs are read, flat and nested', async () => {
  const plain = readModelConfig((await openGolden('plain')).config);
  const released = readModelConfig((await openGolden('released')).config);
  expect(plain.text).toMatchObject({
    headDim: 16,
    tiedEmbeddings: false,
    vocabSize: 320,
  });
  expect(plain.tokens.imagePad).toBe(302);
  expect(released.text).toMatchObject({
    headDim: 128,
    tiedEmbeddings: true,
    ropeTheta: 1e6,
  });
  expect(released.vision.fullAttentionBlocks).toEqual([1, 3]);
});

test('fields that the file leaves out have the defaults of transformers', () => {
  const {
    rms_norm_eps: _eps,
    rope_theta: _theta,
    tie_word_embeddings: _tie,
    ...rest
  } = FLAT_3B;
  expect(readModelConfig(rest).text).toMatchObject({
    rmsNormEps: 1e-5,
    ropeTheta: 1e6,
    tiedEmbeddings: false,
  });
});

test.each([
  [
    'yarn rope scaling',
    { rope_scaling: { type: 'yarn', factor: 4, mrope_section: [16, 24, 24] } },
  ],
  [
    'interleaved M-RoPE',
    { rope_scaling: { mrope_section: [16, 24, 24], mrope_interleaved: true } },
  ],
  ['a sliding window', { use_sliding_window: true }],
  ['another network', { model_type: 'qwen2_vl' }],
  ['AWQ weights', { quantization_config: { quant_method: 'awq' } }],
])('%s is refused as unsupported', (_name, change) => {
  expect(() => readModelConfig({ ...FLAT_3B, ...change })).toThrow(
    expect.objectContaining({ kind: 'unsupported' }),
  );
});

test.each([
  ['no vocabulary size', { vocab_size: undefined }],
  [
    'sections that do not fill half a head',
    { rope_scaling: { type: 'mrope', mrope_section: [32, 48, 48] } },
  ],
  ['no rope sections', { rope_scaling: null }],
  ['an image token outside the vocabulary', { image_token_id: 200000 }],
  ['a hidden size that is text', { hidden_size: '2048' }],
])('%s is bad data', (_name, change) => {
  expect(() => readModelConfig({ ...FLAT_3B, ...change })).toThrow(
    expect.objectContaining({ kind: 'bad-data' }),
  );
});

test('something that is no object is bad data', () => {
  expect(() => readModelConfig('config')).toThrow(
    expect.objectContaining({ kind: 'bad-data' }),
  );
});
