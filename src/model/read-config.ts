/**
 * @file A checkpoint's `config.json` in our own words.
 *
 * Checkpoints saved before transformers 4.52 are flat; newer ones keep the
 * language half under `text_config`, some with copies left at the top. Fields
 * that transformers gives a default have the same default here; sizes have
 * none, because a wrong guess would only show as nonsense.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import type { ModelConfig, TextConfig, VisionConfig } from './config.ts';

const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));

const RopeFile = v.object({
  type: v.nullish(v.string()),
  rope_type: v.nullish(v.string()),
  rope_theta: v.nullish(v.number()),
  mrope_section: v.nullish(v.tuple([size, size, size])),
  mrope_interleaved: v.nullish(v.boolean()),
});

const TextFile = v.object({
  hidden_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  num_key_value_heads: v.nullish(size),
  head_dim: v.nullish(size),
  intermediate_size: size,
  vocab_size: size,
  rms_norm_eps: v.nullish(v.number(), 1e-5),
  rope_theta: v.nullish(v.number()),
  rope_scaling: v.nullish(RopeFile),
  rope_parameters: v.nullish(RopeFile),
  max_position_embeddings: v.nullish(size, 32768),
  use_sliding_window: v.nullish(v.boolean(), false),
  hidden_act: v.nullish(v.string(), 'silu'),
});

const VisionFile = v.object({
  depth: v.nullish(size, 32),
  hidden_size: size,
  num_heads: v.nullish(size, 16),
  intermediate_size: v.nullish(size, 3420),
  out_hidden_size: size,
  patch_size: v.nullish(size, 14),
  temporal_patch_size: v.nullish(size, 2),
  spatial_merge_size: v.nullish(size, 2),
  window_size: v.nullish(size, 112),
  fullatt_block_indexes: v.nullish(v.array(tokenId), [7, 15, 23, 31]),
  in_chans: v.nullish(size),
  in_channels: v.nullish(size),
  hidden_act: v.nullish(v.string(), 'silu'),
  rope_parameters: v.nullish(v.object({ rope_theta: v.nullish(v.number()) })),
});

const TopFile = v.object({
  model_type: v.nullish(v.string(), 'qwen2_5_vl'),
  quantization_config: v.nullish(
    v.object({ quant_method: v.nullish(v.string(), 'an unknown method') }),
  ),
  tie_word_embeddings: v.nullish(v.boolean()),
  text_config: v.nullish(
    v.looseObject({ tie_word_embeddings: v.nullish(v.boolean()) }),
  ),
  vision_config: v.unknown(),
  image_token_id: v.nullish(tokenId, 151655),
  video_token_id: v.nullish(tokenId, 151656),
  vision_start_token_id: v.nullish(tokenId, 151652),
  vision_end_token_id: v.nullish(tokenId, 151653),
});

/**
 * Reads `config.json` of a Qwen2.5-VL checkpoint, flat or nested.
 *
 * @throws AssistantError `unsupported` for another network, rope scaling, a
 *   sliding window or quantized weights; `bad-data` when a field is missing,
 *   of the wrong type, or contradicts another
 */
export function readModelConfig(json: unknown): ModelConfig {
  const top = parse(TopFile, json);
  if (top.model_type !== 'qwen2_5_vl') {
    throw unsupported(`model type "${top.model_type}"`);
  }
  if (top.quantization_config) {
    throw unsupported(`weights quantized with ${top.quantization_config.quant_method}`);
  }
  // The nested field is a copy that some revisions left wrong; the top one decides.
  const tiedEmbeddings =
    top.tie_word_embeddings ?? top.text_config?.tie_word_embeddings ?? false;
  const text = readText({ ...(json as object), ...top.text_config }, tiedEmbeddings);
  const vision = readVision(top.vision_config);
  const tokens = {
    imagePad: top.image_token_id,
    videoPad: top.video_token_id,
    visionStart: top.vision_start_token_id,
    visionEnd: top.vision_end_token_id,
  };
  expect(
    vision.outHiddenSize === text.hiddenSize,
    `out_hidden_size ${vision.outHiddenSize} is not hidden_size ${text.hiddenSize}`,
  );
  for (const [name, id] of Object.entries(tokens)) {
    expect(
      id < text.vocabSize,
      `token ${name} is ${id}, vocab_size is ${text.vocabSize}`,
    );
  }
  return { text, vision, tokens };
}

