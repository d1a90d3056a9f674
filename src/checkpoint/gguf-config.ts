/**
 * @file What a GGUF file says about its network, as the language half of our
 * own config.
 *
 * The rotary sections are Qwen's 1 : 1½ : 1½ of time, height and width. For text
 * all three positions are equal, so any division computes the same.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import type { ModelConfig, SpecialTokenIds, TextConfig } from '../model/config.ts';
import type { GgufFile } from './gguf.ts';

const size = v.pipe(
  v.union([v.number(), v.bigint()]),
  v.transform(Number),
  v.safeInteger(),
  v.minValue(1),
);

/** The metadata of one architecture, its name cut off the keys. */
const Network = v.object({
  block_count: size,
  context_length: size,
  embedding_length: size,
  feed_forward_length: size,
  'attention.head_count': size,
  'attention.head_count_kv': v.optional(size),
  'attention.key_length': v.optional(size),
  'attention.layer_norm_rms_epsilon': v.number(),
  'rope.freq_base': v.optional(v.number(), 10000),
  'rope.dimension_count': v.optional(size),
  'rope.scaling.type': v.optional(v.string(), 'none'),
  expert_count: v.optional(v.union([v.number(), v.bigint()]), 0),
});

/**
 * The language half as the file describes it.
 *
 * @throws AssistantError 'unsupported' for another architecture, 'bad-data' for
 *   metadata that is missing
 */
export function ggufTextConfig(gguf: GgufFile): TextConfig {
  const architecture = String(gguf.metadata['general.architecture']);
  if (!['llama', 'qwen2', 'qwen2vl'].includes(architecture)) {
    throw unsupported(gguf.file, `the architecture "${architecture}"`);
  }
  const network = readNetwork(gguf, architecture);
  const heads = network['attention.head_count'];
  const headDim = network['attention.key_length'] ?? network.embedding_length / heads;
  const scaling = network['rope.scaling.type'];
  if (scaling !== 'none' || gguf.tensors.describe('rope_freqs.weight')) {
    throw unsupported(gguf.file, `scaled rotary frequencies (${scaling})`);
  }
  if (Number(network.expert_count) > 0) throw unsupported(gguf.file, 'experts');
  if ((network['rope.dimension_count'] ?? headDim) !== headDim) {
    throw unsupported(gguf.file, 'rotation of a part of each head');
  }
  return {
    hiddenSize: network.embedding_length,
    layers: network.block_count,
    heads,
    kvHeads: network['attention.head_count_kv'] ?? heads,
    headDim,
    intermediateSize: network.feed_forward_length,
    vocabSize: gguf.tensors.describe('model.embed_tokens.weight')?.shape[0] ?? 0,
    tiedEmbeddings: !gguf.tensors.describe('lm_head.weight'),
    rmsNormEps: shortest(network['attention.layer_norm_rms_epsilon']),
    ropeTheta: network['rope.freq_base'],
    mropeSection: sections(headDim / 2),
    maxPositions: network.context_length,
  };
}

/**
 * The config of a file by itself: a language half whose vision tower has no
 * blocks. Special tokens that its vocabulary lacks get ids beyond it, where no
 * text can have them.
 */
export function ggufModelConfig(gguf: GgufFile): ModelConfig {
  const text = ggufTextConfig(gguf);
  return {
    text,
    vision: {
      depth: 0,
      hiddenSize: text.hiddenSize,
      heads: text.heads,
      intermediateSize: text.hiddenSize,
      outHiddenSize: text.hiddenSize,
      patchSize: 14,
      temporalPatchSize: 2,
      mergeSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [],
      channels: 3,
    },
    tokens: specialTokens(gguf, text.vocabSize),
  };
}

/** The same config as `config.json` of a Qwen2.5-VL checkpoint has it. */
export function configJson(config: ModelConfig): Readonly<Record<string, unknown>> {
  const { text, vision, tokens } = config;
  return {
    architectures: ['Qwen2_5_VLForConditionalGeneration'],
    model_type: 'qwen2_5_vl',
    hidden_size: text.hiddenSize,
    num_hidden_layers: text.layers,
    num_attention_heads: text.heads,
    num_key_value_heads: text.kvHeads,
    head_dim: text.headDim,
    intermediate_size: text.intermediateSize,
    vocab_size: text.vocabSize,
    tie_word_embeddings: text.tiedEmbeddings,
    rms_norm_eps: text.rmsNormEps,
    rope_theta: text.ropeTheta,
    rope_scaling: { type: 'mrope', mrope_section: text.mropeSection },
    max_position_embeddings: text.maxPositions,
    use_sliding_window: false,
    hidden_act: 'silu',
    image_token_id: tokens.imagePad,
    video_token_id: tokens.videoPad,
    vision_start_token_id: tokens.visionStart,
    vision_end_token_id: tokens.visionEnd,
    vision_config: {
      model_type: 'qwen2_5_vl',
      depth: vision.depth,
      hidden_size: vision.hiddenSize,
      num_heads: vision.heads,
      intermediate_size: vision.intermediateSize,
      out_hidden_size: vision.outHiddenSize,
      patch_size: vision.patchSize,
      temporal_patch_size: vision.temporalPatchSize,
      spatial_merge_size: vision.mergeSize,
      window_size: vision.windowSize,
      fullatt_block_indexes: vision.fullAttentionBlocks,
      in_chans: vision.channels,
      hidden_act: 'silu',
    },
  };
}

function readNetwork(
  gguf: GgufFile,
  architecture: string,
): v.InferOutput<typeof Network> {
  const prefix = `${architecture}.`;
  const own = Object.entries(gguf.metadata)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
  const parsed = v.safeParse(Network, Object.fromEntries(own));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new AssistantError(
    'bad-data',
    `${gguf.file} does not describe its network: ${v.getDotPath(issue) ?? ''} ${issue.message}. Fetch the file again.`,
    { path: gguf.file },
  );
}

function sections(pairs: number): [number, number, number] {
  const time = Math.floor(pairs / 4);
  const height = Math.ceil((pairs - time) / 2);
  return [time, height, pairs - time - height];
}

/** The shortest decimal that is this f32: 0.00001, not 0.000009999999747378752. */
function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return value;
}

function specialTokens(gguf: GgufFile, vocabSize: number): SpecialTokenIds {
  const listed = gguf.metadata['tokenizer.ggml.tokens'];
  const tokens: unknown[] = Array.isArray(listed) ? listed : [];
  const idOf = (token: string, place: number): number => {
    const id = tokens.indexOf(token);
    return id === -1 ? vocabSize + place : id;
  };
  return {
    imagePad: idOf('<|image_pad|>', 0),
    videoPad: idOf('<|video_pad|>', 1),
    visionStart: idOf('<|vision_start|>', 2),
    visionEnd: idOf('<|vision_end|>', 3),
  };
}

function unsupported(file: string, missing: string): AssistantError<'unsupported'> {
  return new AssistantError(
    'unsupported',
    `${file} uses ${missing}. Choose a GGUF of a Llama or Qwen2 language model.`,
    { missing },
  );
}
