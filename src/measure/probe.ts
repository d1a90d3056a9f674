/** @file One loaded checkpoint, measured from inside its worker. */
import { must, never } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import { readCheckpointSettings } from '../engine/checkpoint-settings.ts';
import type { CheckpointSource, LoadOptions } from '../engine/engine.ts';
import { layAdapter } from '../engine/lay-adapter.ts';
import { findNetwork, type LoadedNetwork } from '../engine/load-network.ts';
import { browserOrtFiles } from '../engine/ort-files.ts';
import { cutPrepared, imageTokens } from '../engine/prepared-image.ts';
import { TokenGenerator } from '../engine/token-generator.ts';
import type { ImageSettings } from '../model/read-settings.ts';
import { measureBandwidth } from './bandwidth.ts';
import { DecodeProbe } from './decode-probe.ts';
import type { GenerateTimes, ProbeAnswer, ProbeRequest } from './probe-protocol.ts';

const FOREVER = new AbortController().signal;
/** Prompts measured are shorter than this. */
const PROMPT_TOKENS = 1024;

export class Probe {
  readonly #loaded: LoadedNetwork;
  readonly #image: ImageSettings;
  readonly #decode: DecodeProbe;

  private constructor(loaded: LoadedNetwork, image: ImageSettings) {
    this.#loaded = loaded;
    this.#image = image;
    this.#decode = new DecodeProbe(loaded.network);
  }

  /** Loads as the app does, self-check included. */
  static async load(source: CheckpointSource, options: LoadOptions): Promise<Probe> {
    const laid = await layAdapter(source, options);
    const { image } = await readCheckpointSettings(laid);
    const files = browserOrtFiles();
    const request = { files, source: laid, options, signal: FOREVER };
    const loading = findNetwork(request);
    for (;;) {
      const { done, value } = await loading.next();
      if (done) return new Probe(value, image);
    }
  }

  async answer(request: Exclude<ProbeRequest, { kind: 'load' }>): Promise<ProbeAnswer> {
    switch (request.kind) {
      case 'image':
        return this.#encodeImage(request.edgePx);
      case 'generate':
        return this.#generate(request);
      case 'decode':
        return this.#decode.measure(request);
      case 'bandwidth':
        return {
          bytesPerSecond: await measureBandwidth(
            this.#loaded.network.runtime,
            request.megabytes,
          ),
        };
      default:
        return never(request);
    }
  }

  get device() {
    return this.#loaded.device;
  }

  async #encodeImage(
    edgePx: number,
  ): Promise<{ patches: number; tokens: number; ms: number }> {
    const { tower } = this.#loaded.network;
    const random = new Random(edgePx);
    const data = Uint8Array.from({ length: edgePx * edgePx * 3 }, () =>
      random.below(256),
    );
    const picture = { widthPx: edgePx, heightPx: edgePx, data };
    const prepared = cutPrepared(picture, tower.config, this.#image);
    const [, height, width] = prepared.gridThw;
    const startMs = performance.now();
    await tower.encode(prepared, FOREVER);
    const ms = performance.now() - startMs;
    return {
      patches: height * width,
      tokens: imageTokens(prepared.gridThw, tower.config),
      ms,
    };
  }

  /** A prompt nobody asked before, so that nothing of it is in the cache. */
  async #generate({
    promptTokens,
    newTokens,
    seed,
  }: {
    promptTokens: number;
    newTokens: number;
    seed: number;
  }): Promise<GenerateTimes> {
    const { network } = this.#loaded;
    const limit = {
      maxTokens: PROMPT_TOKENS,
      chunkTokens: network.decoder.chunkTokens,
    };
    const generator = new TokenGenerator(network, limit);
    const prompt = { ids: this.#randomIds(promptTokens, seed), images: [] };
    const times: number[] = [];
    try {
      const startMs = performance.now();
      for await (const event of generator.generate(
        prompt,
        greedy(newTokens),
        FOREVER,
      )) {
        if (event.kind === 'token') times.push(performance.now() - startMs);
      }
    } finally {
      generator.dispose();
    }
    const firstTokenMs = must(times[0], 'a token was made');
    return {
      firstTokenMs,
      decodeMs: (times.at(-1) ?? firstTokenMs) - firstTokenMs,
      decodedTokens: times.length - 1,
    };
  }

  /** Past the control tokens, which lie at either end of a vocabulary. */
  #randomIds(count: number, seed: number): Int32Array {
    const { vocabSize } = this.#loaded.network.source.manifest.config.text;
    const edge = Math.floor(vocabSize / 16);
    const random = new Random(seed);
    return Int32Array.from(
      { length: count },
      () => edge + random.below(vocabSize - 2 * edge),
    );
  }
}

/** Nothing stops it early. */
const greedy = (maxNewTokens: number) => ({
  sampling: { temperature: 0, topK: 0, topP: 1, repetitionPenalty: 1.05, seed: 0 },
  maxNewTokens,
  stopTokenIds: new Set<number>(),
  bannedTokenIds: new Set<number>(),
});
