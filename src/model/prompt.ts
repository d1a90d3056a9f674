/**
 * @file A conversation to the ids that the decoder reads.
 *
 * The template sees the conversation's own text, so that it may trim or quote
 * it, with special tokens in that text broken (text-guard.ts). The rendered
 * string is cut at the special tokens that are left, the template's own. What
 * lies between two of them is encoded in one piece, without
 * the guard and without special tokens, because words join across the border
 * between template and text ("⏎" and a leading space).
 */
import { AssistantError } from '../base/errors.ts';
import type { GridThw } from '../image/patches.ts';
import type { TemplateMessage } from './chat-template.ts';
import type { ModelConfig } from './config.ts';
import { breakTokens, unusedCharacter } from './text-guard.ts';
import type { TextPiece } from './tokenizer.ts';

export type PromptPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly image: { readonly sha256: string } };

export interface PromptMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: readonly PromptPart[];
}

/** Where an image lies in a prompt. */
export interface PlacedImage {
  readonly sha256: string;
  readonly gridThw: GridThw;
  /** Index of its first token. */
  readonly start: number;
  readonly tokens: number;
}

export interface Prompt {
  /** [T] */
  readonly promptIds: Int32Array;
  /** In order of appearance. */
  readonly images: readonly PlacedImage[];
}

/** A stretch of a prompt as it is read, in words. */
export type SpelledPiece =
  | { readonly kind: 'text'; readonly text: string; readonly tokens: number }
  /** A special token of the template. */
  | { readonly kind: 'token'; readonly text: string }
  | {
      readonly kind: 'image';
      readonly sha256: string;
      /** Patches along time, height, width, before merging. */
      readonly gridThw: GridThw;
      readonly tokens: number;
    };

export interface SpelledPrompt {
  readonly pieces: readonly SpelledPiece[];
  readonly tokens: number;
}

/** What `buildPrompt` asks of a tokenizer. */
interface PromptTokenizer {
  readonly addedTokens: readonly string[];
  encodeText(text: string): number[];
  splitTemplate(text: string): TextPiece[];
}

export interface PromptSource {
  readonly messages: readonly PromptMessage[];
  readonly template: { render(messages: readonly TemplateMessage[]): string };
  readonly tokenizer: PromptTokenizer;
  readonly config: ModelConfig;
  /** Grid of an image, before merging. */
  readonly gridOf: (sha256: string) => GridThw;
}

/**
 * Renders and encodes a conversation, each image as as many image tokens as it
 * has features.
 *
 * @throws AssistantError `unsupported` when the template does not place every
 *   image, or turns text into special tokens
 */
export function buildPrompt(source: PromptSource): Prompt {
  const { tokenizer, config } = source;
  const { pieces, images, guard } = cutPrompt(source);
  const promptIds: number[] = [];
  const placed: PlacedImage[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      for (const id of tokenizer.encodeText(piece.text.replaceAll(guard, ''))) {
        promptIds.push(id);
      }
    } else if (piece.id === config.tokens.imagePad) {
      const image = placeImage(images[placed.length], promptIds.length, source);
      for (let i = 0; i < image.tokens; i++) promptIds.push(piece.id);
      placed.push(image);
    } else {
      promptIds.push(piece.id);
    }
  }
  return { promptIds: Int32Array.from(promptIds), images: placed };
}

/**
 * The prompt that `buildPrompt` makes of the same source, in words: what is read
 * between the special tokens, and how many tokens each piece is.
 */
