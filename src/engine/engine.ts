/**
 * @file What an engine is: something that holds one checkpoint and answers
 * conversations with it.
 *
 * The worker client is one, the engine inside the worker is one, and so is the
 * scripted engine of the tests.
 */
import type { Adapter } from '../checkpoint/adapter.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { SpelledPrompt } from '../model/prompt.ts';

export type { SpelledPrompt };

/** A checkpoint as the engine takes it: the manifest and a blob per file named in it. */
export interface CheckpointSource {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Blob>;
  /** Laid over it by the engine, not by who hands it over; see `lay-adapter.ts`. */
  readonly adapter?: LaidAdapter;
}

/**
 * How an adapter's low-rank pairs are computed with.
 *
 * - `merged`: added to each matrix while it is loaded, which costs nothing later.
 * - `run-time`: two thin products beside each matrix, whose stored blocks stay.
 * - `auto`: merged where a matrix is dequantized while loading anyway, else run-time.
 */
export type AdapterApplication = 'merged' | 'run-time' | 'auto';

export interface LaidAdapter {
  readonly adapter: Adapter;
  readonly application: AdapterApplication;
}

/** Which of the checkpoint's adapters, its first when it is not named, and how. */
export interface AdapterChoice {
  readonly name?: string;
  readonly application?: AdapterApplication;
}

/** Which runtime computes. `auto` tries them in this order and keeps the first that passes the self-check. */
export type RuntimeKind = 'webgpu-jspi' | 'webgpu-asyncify' | 'wasm';
export type FloatType = 'f16' | 'f32';

export interface LoadOptions {
  readonly runtime: RuntimeKind | 'webgpu' | 'auto';
  readonly floatType: FloatType | 'auto';
  /** Threads of the wasm build; 0 lets the engine choose. */
  readonly threads: number;
  /** Most tokens a conversation may hold; clipped to what the model was trained for. */
  readonly contextTokens: number;
  /** `none` leaves the checkpoint as it was before training. */
  readonly adapter?: AdapterChoice | 'none';
}

/** What the engine ended up running on, to be shown and kept with each answer. */
export interface DeviceReport {
  readonly runtime: RuntimeKind;
  readonly floatType: FloatType;
  /** "apple m2", "SwiftShader", "2 threads". */
  readonly description: string;
  readonly subgroups: boolean;
  readonly threads: number;
  readonly sessions: number;
  readonly contextTokens: number;
  /** Every configuration that was tried before this one, with the reason it was left. */
  readonly rejected: readonly {
    readonly configuration: string;
    readonly reason: string;
  }[];
  /** Largest relative difference of the self-check to the host's computation. */
  readonly selfCheckError: number;
  readonly loadMs: number;
}

export type LoadEvent =
  | { readonly kind: 'trying'; readonly configuration: string }
  | {
      readonly kind: 'progress';
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 'self-check' }
  | { readonly kind: 'ready'; readonly device: DeviceReport };

/** An image as it was attached: encoded bytes and their SHA-256 (hex). */
export interface ImageInput {
  readonly sha256: string;
  readonly blob: Blob;
}

/** An image as the loaded checkpoint is given it, before its values are normalized. */
export interface SeenImage {
  /** Of the picture after resizing. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** [heightPx, widthPx, 3] red green blue. */
  readonly data: Uint8Array;
  /** Of the image as it was attached. */
  readonly originalWidthPx: number;
  readonly originalHeightPx: number;
  /** Edge of a patch, and of the square of patches that becomes one token. */
  readonly patchPx: number;
  readonly tokenPx: number;
  readonly tokens: number;
}

export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly image: ImageInput };

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: readonly ContentPart[];
}

export interface Sampling {
  /** 0 is greedy. */
  readonly temperature: number;
  /** 0 is off. */
  readonly topK: number;
  /** 1 is off. */
  readonly topP: number;
  /** 1 is off. */
  readonly repetitionPenalty: number;
  readonly seed: number;
}

/** PulseMind's own settings (its benchmark): in effect greedy after the penalty. */
export const PULSEMIND_SAMPLING: Sampling = {
  temperature: 0.1,
  topK: 1,
  topP: 0.001,
  repetitionPenalty: 1.05,
  seed: 0,
};

