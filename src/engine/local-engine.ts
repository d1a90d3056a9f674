/**
 * @file The engine itself: one checkpoint, one conversation in the KV cache, one
 * answer at a time.
 */
import { must } from '../base/assert.ts';
import { AssistantError, isKind } from '../base/errors.ts';
import { SerialQueue } from '../base/serial-queue.ts';
import type { ImageSettings } from '../model/read-settings.ts';
import { Answer, noTower, type LoadedCheckpoint } from './answer.ts';
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
  ScoreEvent,
  ScoreRequest,
  Sampling,
  SeenImage,
  SpelledPrompt,
} from './engine.ts';
import { ImageFeatures } from './image-features.ts';
import { layAdapter } from './lay-adapter.ts';
import { contextTokens, findNetwork, type LoadRequest } from './load-network.ts';
import type { Network } from './network.ts';
import { browserOrtFiles } from './ort-files.ts';
import type { OrtFiles } from './runtime.ts';
import { spellMessages } from './spell-messages.ts';
import { TokenGenerator } from './token-generator.ts';

/** f32 scores of a quarter of the queries with all keys: 1 GB, patches² bytes a head. */
const SCORE_BYTES = 2 ** 30;

/** Where nothing is chosen. */
const NO_SAMPLING: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  repetitionPenalty: 1,
  seed: 0,
};

/** The engine for a worker of the page. */
export function createEngine(): Engine {
  return new LocalEngine(browserOrtFiles());
}

export class LocalEngine implements Engine {
  readonly #files: OrtFiles;
  readonly #queue = new SerialQueue();
  #loaded: LoadedCheckpoint | undefined;
  #request: LoadRequest | undefined;

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
      yield* this.#load({ files: this.#files, source, options, signal });
    } catch (error) {
      throw signal.aborted ? stopped(error) : error;
    } finally {
      release();
    }
  }

  async *#load(request: LoadRequest): AsyncGenerator<LoadEvent> {
    await this.#unload();
    const source = await layAdapter(request.source, request.options);
    const settings = await readCheckpointSettings(source);
    const { network, device } = yield* findNetwork({ ...request, source });
    this.#request = request;
    this.#loaded = {
      network,
      settings,
      ...emptyMemory(network, settings, request),
      bannedTokenIds: bannedTokens(request.source, settings),
    };
    yield { kind: 'ready', device };
  }

  async *generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    const release = await this.#queue.enter();
    try {
      const loaded = this.#loaded;
      if (!loaded) throw nothingLoaded();
      try {
        yield* new Answer(loaded, request, signal).run();
      } catch (error) {
        if (!isOutOfRange(error) || loaded.network.runtime.floatType === 'f32') {
          throw error;
        }
        yield* this.#answerInF32(request, signal);
      }
    } catch (error) {
      if (isKind(error, 'device-lost', 'out-of-memory')) {
        await this.#unload().catch(() => {});
      }
      throw error;
    } finally {
      release();
    }
  }

  async *score(
    { messages, answer }: ScoreRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ScoreEvent> {
    const release = await this.#queue.enter();
    try {
      const loaded = this.#loaded;
      if (!loaded) throw nothingLoaded();
      const request = {
        messages,
        begun: answer,
        sampling: NO_SAMPLING,
        maxNewTokens: 0,
      };
      yield* new Answer(loaded, request, signal).score();
    } catch (error) {
      if (signal.aborted) return;
      if (isKind(error, 'device-lost', 'out-of-memory')) {
        await this.#unload().catch(() => {});
      }
      throw error;
    } finally {
      release();
    }
  }

  /** Loads the same checkpoint with f32 activations, which hold what f16 could not. */
  async *#answerInF32(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    const { options, ...rest } = must(this.#request, 'the load that is repeated');
    const safer = {
      ...rest,
      options: { ...options, floatType: 'f32' as const },
      signal,
    };
    for await (const event of this.#load(safer)) {
      if (event.kind === 'ready') yield { kind: 'device', device: event.device };
    }
    yield* new Answer(must(this.#loaded, 'loaded again'), request, signal).run();
  }

  async see(image: ImageInput): Promise<SeenImage> {
    const loaded = this.#loaded;
    if (!loaded) throw nothingLoaded();
    if (loaded.network.tower.config.depth === 0) throw noTower();
    return loaded.images.see(image);
  }

  async spell(messages: readonly ChatMessage[]): Promise<SpelledPrompt> {
    const loaded = this.#loaded;
    if (!loaded) throw nothingLoaded();
    return spellMessages(loaded, messages);
  }

  async forget(): Promise<void> {
    const release = await this.#queue.enter();
    try {
      if (this.#loaded === undefined) return;
      this.#loaded.generator.dispose();
      const request = must(this.#request, 'the load that it came from');
      const { network, settings } = this.#loaded;
      this.#loaded = { ...this.#loaded, ...emptyMemory(network, settings, request) };
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

/** What remembers conversations and images, before there are any. */
function emptyMemory(
  network: Network,
  settings: CheckpointSettings,
  request: LoadRequest,
): Pick<LoadedCheckpoint, 'generator' | 'images'> {
  const maxTokens = contextTokens(request);
  const { chunkTokens } = network.decoder;
  return {
    generator: new TokenGenerator(network, { maxTokens, chunkTokens }),
    images: new ImageFeatures(
      network.tower,
      limitImages(settings.image, maxTokens, network),
    ),
  };
}

function stopped(cause: unknown): AssistantError {
  if (isKind(cause, 'aborted')) return cause;
  const details = { by: 'person' } as const;
  return new AssistantError('aborted', 'Loading was stopped.', details, { cause });
}

function nothingLoaded(): AssistantError {
  return new AssistantError(
    'device-lost',
    'No checkpoint is loaded: the device was lost or let go. Load it again; the conversation is intact.',
    { reason: 'nothing is loaded' },
  );
}

/** Logits that are not numbers: f16 was too small for this checkpoint. */
const isOutOfRange = (error: unknown) =>
  isKind(error, 'bad-data') && error.details.path === 'logits';

/**
 * An image may take a quarter of the context, so that a conversation about it
 * fits too, and no more patches than full attention has memory for: without
 * subgroups onnxruntime keeps all scores of a quarter of the queries.
 */
function limitImages(
  settings: ImageSettings,
  maxTokens: number,
  { runtime, source }: Network,
): ImageSettings {
  const { patchSize, mergeSize, heads } = source.manifest.config.vision;
  const patchesPerToken = mergeSize ** 2;
  const byContext = Math.floor(maxTokens / 4) * patchesPerToken;
  const byScores = runtime.subgroups
    ? Infinity
    : Math.floor(Math.sqrt(SCORE_BYTES / Math.max(1, heads)));
  const patches = Math.min(byContext, byScores);
  const { minPixels, maxPixels } = settings.limits;
  const most = Math.max(minPixels, patches * patchSize ** 2);
  return { ...settings, limits: { minPixels, maxPixels: Math.min(maxPixels, most) } };
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
