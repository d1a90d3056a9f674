/**
 * @file Text to vocabulary ids and back, as the checkpoint's `tokenizer.json` says.
 *
 * There are two ways in. A template's own text is read with its special tokens;
 * what a person or a model wrote never is: `<|im_end|>` in it is ten characters.
 */
import { ByteLevelPreTokenizer, Tokenizer as Pipeline } from '@huggingface/tokenizers';
import { AssistantError } from '../base/errors.ts';
import { byteOfCharacter, StreamDecoder } from './stream-decoder.ts';

/** A piece of text with special tokens recognized. */
export type TextPiece =
  | { readonly kind: 'token'; readonly id: number }
  | { readonly kind: 'text'; readonly text: string };

/**
 * GPT-2's pattern with Unicode's white space, which the reference matches with
 * `\s`; JavaScript's `\s` adds U+FEFF and lacks U+0085.
 */
const SPACE =
  '\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const GPT2_PATTERN = new RegExp(
  `'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^${SPACE}\\p{L}\\p{N}]+|[${SPACE}]+(?![^${SPACE}])|[${SPACE}]+`,
  'gu',
);

export class Tokenizer {
  readonly #pipeline: Pipeline;
  /** Added tokens by their spelling; the longest first in `#addedPattern`. */
  readonly #added: ReadonlyMap<string, number>;
  readonly #addedPattern: RegExp;
  readonly #specialIds: ReadonlySet<number>;
  /** Largest id that stands for a token; rows of the head beyond it are padding. */
  readonly highestTokenId: number;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
    const added = [...pipeline.get_added_tokens_decoder().values()];
    this.#added = new Map(added.map((token) => [token.content, token.id]));
    this.#specialIds = new Set(
      added.filter((token) => token.special).map((token) => token.id),
    );
    this.#addedPattern = anyOf([...this.#added.keys()]);
    this.highestTokenId = Math.max(
      ...this.#added.values(),
      (pipeline.model?.vocab.length ?? 0) - 1,
    );
  }

  /** Ids of plain text: nothing in it is a special token. */
  encodeText(text: string): number[] {
    const { normalizer, pre_tokenizer, model } = this.#pipeline;
    if (text === '' || !model) return [];
    const normalized: string = normalizer ? normalizer.normalize(text) : text;
    const words = pre_tokenizer ? pre_tokenizer.pre_tokenize(normalized) : [normalized];
    return model.encode(words).map((token) => this.#vocabularyId(token));
  }

  /** Ids of a template's text: special tokens in it are recognized. */
  encodeTemplate(text: string): number[] {
    return this.splitTemplate(text).flatMap((piece) =>
      piece.kind === 'token' ? [piece.id] : this.encodeText(piece.text),
    );
  }

  /** Cuts a template's text at its special tokens. */
  splitTemplate(text: string): TextPiece[] {
    const pieces: TextPiece[] = [];
    let end = 0;
    for (const match of text.matchAll(this.#addedPattern)) {
      if (match.index > end) {
        pieces.push({ kind: 'text', text: text.slice(end, match.index) });
      }
      const id = this.#added.get(match[0]);
      if (id !== undefined) pieces.push({ kind: 'token', id });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
    return pieces;
  }

  /** Spellings that `splitTemplate` recognizes. */
  get addedTokens(): readonly string[] {
    return [...this.#added.keys()];
  }

  /** Id of a token by its spelling. */
  tokenId(content: string): number | undefined {
    return this.#pipeline.token_to_id(content);
  }

  /** Spelling of a token, for reports; its bytes need not be whole characters. */
  tokenText(id: number): string | undefined {
    return this.#pipeline.id_to_token(id);
  }

  /** Text of a whole answer, special tokens left out. */
  decode(tokenIds: Iterable<number>): string {
    const decoder = this.newDecoder();
    let text = '';
    for (const id of tokenIds) text += decoder.push(id);
    return text + decoder.end();
  }

  /** A decoder for one answer as it grows. */
  newDecoder(): StreamDecoder {
    return new StreamDecoder((id) => this.#tokenBytes(id));
  }

  #vocabularyId(token: string): number {
    const id = this.#pipeline.model?.tokens_to_ids.get(token);
    if (id !== undefined) return id;
    throw badTokenizer(`its vocabulary has no token "${token}"`);
  }

  /** Bytes a token stands for; none for special tokens and unknown ids. */
  #tokenBytes(id: number): Uint8Array {
    const token = this.#pipeline.id_to_token(id);
    if (token === undefined || this.#specialIds.has(id)) return new Uint8Array();
    if (this.#added.has(token)) return new TextEncoder().encode(token);
    return Uint8Array.from(token, byteOfCharacter);
  }
}

/**
 * Reads a byte-level `tokenizer.json`.
 *
 * @param config - `tokenizer_config.json`, or an empty object
 * @throws AssistantError `unsupported` for a tokenizer that is not byte-level,
 *   `bad-data` for one that cannot be read
 */
export function readTokenizer(json: unknown, config: unknown = {}): Tokenizer {
  let pipeline: Pipeline;
  try {
    pipeline = new Pipeline(json as object, config as object);
  } catch (cause) {
    throw badTokenizer(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (
    !JSON.stringify((json as { decoder?: unknown }).decoder).includes('"ByteLevel"')
  ) {
    throw new AssistantError(
      'unsupported',
      'tokenizer.json is not byte-level. Choose a checkpoint with a byte-level BPE tokenizer, as Qwen2.5 has.',
      { missing: 'a byte-level tokenizer' },
    );
  }
  useUnicodeSpace(pipeline.pre_tokenizer);
  return new Tokenizer(pipeline);
}

/** Corrects the library's pattern in every byte-level step that splits words itself. */
function useUnicodeSpace(step: unknown): void {
  if (step instanceof ByteLevelPreTokenizer) step.pattern = GPT2_PATTERN;
  const { tokenizers } = step as { tokenizers?: readonly unknown[] };
  tokenizers?.forEach(useUnicodeSpace);
}

/** Matches any of `words`, the longest first; nothing when there are none. */
function anyOf(words: readonly string[]): RegExp {
  const escaped = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(escaped.length > 0 ? escaped.join('|') : '(?!)', 'g');
}

function badTokenizer(what: string, cause?: unknown) {
  return new AssistantError(
    'bad-data',
    `tokenizer.json cannot be read: ${what}. Fetch or convert the checkpoint again.`,
    { path: 'tokenizer.json' },
    { cause },
  );
}
