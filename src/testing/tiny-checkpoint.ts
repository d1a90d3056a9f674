/**
 * @file A tiny, seeded Qwen2.5-VL checkpoint for tests of every kind, as a
 * Hugging Face folder.
 *
 * Its weights are random, but its head only knows a few clinical words and the
 * end of a turn: answers mean nothing, can be read, and are always the same.
 */
import { Random } from '../base/random.ts';
import { configJson } from '../checkpoint/gguf-config.ts';
import { planStorage } from '../checkpoint/storage-plan.ts';
import { CHATML_TEMPLATE } from '../model/chat-template.ts';
import type { ModelConfig } from '../model/config.ts';

const WORDS = (
  ' the a with and of for in on to is may be patient history pain chest fever cough acute ' +
  'chronic left right onset sudden since days weeks exam shows no rash heart lung blood ' +
  'pressure high low normal rate rhythm film ECG test result check ask about consider rule ' +
  'out infection anaemia headache nausea vision sleep dose allergy follow up again today'
)
  .split(' ')
  .map((word) => (word === '' ? '.' : ` ${word}`));
const SPECIAL = [
  '<|endoftext|>',
  '<|im_start|>',
  '<|im_end|>',
  '<|vision_start|>',
  '<|vision_end|>',
  '<|image_pad|>',
  '<|video_pad|>',
];
const BYTES = 256;
const FIRST_SPECIAL = BYTES + WORDS.length;
const END_OF_TURN = idOf('<|im_end|>');

const CONFIG: ModelConfig = {
  text: {
    hiddenSize: 64,
    layers: 2,
    heads: 2,
    kvHeads: 1,
    headDim: 32,
    intermediateSize: 128,
    vocabSize: Math.ceil((FIRST_SPECIAL + SPECIAL.length) / 32) * 32,
    tiedEmbeddings: false,
    rmsNormEps: 1e-6,
    ropeTheta: 1e6,
    mropeSection: [4, 6, 6],
    maxPositions: 8192,
  },
  vision: {
    depth: 2,
    hiddenSize: 64,
    heads: 2,
    intermediateSize: 96,
    outHiddenSize: 64,
    patchSize: 14,
    temporalPatchSize: 2,
    mergeSize: 2,
    windowSize: 112,
    fullAttentionBlocks: [1],
    channels: 3,
  },
  tokens: {
    imagePad: idOf('<|image_pad|>'),
    videoPad: idOf('<|video_pad|>'),
    visionStart: idOf('<|vision_start|>'),
    visionEnd: idOf('<|vision_end|>'),
  },
};

export interface TinyShape {
  /** Another seed is another checkpoint, with other answers. */
  readonly seed: number;
  /** More of them take longer for each word. */
  readonly layers: number;
  /** True for one that never ends its turn. */
  readonly isEndless: boolean;
}

/** Every file of the folder. */
export function tinyCheckpoint(shape: TinyShape): ReadonlyMap<string, Uint8Array> {
  const config = { ...CONFIG, text: { ...CONFIG.text, layers: shape.layers } };
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return new Map([
    ['config.json', json(configJson(config))],
    ['tokenizer.json', json(tokenizer())],
    ['tokenizer_config.json', json({ eos_token: '<|im_end|>' })],
    ['chat_template.jinja', new TextEncoder().encode(CHATML_TEMPLATE.trimStart())],
    ['generation_config.json', json({ eos_token_id: [END_OF_TURN] })],
    ['preprocessor_config.json', json(PREPROCESSOR)],
    ['model.safetensors', safetensors(weights(config, shape))],
  ]);
}

function idOf(special: string): number {
  return FIRST_SPECIAL + SPECIAL.indexOf(special);
}

interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

function weights(
  config: ModelConfig,
  { seed, isEndless }: TinyShape,
): ReadonlyMap<string, Tensor> {
  const random = new Random(seed);
  const parts = planStorage(config, { bits: '32' }).flatMap(({ tensors }) =>
    tensors.flatMap((tensor) => tensor.parts),
  );
  return new Map(
    parts.map(({ source, shape }) => {
      const values = new Float32Array(shape.reduce((size, axis) => size * axis, 1));
      if (shape.length === 1) values.fill(source.endsWith('.weight') ? 1 : 0);
      else for (let i = 0; i < values.length; i++) values[i] = random.normal() * 0.3;
      if (source === 'lm_head.weight') keepWords(values, isEndless);
      return [source, { shape, values }];
    }),
  );
}

/** Leaves the head only the words and the end of a turn. */
function keepWords(head: Float32Array, isEndless: boolean): void {
  const { hiddenSize, vocabSize } = CONFIG.text;
  for (let id = 0; id < vocabSize; id++) {
    const isSaid =
      (id >= BYTES && id < FIRST_SPECIAL) || (id === END_OF_TURN && !isEndless);
    if (!isSaid) head.fill(0, id * hiddenSize, (id + 1) * hiddenSize);
  }
}

/** @see https://huggingface.co/docs/safetensors — length, JSON header, bytes */
function safetensors(tensors: ReadonlyMap<string, Tensor>): Uint8Array {
  const header: Record<string, unknown> = {};
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    const data_offsets = [end, (end += values.byteLength)];
    header[name] = { dtype: 'F32', shape, data_offsets };
  }
  const head = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + head.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(head.length), true);
  file.set(head, 8);
  let offset = 8 + head.length;
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer), offset);
    offset += values.byteLength;
  }
  return file;
}

function tokenizer(): unknown {
  const vocab = [...byteAlphabet(), ...WORDS.map((word) => word.replace(' ', 'Ġ'))];
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content) => ({
      id: idOf(content),
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: null,
    pre_tokenizer: {
      type: 'ByteLevel',
      add_prefix_space: false,
      trim_offsets: false,
      use_regex: true,
    },
    post_processor: null,
    decoder: {
      type: 'ByteLevel',
      add_prefix_space: false,
      trim_offsets: false,
      use_regex: true,
    },
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(vocab.map((token, id) => [token, id])),
      merges: [],
      unk_token: null,
      ignore_merges: true, // a word is one token, in answers as in questions,
    },
  };
}

/** The printable letter that stands for each byte in byte-level BPE, as GPT-2 has it. */
function byteAlphabet(): string[] {
  let unprintable = 0;
  return Array.from({ length: BYTES }, (_, byte) => {
    const isPrintable =
      (byte > 32 && byte < 127) || (byte > 160 && byte < 256 && byte !== 173);
    return String.fromCodePoint(isPrintable ? byte : 256 + unprintable++);
  });
}

const PREPROCESSOR = {
  image_processor_type: 'Qwen2VLImageProcessor',
  min_pixels: 3136,
  max_pixels: 50_176,
  patch_size: 14,
  temporal_patch_size: 2,
  merge_size: 2,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
};
