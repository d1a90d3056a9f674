/**
 * @file An engine that answers from a script, word by word, without any weights.
 *
 * It keeps the promises of `Engine`: turns are taken, stop ends an answer with
 * `stopped`, and after a lost device it must be loaded again.
 */
import { AssistantError } from '../base/errors.ts';
import type {
  ChatMessage,
  CheckpointSource,
  DeviceReport,
  Engine,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
  LoadEvent,
  LoadOptions,
  ScoreEvent,
  ScoreRequest,
  SeenImage,
  SpelledPrompt,
} from '../engine/engine.ts';

export interface Script {
  /** What it answers, one entry a request; after the last it starts over. */
  readonly answers: readonly string[];
  /** Pause before each word. */
  readonly wordMs?: number;
  /** Pause between two load events. */
  readonly loadMs?: number;
}

export const SCRIPTED_DEVICE: DeviceReport = {
  runtime: 'wasm',
  floatType: 'f32',
  description: 'scripted',
  subgroups: false,
  threads: 1,
  sessions: 1,
  contextTokens: 2048,
  rejected: [],
  selfCheckError: 0,
  loadMs: 1,
};

export class ScriptedEngine implements Engine {
  readonly requests: GenerateRequest[] = [];
  readonly scored: ScoreRequest[] = [];
  readonly sources: CheckpointSource[] = [];
  /** Thrown by the next loads, first come first served. */
  readonly loadErrors: Error[] = [];
  /** Thrown by the next answers, after their first word. */
  readonly answerErrors: Error[] = [];
  finish: 'stop-token' | 'length' | 'context-full' = 'stop-token';
  #script: Script;
  #isLoaded = false;
  #answered = 0;
  #isBusy = false;

  constructor(script: Script = { answers: ['Since when?'] }) {
    this.#script = script;
  }

  async *load(
    source: CheckpointSource,
    _options: LoadOptions,
    signal: AbortSignal,
  ): AsyncGenerator<LoadEvent> {
    this.#isLoaded = false;
    this.sources.push(source);
    const totalBytes = [...source.files.values()].reduce((sum, f) => sum + f.size, 0);
    yield { kind: 'trying', configuration: 'scripted' };
    for (const share of [0.5, 1]) {
      await pause(this.#script.loadMs ?? 0);
      if (signal.aborted) {
        throw new AssistantError('aborted', 'Loading was stopped.', { by: 'person' });
      }
      yield { kind: 'progress', loadedBytes: totalBytes * share, totalBytes };
    }
    const error = this.loadErrors.shift();
    if (error !== undefined) throw error;
    yield { kind: 'self-check' };
    this.#isLoaded = true;
    yield { kind: 'ready', device: SCRIPTED_DEVICE };
  }

  async *generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    while (this.#isBusy) await pause(1);
    this.#isBusy = true;
    try {
      yield* this.#answer(request, signal);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Each word has the probability 1/2, and 1/4 without an image. */
  async *score(
    { messages, answer }: ScoreRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ScoreEvent> {
    if (!this.#isLoaded) throw notLoaded();
    this.scored.push({ messages, answer });
    const images = messages.flatMap((m) => m.content).filter((p) => p.kind === 'image');
    const logprob = images.length > 0 ? -Math.LN2 : -2 * Math.LN2;
    for (const [tokenId, text] of answer.text.split(/(?<= )/).entries()) {
      await pause(0);
      if (signal.aborted) return;
      yield { kind: 'token', token: { tokenId, text, logprob }, alternatives: [] };
    }
  }

  /** Every image looks like a grey square of one token. */
  async see(_image: ImageInput): Promise<SeenImage> {
    if (!this.#isLoaded) throw notLoaded();
    return {
      widthPx: 28,
      heightPx: 28,
      data: new Uint8Array(28 * 28 * 3).fill(128),
      originalWidthPx: 280,
      originalHeightPx: 28,
      patchPx: 14,
      tokenPx: 28,
      tokens: 1,
    };
  }

  /** Roles are its special tokens, words its tokens. */
  async spell(messages: readonly ChatMessage[]): Promise<SpelledPrompt> {
    if (!this.#isLoaded) throw notLoaded();
    const pieces = messages.flatMap(({ role, content }) => [
      { kind: 'token' as const, text: `<${role}>` },
      ...content.map((part) =>
        part.kind === 'text'
          ? { ...part, tokens: part.text.split(/\s+/).length }
          : {
              kind: 'image' as const,
              sha256: part.image.sha256,
              gridThw: [1, 2, 2] as const,
              tokens: 1,
            },
      ),
    ]);
    return { pieces, tokens: countWords(messages) };
  }

  async forget(): Promise<void> {
    this.requests.length = 0;
  }

  async dispose(): Promise<void> {
    this.#isLoaded = false;
  }

  async *#answer(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    if (!this.#isLoaded) throw notLoaded();
    this.requests.push(request);
    if (request.begun !== undefined) {
      yield { kind: 'begun', text: request.begun.text, tokenIds: [] };
    }
    yield* imageEvents(request.messages);
    const promptTokens = countWords(request.messages);
    yield {
      kind: 'prefill',
      doneTokens: promptTokens,
      totalTokens: promptTokens,
      reusedTokens: 0,
    };
    const { answers, wordMs = 0 } = this.#script;
    const words = (answers[this.#answered++ % answers.length] ?? '').split(/(?<= )/);
    let newTokens = 0;
    let finish: 'stop-token' | 'length' | 'stopped' | 'context-full' = this.finish;
    for (const text of words) {
      await pause(wordMs);
      if (signal.aborted) {
        finish = 'stopped';
        break;
      }
      yield { kind: 'text', text, tokenId: newTokens++ };
      const error = this.answerErrors.shift();
      if (error !== undefined) {
        this.#isLoaded = false;
        throw error;
      }
    }
    const usage = { promptTokens, reusedTokens: 0, newTokens };
    const times = {
      imageMs: 0,
      prefillMs: 1,
      decodeMs: newTokens * Math.max(wordMs, 1),
    };
    yield { kind: 'done', finish, usage: { ...usage, ...times } };
  }
}

function notLoaded(): AssistantError {
  return new AssistantError('device-lost', 'Nothing is loaded. Load again.', {
    reason: 'not loaded',
  });
}

function* imageEvents(messages: readonly ChatMessage[]): Generator<GenerateEvent> {
  const images = messages.flatMap((m) => m.content).filter((p) => p.kind === 'image');
  for (const index of images.keys()) {
    const size = { widthPx: 28, heightPx: 28, tokens: 1 };
    yield { kind: 'image', index, count: images.length, isCached: false, ...size };
  }
}

function countWords(messages: readonly ChatMessage[]): number {
  return messages
    .flatMap((message) => message.content)
    .map((part) => (part.kind === 'text' ? part.text.split(/\s+/).length : 1))
    .reduce((sum, words) => sum + words, 0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