/** The most probable token each time. */
export const GREEDY_SAMPLING: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  repetitionPenalty: 1,
  seed: 0,
};

/** An answer as far as it was made. */
export interface BegunAnswer {
  readonly text: string;
  /** Those that it was made of, where they are known. */
  readonly tokenIds?: readonly number[];
}

export interface GenerateRequest {
  readonly messages: readonly ChatMessage[];
  /** The answer goes on behind this; what is new is said alone. */
  readonly begun?: BegunAnswer;
  readonly sampling: Sampling;
  readonly maxNewTokens: number;
  /**
   * Of the prompt, at most so many tokens are taken from the cache. With what an
   * answer reused, it is computed again in the same passes.
   */
  readonly reuseAtMost?: number;
}

/** What to read, to say how probable the model finds an answer. */
export interface ScoreRequest {
  readonly messages: readonly ChatMessage[];
  readonly answer: BegunAnswer;
}

/** Natural logarithm of a probability among the whole vocabulary, before any sampling; ≤ 0. */
export interface LikelyToken {
  readonly tokenId: number;
  /** Empty for a token that ends inside a character. */
  readonly text: string;
  readonly logprob: number;
}

export type ScoreEvent =
  | Extract<GenerateEvent, { kind: 'image' | 'prefill' }>
  /** One a token of the answer, in order. */
  | {
      readonly kind: 'token';
      readonly token: LikelyToken;
      /** What else could stand there, the most likely first; the token itself may be among them. */
      readonly alternatives: readonly LikelyToken[];
    };

/** Times and counts of one answer. */
export interface Usage {
  readonly promptTokens: number;
  /** Of the prompt, how many were still in the KV cache. */
  readonly reusedTokens: number;
  readonly newTokens: number;
  readonly imageMs: number;
  readonly prefillMs: number;
  readonly decodeMs: number;
}

export type GenerateEvent =
  /** The answer needed another configuration; this is the new one. */
  | { readonly kind: 'device'; readonly device: DeviceReport }
  /** The answer that goes on, as it was read: without a character that was cut short. */
  | {
      readonly kind: 'begun';
      readonly text: string;
      readonly tokenIds: readonly number[];
    }
  | {
      readonly kind: 'image';
      readonly index: number;
      readonly count: number;
      readonly isCached: boolean;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly tokens: number;
    }
  | {
      readonly kind: 'prefill';
      readonly doneTokens: number;
      readonly totalTokens: number;
      readonly reusedTokens: number;
    }
  | { readonly kind: 'text'; readonly text: string; readonly tokenId: number }
  | {
      readonly kind: 'done';
      readonly finish: 'stop-token' | 'length' | 'stopped' | 'context-full';
      readonly usage: Usage;
    };

/**
 * An engine answers one request at a time; a second call waits its turn.
 * `stop` through the AbortSignal ends generation with a `done` event whose
 * finish is `stopped`. Errors are `AssistantError`s (see base/errors.ts); after
 * `device-lost` the engine must be loaded again.
 */
export interface Engine {
  load(
    source: CheckpointSource,
    options: LoadOptions,
    signal: AbortSignal,
  ): AsyncIterable<LoadEvent>;
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<GenerateEvent>;
  /**
   * How probable the model finds each token of an answer, in one pass over it. Takes
   * turns with answers; ends early when `signal` does.
   *
   * @throws AssistantError as `generate` does
   */
  score(request: ScoreRequest, signal: AbortSignal): AsyncIterable<ScoreEvent>;
  /**
   * What the loaded checkpoint is given of an image. Does not wait for a running answer.
   *
   * @throws AssistantError `bad-input` when the image cannot be used, `unsupported`
   *   for a checkpoint without a vision tower, `device-lost` when nothing is loaded
   */
  see(image: ImageInput): Promise<SeenImage>;
  /**
   * The prompt that an answer to `messages` would be made from, in words, from the
   * loaded checkpoint's own template and tokenizer. Does not wait for a running answer.
   *
   * @throws AssistantError as `see`; `unsupported` for a template that cannot be used
   */
  spell(messages: readonly ChatMessage[]): Promise<SpelledPrompt>;
  /** Lets go of everything it remembers of conversations and images; the checkpoint stays loaded. */
  forget(): Promise<void>;
  dispose(): Promise<void>;
}
