/**
 * @file A tokenizer.json rebuilt from what a GGUF file says of its tokenizer.
 *
 * GGUF keeps tokens, merges and each token's kind, and names the rule that
 * splits text before merging instead of giving it; the rules are written out
 * here for the families we read. All are byte-level BPE.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import type { GgufFile } from './gguf.ts';

/** What a token is, as `tokenizer.ggml.token_type` counts. */
const CONTROL = 3;
const USER_DEFINED = 4;
const UNUSED = 5;

const Tokenizer = v.object({
  'tokenizer.ggml.model': v.literal('gpt2'),
  'tokenizer.ggml.pre': v.optional(v.string(), 'gpt-2'),
  'tokenizer.ggml.tokens': v.array(v.string()),
  'tokenizer.ggml.merges': v.array(v.string()),
  'tokenizer.ggml.token_type': v.array(v.number()),
  'tokenizer.ggml.bos_token_id': v.optional(v.number()),
  'tokenizer.ggml.eos_token_id': v.optional(v.number()),
  'tokenizer.ggml.padding_token_id': v.optional(v.number()),
  'tokenizer.ggml.add_bos_token': v.optional(v.boolean(), false),
  'tokenizer.chat_template': v.optional(v.string()),
});

interface Split {
  readonly normalizer: object | null;
  readonly preTokenizer: object;
  /** A piece that is a token stays one, whatever the merges say. */
  readonly ignoreMerges: boolean;
}

const LETTERS_AND_SPACES =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|DIGITS| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/** By the name in `tokenizer.ggml.pre`. */
const SPLITS: Readonly<Record<string, Split>> = {
  'gpt-2': { normalizer: null, preTokenizer: byteLevel(true), ignoreMerges: false },
  smollm: {
    normalizer: null,
    preTokenizer: sequence(
      { type: 'Digits', individual_digits: true },
      byteLevel(true),
    ),
    ignoreMerges: false,
  },
  qwen2: {
    normalizer: { type: 'NFC' },
    preTokenizer: sequence(splitBy('\\p{N}'), byteLevel(false)),
    ignoreMerges: false,
  },
  'llama-bpe': {
    normalizer: null,
    preTokenizer: sequence(splitBy('\\p{N}{1,3}'), byteLevel(false)),
    ignoreMerges: true,
  },
};

/** The small files of a Hugging Face folder that concern text. */
export interface TokenizerFiles {
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly generationConfig: object;
}

/**
 * The tokenizer of a GGUF file as Hugging Face files.
 *
 * @param rename - other spellings for some tokens; their ids stay
 * @throws AssistantError 'unsupported' for a tokenizer of another kind
 */
export function ggufTokenizer(
  gguf: GgufFile,
  rename: ReadonlyMap<string, string> = new Map(),
): TokenizerFiles {
  const parsed = v.safeParse(Tokenizer, gguf.metadata);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw unsupported(gguf.file, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const read = parsed.output;
  const split = SPLITS[read['tokenizer.ggml.pre']];
  if (!split) {
    throw unsupported(gguf.file, `splitting rule "${read['tokenizer.ggml.pre']}"`);
  }
  const types = read['tokenizer.ggml.token_type'];
  const tokens = read['tokenizer.ggml.tokens'].map(
    (token) => rename.get(token) ?? token,
  );
  const nameOf = (id: number | undefined): string | null =>
    id === undefined ? null : (tokens[id] ?? null);
  const eos = read['tokenizer.ggml.eos_token_id'];
  const bos = read['tokenizer.ggml.bos_token_id'];
  return {
    tokenizer: tokenizerJson(tokens, types, read['tokenizer.ggml.merges'], split),
    tokenizerConfig: {
      tokenizer_class: 'PreTrainedTokenizerFast',
      add_bos_token: read['tokenizer.ggml.add_bos_token'],
      add_prefix_space: false,
      clean_up_tokenization_spaces: false,
      bos_token: nameOf(bos),
      eos_token: nameOf(eos),
      pad_token: nameOf(read['tokenizer.ggml.padding_token_id']),
      chat_template: read['tokenizer.chat_template'] ?? null,
    },
    generationConfig: {
      ...(bos === undefined ? {} : { bos_token_id: bos }),
      eos_token_id: stopTokens(tokens, eos),
      do_sample: true,
      repetition_penalty: 1.05,
    },
  };
}

function tokenizerJson(
  tokens: readonly string[],
  types: readonly number[],
  merges: readonly string[],
  split: Split,
): object {
  const vocab: Record<string, number> = {};
  const added: object[] = [];
  tokens.forEach((content, id) => {
    const type = types[id];
    if (type === UNUSED) return;
    vocab[content] = id;
    if (type !== CONTROL && type !== USER_DEFINED) return;
    const flags = {
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    };
    added.push({ id, content, ...flags, special: type === CONTROL });
  });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: added,
    normalizer: split.normalizer,
    pre_tokenizer: split.preTokenizer,
    post_processor: null,
    decoder: byteLevel(true),
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: split.ignoreMerges,
      vocab,
      merges,
    },
  };
}

/** The end of a turn, and the end of a text where there is one. */
function stopTokens(tokens: readonly string[], eos: number | undefined): number[] {
  const ids = [eos, tokens.indexOf('<|im_end|>'), tokens.indexOf('<|endoftext|>')];
  return [...new Set(ids.filter((id) => id !== undefined && id >= 0))] as number[];
}

function sequence(...pretokenizers: readonly object[]): object {
  return { type: 'Sequence', pretokenizers };
}

function byteLevel(useRegex: boolean): object {
  return {
    type: 'ByteLevel',
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: useRegex,
  };
}

function splitBy(digits: string): object {
  const pattern = { Regex: LETTERS_AND_SPACES.replace('DIGITS', digits) };
  return { type: 'Split', pattern, behavior: 'Isolated', invert: false };
}

function unsupported(file: string, missing: string): AssistantError<'unsupported'> {
  return new AssistantError(
    'unsupported',
    `${file} has a tokenizer we cannot rebuild (${missing}). Put its tokenizer.json beside it.`,
    { missing },
  );
}
