/**
 * @file The peer that speed is compared with: wllama, llama.cpp in WebAssembly,
 * on the same weights in one of its own formats.
 */
import { Wllama } from '@wllama/wllama/esm/index.js';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { must } from '../base/assert.ts';

/** Times as llama.cpp takes them itself, without what JavaScript adds. */
export interface PeerTimes {
  readonly promptTokens: number;
  readonly prefillMs: number;
  readonly decodedTokens: number;
  readonly decodeMs: number;
}

export interface PeerOptions {
  readonly threads: number;
  /** 0 keeps everything on the CPU. */
  readonly gpuLayers: number;
}

/** One word of this list is one token of SmolLM2's vocabulary, its space included. */
const WORDS = ['the', 'of', 'and', 'to', 'in', 'is', 'for', 'that', 'with', 'as'];

/** Every prompt is another, so that nothing of it is kept from the one before. */
export function promptOf(tokens: number, seed: number): string {
  return Array.from(
    { length: tokens },
    (_, i) => ` ${must(WORDS[(i * (seed + 3) + seed) % WORDS.length], 'a word')}`,
  ).join('');
}

export class WllamaPeer {
  readonly #wllama: Wllama;

  private constructor(wllama: Wllama) {
    this.#wllama = wllama;
  }

  static get version(): string {
    return Wllama.getLibllamaVersion();
  }

  static async load(gguf: Blob, options: PeerOptions): Promise<WllamaPeer> {
    const wllama = new Wllama(
      { default: wasmUrl },
      { suppressNativeLog: true, logger: QUIET },
    );
    wllama.setCompat(null);
    await wllama.loadModel([gguf], {
      n_threads: options.threads,
      n_gpu_layers: options.gpuLayers,
      n_ctx: 1024,
      n_parallel: 1,
    });
    return new WllamaPeer(wllama);
  }

  async generate(
    promptTokens: number,
    newTokens: number,
    seed: number,
  ): Promise<PeerTimes> {
    const request = {
      prompt: promptOf(promptTokens, seed),
      max_tokens: newTokens,
      temperature: 0,
      ignore_eos: true,
      cache_prompt: false,
    };
    const { timings } = await this.#wllama.createCompletion(request);
    const times = must(timings, 'wllama tells its times');
    return {
      promptTokens: times.prompt_n,
      prefillMs: times.prompt_ms,
      decodedTokens: times.predicted_n,
      decodeMs: times.predicted_ms,
    };
  }

  async dispose(): Promise<void> {
    await this.#wllama.exit();
  }
}

const nothing = () => {};
const QUIET = { debug: nothing, log: nothing, warn: nothing, error: nothing };