export function spellPrompt(
  source: PromptSource & {
    readonly tokenizer: { tokenText(id: number): string | undefined };
  },
): SpelledPrompt {
  const { tokenizer, config } = source;
  const { pieces: cut, images, guard } = cutPrompt(source);
  let imageCount = 0;
  const pieces = cut.map((piece): SpelledPiece => {
    if (piece.kind === 'text') {
      const text = piece.text.replaceAll(guard, '');
      return { kind: 'text', text, tokens: tokenizer.encodeText(text).length };
    }
    if (piece.id !== config.tokens.imagePad) {
      return { kind: 'token', text: tokenizer.tokenText(piece.id) ?? `#${piece.id}` };
    }
    const { sha256, gridThw, tokens } = placeImage(images[imageCount++], 0, source);
    return { kind: 'image', sha256, gridThw, tokens };
  });
  const tokens = pieces
    .map((piece) => (piece.kind === 'token' ? 1 : piece.tokens))
    .reduce((sum, count) => sum + count, 0);
  return { pieces, tokens };
}

/** The rendered template, cut at its special tokens; `guard` still breaks those of the conversation. */
function cutPrompt(source: PromptSource) {
  const { tokenizer, template } = source;
  const messages = source.messages.map(joinTexts);
  const guard = unusedCharacter(messages.flatMap(textsOf));
  const guarded = messages.map((message) =>
    mapText(message, (text) => breakTokens(text, tokenizer.addedTokens, guard)),
  );
  const pieces = tokenizer.splitTemplate(template.render(guarded.map(toTemplate)));
  const images = source.messages.flatMap(({ content }) =>
    content.flatMap((part) => (part.kind === 'image' ? [part.image.sha256] : [])),
  );
  checkSkeleton(pieces, messages, source, images.length);
  return { pieces, images, guard };
}

function placeImage(
  sha256: string,
  start: number,
  { gridOf, config }: PromptSource,
): PlacedImage {
  const gridThw = gridOf(sha256);
  const [time, height, width] = gridThw;
  return {
    sha256,
    gridThw,
    start,
    tokens: (time * height * width) / config.vision.mergeSize ** 2,
  };
}

/** Neighbouring texts become one, so that a special token cannot be put together from two. */
function joinTexts({ role, content }: PromptMessage): PromptMessage {
  const joined: PromptPart[] = [];
  for (const part of content) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + part.text };
    } else {
      joined.push(part);
    }
  }
  return { role, content: joined };
}

function mapText(
  message: PromptMessage,
  change: (text: string) => string,
): PromptMessage {
  const content = message.content.map((part): PromptPart =>
    part.kind === 'text' ? { kind: 'text', text: change(part.text) } : part,
  );
  return { role: message.role, content };
}

function toTemplate({ role, content }: PromptMessage): TemplateMessage {
  const texts = textsOf({ role, content });
  if (texts.length === content.length) return { role, content: texts.join('') };
  return {
    role,
    content: content.map((part) =>
      part.kind === 'text' ? { type: 'text', text: part.text } : { type: 'image' },
    ),
  };
}

function textsOf({ content }: PromptMessage): string[] {
  return content.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
}

/** The special tokens must be those of the same conversation about nothing. */
function checkSkeleton(
  pieces: readonly TextPiece[],
  messages: readonly PromptMessage[],
  { template, tokenizer, config }: PromptSource,
  imageCount: number,
): void {
  const neutral = messages.map((message) =>
    mapText(message, (text) => (text.trim() === '' ? text : 'x')),
  );
  const expected = tokenIdsOf(
    tokenizer.splitTemplate(template.render(neutral.map(toTemplate))),
  );
  const actual = tokenIdsOf(pieces);
  if (actual.join() !== expected.join()) {
    throw new AssistantError(
      'unsupported',
      'The chat template turned something in the conversation into a control token. Use a checkpoint whose template leaves text as it is.',
      { missing: 'a chat template that leaves text as it is' },
    );
  }
  const places = actual.filter((id) => id === config.tokens.imagePad).length;
  if (places !== imageCount) {
    throw new AssistantError(
      'unsupported',
      `The chat template has places for ${places} of ${imageCount} images. Use a checkpoint whose template knows images.`,
      { missing: 'a chat template that places images' },
    );
  }
}

function tokenIdsOf(pieces: readonly TextPiece[]): number[] {
  return pieces.flatMap((piece) => (piece.kind === 'token' ? [piece.id] : []));
}
