/** @file One answer, from messages to text, with its times and counts. */
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { buildPrompt } from '../model/prompt.ts';
import type { StreamDecoder } from '../model/stream-decoder.ts';
import { begunTokenIds, decodeBegun } from './begun-answer.ts';
import type { CheckpointSettings } from './checkpoint-settings.ts';
import type {
  ChatMessage,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
  ScoreEvent,
  Usage,
} from './engine.ts';
import type { ImageFeatures } from './image-features.ts';
import type { Network } from './network.ts';
import type { TokenGenerator, TokenPrompt } from './token-generator.ts';

/** A checkpoint that is ready to answer. */
export interface LoadedCheckpoint {
  readonly network: Network;
  readonly settings: CheckpointSettings;
  readonly generator: TokenGenerator;
  readonly images: ImageFeatures;
  readonly bannedTokenIds: ReadonlySet<number>;
}

/** One answer, from messages to text. */
export class Answer {
  readonly #loaded: LoadedCheckpoint;
  readonly #request: GenerateRequest;
  readonly #signal: AbortSignal;
  readonly #startMs = performance.now();
  #imageMs = 0;
  #prefillMs = 0;
  #promptTokens = 0;
  #reusedTokens = 0;
  #newTokens = 0;

  constructor(loaded: LoadedCheckpoint, request: GenerateRequest, signal: AbortSignal) {
    this.#loaded = loaded;
    this.#request = request;
    this.#signal = signal;
  }

  async *run(): AsyncGenerator<GenerateEvent> {
    const decoder = this.#loaded.settings.tokenizer.newDecoder();
    try {
      const prompt = yield* this.#prepare(decoder);
      yield* this.#stream(prompt, decoder);
    } catch (error) {
      if (!this.#signal.aborted) throw error;
      yield { kind: 'done', finish: 'stopped', usage: this.#usage() };
    }
  }

  /** How probable each token of the begun answer is; the rest of the request says nothing. */
  async *score(): AsyncGenerator<ScoreEvent> {
    const { generator, settings } = this.#loaded;
    const { tokenizer } = settings;
    let answerTokens = 0;
    const preparing = this.#prepare(tokenizer.newDecoder());
    let step = await preparing.next();
    for (; step.done !== true; step = await preparing.next()) {
      if (step.value.kind === 'image') yield step.value;
      if (step.value.kind === 'begun') answerTokens = step.value.tokenIds.length;
    }
    const prompt = step.value;
    const from = prompt.ids.length - answerTokens;
    const decoder = tokenizer.newDecoder();
    const alone = (id: number) => tokenizer.newDecoder().push(id);
    for await (const event of generator.score(prompt, from, this.#signal)) {
      if (event.kind === 'prefill') {
        yield event;
        continue;
      }
      const { tokenId, logprob, alternatives } = event.certainty;
      yield {
        kind: 'token',
        token: { tokenId, logprob, text: decoder.push(tokenId) },
        alternatives: alternatives.map((other) => ({
          ...other,
          text: alone(other.tokenId),
        })),
      };
    }
  }

  /** Images to features, messages to ids. */
  async *#prepare(decoder: StreamDecoder): AsyncGenerator<GenerateEvent, TokenPrompt> {
    const { settings, network, images, generator } = this.#loaded;
    const { begun } = this.#request;
    const inputs = imagesOf(this.#request.messages);
    if (inputs.length > 0 && network.tower.config.depth === 0) throw noTower();
    const grids = new Map<string, Awaited<ReturnType<ImageFeatures['describe']>>>();
    for (const image of inputs) {
      this.#signal.throwIfAborted();
      if (!grids.has(image.sha256)) {
        grids.set(image.sha256, await images.describe(image));
      }
    }
    const { promptIds: askedIds, images: placed } = buildPrompt({
      messages: this.#request.messages,
      template: settings.template,
      tokenizer: settings.tokenizer,
      config: network.source.manifest.config,
      gridOf: (sha256) => must(grids.get(sha256), 'every image was described').gridThw,
    });
    const begunIds = begun ? begunTokenIds(begun, settings.tokenizer) : [];
    if (begun !== undefined) {
      const text = decodeBegun(begunIds, decoder);
      yield { kind: 'begun', text, tokenIds: begunIds };
    }
    const promptIds = Int32Array.from([...askedIds, ...begunIds]);
    this.#promptTokens = promptIds.length;
    const bySha = new Map(inputs.map((image) => [image.sha256, image]));
    const prompt: TokenPrompt = {
      ids: promptIds,
      images: placed.map((image) => ({
        ...image,
        features: () =>
          images.features(
            must(bySha.get(image.sha256), 'every image was given'),
            this.#signal,
          ),
      })),
    };
    const reusable = generator.reusableTokens(prompt);
    const fresh = placed.filter(({ start }) => start >= reusable);
    const startMs = performance.now();
    for (const [index, { sha256 }] of fresh.entries()) {
      const { widthPx, heightPx, tokens } = must(
        grids.get(sha256),
        'every image was described',
      );
      const input = must(bySha.get(sha256), 'every image was given');
      const shared = { index, count: fresh.length, widthPx, heightPx, tokens };
      yield { kind: 'image', ...shared, isCached: images.has(input) };
      await images.features(input, this.#signal);
    }
    this.#imageMs = performance.now() - startMs;
    return prompt;
  }

  async *#stream(
    prompt: TokenPrompt,
    decoder: StreamDecoder,
  ): AsyncGenerator<GenerateEvent> {
    const { generator, settings, bannedTokenIds } = this.#loaded;
    const { reuseAtMost } = this.#request;
    const limits = {
      sampling: this.#request.sampling,
      maxNewTokens: this.#request.maxNewTokens,
      stopTokenIds: new Set(settings.generation.stopTokenIds),
      bannedTokenIds,
      ...(reuseAtMost !== undefined && { reuseAtMost }),
    };
    for await (const event of generator.generate(prompt, limits, this.#signal)) {
      switch (event.kind) {
        case 'prefill':
          this.#reusedTokens = event.reusedTokens;
          this.#prefillMs = performance.now() - this.#startMs - this.#imageMs;
          yield event;
          break;
        case 'token':
          this.#newTokens++;
          yield {
            kind: 'text',
            text: decoder.push(event.tokenId),
            tokenId: event.tokenId,
          };
          break;
        case 'end': {
          const rest = decoder.end();
          if (rest !== '') yield { kind: 'text', text: rest, tokenId: -1 };
          yield { kind: 'done', finish: event.finish, usage: this.#usage() };
          break;
        }
      }
    }
  }

  #usage(): Usage {
    return {
      promptTokens: this.#promptTokens,
      reusedTokens: this.#reusedTokens,
      newTokens: this.#newTokens,
      imageMs: this.#imageMs,
      prefillMs: this.#prefillMs,
      decodeMs: performance.now() - this.#startMs - this.#imageMs - this.#prefillMs,
    };
  }
}

export function imagesOf(messages: readonly ChatMessage[]): ImageInput[] {
  return messages.flatMap(({ content }) =>
    content.flatMap((part) => (part.kind === 'image' ? [part.image] : [])),
  );
}

/** Images are there, and nothing that could look at them. */
export function noTower(): AssistantError {
  return new AssistantError(
    'unsupported',
    'This checkpoint is a language model without a vision tower. Remove the images, or load a checkpoint that has one.',
    { missing: 'a vision tower' },
  );
}
