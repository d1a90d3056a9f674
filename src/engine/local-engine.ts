/**
 * @file The engine itself: one checkpoint, one conversation in the KV cache, one
 * answer at a time.
 */
import { must } from '../base/assert.ts';
import { isKind } from '../base/errors.ts';
import { SerialQueue } from '../base/serial-queue.ts';
import { buildPrompt } from '../model/prompt.ts';
import type { StreamDecoder } from '../model/stream-decoder.ts';
import {
  readCheckpointSettings,
  type CheckpointSettings,
} from './checkpoint-settings.ts';
import type {
  ChatMessage,
  CheckpointSource,
  Engine,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
  LoadEvent,
  LoadOptions,
  Usage,
} from './engine.ts';
import { ImageFeatures } from './image-features.ts';
import { contextTokens, findNetwork } from './load-network.ts';
import type { Network } from './network.ts';
import { browserOrtFiles } from './ort-files.ts';
import type { OrtFiles } from './runtime.ts';
import { TokenGenerator, type TokenPrompt } from './token-generator.ts';

/** The engine for a worker of the page. */
export function createEngine(): Engine {
  return new LocalEngine(browserOrtFiles());
}

interface Loaded {
  readonly network: Network;
  readonly settings: CheckpointSettings;
  readonly generator: TokenGenerator;
  readonly images: ImageFeatures;
  readonly bannedTokenIds: ReadonlySet<number>;
}

export class LocalEngine implements Engine {
  readonly #files: OrtFiles;
  readonly #queue = new SerialQueue();
  #loaded: Loaded | undefined;

  constructor(files: OrtFiles) {
    this.#files = files;
  }

  async *load(
    source: CheckpointSource,
    options: LoadOptions,
    signal: AbortSignal,
  ): AsyncGenerator<LoadEvent> {
    const release = await this.#queue.enter();
    try {
      await this.#unload();
      const settings = await readCheckpointSettings(source);
      const request = { files: this.#files, source, options, signal };
      const { network, device } = yield* findNetwork(request);
      const { maxTokens, chunkTokens } = {
        maxTokens: contextTokens(request),
        chunkTokens: network.decoder.chunkTokens,
      };
      this.#loaded = {
        network,
        settings,
        generator: new TokenGenerator(network, { maxTokens, chunkTokens }),
        images: new ImageFeatures(network.tower, settings.image),
        bannedTokenIds: bannedTokens(source, settings),
      };
      yield { kind: 'ready', device };
    } finally {
      release();
    }
  }

  async *generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    const release = await this.#queue.enter();
    try {
      const loaded = must(this.#loaded, 'a checkpoint is loaded before it is asked');
      yield* new Answer(loaded, request, signal).run();
    } catch (error) {
      if (isKind(error, 'device-lost', 'out-of-memory')) {
        await this.#unload().catch(() => {});
      }
      throw error;
    } finally {
      release();
    }
  }

  async dispose(): Promise<void> {
    const release = await this.#queue.enter();
    try {
      await this.#unload();
    } finally {
      release();
    }
  }

  async #unload(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = undefined;
    loaded?.generator.dispose();
    await loaded?.network.dispose();
    await loaded?.network.runtime.dispose();
  }
}

/**
 * Ids no answer may contain: rows of the vocabulary that stand for nothing, and
 * the tokens that mark images.
 */
function bannedTokens(
  { manifest }: CheckpointSource,
  { tokenizer }: CheckpointSettings,
): ReadonlySet<number> {
  const { text, tokens } = manifest.config;
  const banned = new Set<number>(Object.values(tokens));
  for (let id = tokenizer.highestTokenId + 1; id < text.vocabSize; id++) banned.add(id);
  return banned;
}

/** One answer, from messages to text. */
class Answer {
  readonly #loaded: Loaded;
  readonly #request: GenerateRequest;
  readonly #signal: AbortSignal;
  readonly #startMs = performance.now();
  #imageMs = 0;
  #prefillMs = 0;
  #promptTokens = 0;
  #reusedTokens = 0;
  #newTokens = 0;

  constructor(loaded: Loaded, request: GenerateRequest, signal: AbortSignal) {
    this.#loaded = loaded;
    this.#request = request;
    this.#signal = signal;
  }

  async *run(): AsyncGenerator<GenerateEvent> {
    const decoder = this.#loaded.settings.tokenizer.newDecoder();
    try {
      const prompt = yield* this.#prepare();
      yield* this.#stream(prompt, decoder);
    } catch (error) {
      if (!this.#signal.aborted) throw error;
      yield { kind: 'done', finish: 'stopped', usage: this.#usage() };
    }
  }

  /** Images to features, messages to ids. */
  async *#prepare(): AsyncGenerator<GenerateEvent, TokenPrompt> {
    const { settings, network, images, generator } = this.#loaded;
    const inputs = imagesOf(this.#request.messages);
    const grids = new Map<string, Awaited<ReturnType<ImageFeatures['describe']>>>();
    for (const image of inputs) {
      this.#signal.throwIfAborted();
      if (!grids.has(image.sha256)) {
        grids.set(image.sha256, await images.describe(image));
      }
    }
    const { promptIds, images: placed } = buildPrompt({
      messages: this.#request.messages,
      template: settings.template,
      tokenizer: settings.tokenizer,
      config: network.source.manifest.config,
      gridOf: (sha256) => must(grids.get(sha256), 'every image was described').gridThw,
    });
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
    const limits = {
      sampling: this.#request.sampling,
      maxNewTokens: this.#request.maxNewTokens,
      stopTokenIds: new Set(settings.generation.stopTokenIds),
      bannedTokenIds,
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

function imagesOf(messages: readonly ChatMessage[]): ImageInput[] {
  return messages.flatMap(({ content }) =>
    content.flatMap((part) => (part.kind === 'image' ? [part.image] : [])),
  );
}
