/** @file The head on the device: from hidden states to the next token's candidates. */
import {
  buildAllLogitsGraph,
  buildHeadGraph,
  CANDIDATES,
} from '../model/head-graph.ts';
import { DeviceWeights, type LinearStrategy } from './device-weights.ts';
import type { CheckpointSource } from './engine.ts';
import { fromFloatType } from './floats.ts';
import type { DeviceTensor, Runtime, RuntimeSession } from './runtime.ts';

/** Small enough to never win, large enough to stay finite. */
export const NEVER = -1e30;

export interface Candidates {
  /** Logits after penalty and mask, largest first. */
  readonly values: Float32Array;
  readonly tokenIds: Int32Array;
}

interface HeadRequest {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
}

export class Head {
  readonly vocabSize: number;
  readonly #runtime: Runtime;
  readonly #session: RuntimeSession;
  readonly #tensors: Readonly<
    Record<
      'row' | 'penalty' | 'mask' | 'logits' | 'best' | 'values' | 'indices',
      DeviceTensor
    >
  >;
  /** How many bytes one token's choice brings to the host. */
  bytesRead = 0;

  private constructor(runtime: Runtime, session: RuntimeSession, vocabSize: number) {
    const candidates = Math.min(CANDIDATES, vocabSize);
    this.vocabSize = vocabSize;
    this.#runtime = runtime;
    this.#session = session;
    this.#tensors = {
      row: runtime.allocate('i32', [1]),
      penalty: runtime.allocate('f32', [vocabSize]),
      mask: runtime.allocate('f32', [vocabSize]),
      logits: runtime.allocate('f32', [1, 1, vocabSize]),
      best: runtime.allocate('i64', [1, 1]),
      values: runtime.allocate('f32', [1, 1, candidates]),
      indices: runtime.allocate('i64', [1, 1, candidates]),
    };
  }

  static async load({ runtime, source, strategy }: HeadRequest): Promise<Head> {
    const config = source.manifest.config.text;
    const weights = new DeviceWeights({
      source,
      strategy,
      floatType: runtime.floatType,
    });
    const graph = buildHeadGraph({
      config,
      weights,
      maxBindingBytes: runtime.maxBindingBytes,
    });
    const session = await runtime.createSession(graph, await weights.mounts());
    return new Head(runtime, session, config.vocabSize);
  }

  /** Forgets which tokens have appeared, and says which may never be chosen. */
  reset(seen: Iterable<number>, penalty: number, banned: Iterable<number>): void {
    const factors = new Float32Array(this.vocabSize).fill(1);
    if (penalty !== 1) for (const id of seen) factors[id] = penalty;
    const mask = new Float32Array(this.vocabSize);
    for (const id of banned) mask[id] = NEVER;
    this.#runtime.write(this.#tensors.penalty, factors);
    this.#runtime.write(this.#tensors.mask, mask);
  }

  /** From now on `tokenId` counts as having appeared. */
  see(tokenId: number, penalty: number): void {
    if (penalty !== 1) {
      this.#runtime.write(this.#tensors.penalty, Float32Array.of(penalty), tokenId * 4);
    }
  }

  /** Computes the logits after row `row` of `y` [1, T, hidden]; ask for them next. */
  async run(y: DeviceTensor, row: number): Promise<void> {
    this.#runtime.write(this.#tensors.row, Int32Array.of(row));
    await this.#session.run({ y, ...this.#tensors });
  }

  /** The most likely token; of equals, the lowest id. */
  async best(): Promise<number> {
    const bytes = await this.#read('best');
    return Number(new BigInt64Array(bytes)[0]);
  }

  /** The most likely tokens, as many as the graph sorts. */
  async candidates(): Promise<Candidates> {
    const values = new Float32Array(await this.#read('values'));
    const indices = new BigInt64Array(await this.#read('indices'));
    return { values, tokenIds: Int32Array.from(indices, Number) };
  }

  /** Every logit as the model gives it, before penalty and mask: [vocab]. */
  async logits(): Promise<Float32Array> {
    return new Float32Array(await this.#read('logits'));
  }

  async #read(name: 'best' | 'values' | 'indices' | 'logits'): Promise<ArrayBuffer> {
    const bytes = await this.#runtime.read(this.#tensors[name]);
    this.bytesRead += bytes.byteLength;
    return bytes;
  }

  async dispose(): Promise<void> {
    await this.#session.dispose();
    for (const tensor of Object.values(this.#tensors)) this.#runtime.free(tensor);
  }
}

/** Norm [T, hidden] and logits [T, vocab] of every row of `y`; for verification. */
export async function readAllLogits(
  { runtime, source, strategy }: HeadRequest,
  y: DeviceTensor,
): Promise<{ norm: Float32Array; logits: Float32Array }> {
  const config = source.manifest.config.text;
  const weights = new DeviceWeights({ source, strategy, floatType: runtime.floatType });
  const graph = buildAllLogitsGraph({
    config,
    weights,
    maxBindingBytes: runtime.maxBindingBytes,
  });
  const session = await runtime.createSession(graph, await weights.mounts());
  const tokens = y.shape[1] ?? 0;
  const norm = runtime.allocate(runtime.floatType, [1, tokens, config.hiddenSize]);
  const logits = runtime.allocate('f32', [1, tokens, config.vocabSize]);
  try {
    await session.run({ y, norm, logits });
    return {
      norm: fromFloatType(await runtime.read(norm), runtime.floatType),
      logits: new Float32Array(await runtime.read(logits)),
    };
  } finally {
    runtime.free(norm);
    runtime.free(logits);
    await session.dispose();
  }
}