function readText(json: unknown, tiedEmbeddings: boolean): TextConfig {
  const file = parse(TextFile, json);
  if (file.use_sliding_window) throw unsupported('sliding-window attention');
  if (file.hidden_act !== 'silu') throw unsupported(`activation "${file.hidden_act}"`);
  const heads = file.num_attention_heads;
  const kvHeads = file.num_key_value_heads ?? heads;
  const headDim = file.head_dim ?? file.hidden_size / heads;
  const { ropeTheta, mropeSection } = readRope(file);
  expect(Number.isInteger(headDim), `hidden_size is not a multiple of ${heads} heads`);
  expect(
    heads % kvHeads === 0,
    `${heads} heads do not share ${kvHeads} key-value heads`,
  );
  const pairs = mropeSection[0] + mropeSection[1] + mropeSection[2];
  expect(
    pairs === headDim / 2,
    `mrope_section sums to ${pairs}, half a head is ${headDim / 2}`,
  );
  return {
    hiddenSize: file.hidden_size,
    layers: file.num_hidden_layers,
    heads,
    kvHeads,
    headDim,
    intermediateSize: file.intermediate_size,
    vocabSize: file.vocab_size,
    tiedEmbeddings,
    rmsNormEps: file.rms_norm_eps,
    ropeTheta,
    mropeSection,
    maxPositions: file.max_position_embeddings,
  };
}

/** `mrope` and `default` name the same plain frequencies; a file may say both. */
function readRope(file: v.InferOutput<typeof TextFile>) {
  const rope = file.rope_parameters ?? file.rope_scaling;
  for (const type of [rope?.type, rope?.rope_type]) {
    if (type && type !== 'mrope' && type !== 'default') {
      throw unsupported(`rope scaling "${type}"`);
    }
  }
  if (rope?.mrope_interleaved) throw unsupported('interleaved M-RoPE');
  const mropeSection = rope?.mrope_section;
  if (!mropeSection) throw badConfig('mrope_section is missing');
  return { ropeTheta: rope.rope_theta ?? file.rope_theta ?? 1e6, mropeSection };
}

function readVision(json: unknown): VisionConfig {
  const file = parse(VisionFile, json, 'vision_config: ');
  if (file.hidden_act !== 'silu') {
    throw unsupported(`vision activation "${file.hidden_act}"`);
  }
  const channels = file.in_chans ?? file.in_channels ?? 3;
  if (channels !== 3) throw unsupported(`images of ${channels} channels`);
  const ropeTheta = file.rope_parameters?.rope_theta ?? 10000;
  if (ropeTheta !== 10000) throw unsupported(`vision rope theta ${ropeTheta}`);
  const mergedPatch = file.patch_size * file.spatial_merge_size;
  expect(
    (file.hidden_size / file.num_heads) % 4 === 0,
    `vision hidden_size ${file.hidden_size} over ${file.num_heads} heads is no multiple of 4`,
  );
  expect(
    file.window_size % mergedPatch === 0,
    `window_size ${file.window_size} is no multiple of ${mergedPatch}`,
  );
  return {
    depth: file.depth,
    hiddenSize: file.hidden_size,
    heads: file.num_heads,
    intermediateSize: file.intermediate_size,
    outHiddenSize: file.out_hidden_size,
    patchSize: file.patch_size,
    temporalPatchSize: file.temporal_patch_size,
    mergeSize: file.spatial_merge_size,
    windowSize: file.window_size,
    fullAttentionBlocks: file.fullatt_block_indexes,
    channels,
  };
}

function parse<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  where = '',
): v.InferOutput<S> {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw badConfig(`${where}${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

function expect(isTrue: boolean, otherwise: string) {
  if (!isTrue) throw badConfig(otherwise);
}

function badConfig(what: string) {
  return new AssistantError(
    'bad-data',
    `config.json: ${what.trim()}. Choose a complete Qwen2.5-VL checkpoint.`,
    { path: 'config.json' },
  );
}

function unsupported(missing: string) {
  return new AssistantError(
    'unsupported',
    `This checkpoint needs ${missing}. Choose an unquantized Qwen2.5-VL checkpoint.`,
    { missing },
  );
}
