/**
 * @file The decoder: embeddings in, hidden states out, through one or more
 * sessions of whole layers. The hidden state stays on the device.
 */
import { must } from '../base/assert.ts';
import type { TextConfig } from '../model/config.ts';
import { buildDecoderGraph } from '../model/decoder-graph.ts';
import { toFloatType } from './floats.ts';
import type { KvCache } from './kv-cache.ts';
import { DeviceWeights, type LinearStrategy } from './device-weights.ts';
import type { CheckpointSource } from './engine.ts';
import type { DeviceTensor, Runtime, RuntimeSession } from './runtime.ts';

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly session: RuntimeSession;
}

export interface DecoderRequest {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  /** Layer runs [from, to), one session each, in order. */
  readonly segments: readonly { readonly from: number; readonly to: number }[];
  /** Most tokens of one forward pass. */
  readonly chunkTokens: number;
  readonly hasTaps?: boolean;
  readonly onSession?: (index: number) => void;
  readonly signal?: AbortSignal;
}

/** Called with the residual stream after each layer while it is still on the device. */
export type LayerTap = (layer: number, hidden: DeviceTensor) => Promise<void>;

export class Decoder {
  readonly config: TextConfig;
  readonly chunkTokens: number;
  readonly #runtime: Runtime;
  readonly #segments: readonly Segment[];
  readonly #hidden: readonly [DeviceTensor, DeviceTensor];
  readonly #seqlens: DeviceTensor;
  readonly #total: DeviceTensor;
  readonly #taps: ReadonlyMap<number, DeviceTensor>;

  private constructor(request: DecoderRequest, segments: readonly Segment[]) {
    const { runtime, source, chunkTokens } = request;
    this.config = source.manifest.config.text;
    this.chunkTokens = chunkTokens;
    this.#runtime = runtime;
    this.#segments = segments;
    const allocate = () =>
      runtime.allocate(runtime.floatType, [1, chunkTokens, this.config.hiddenSize]);
    this.#hidden = [allocate(), allocate()];
    this.#seqlens = runtime.allocate('i32', [1]);
    this.#total = runtime.allocate('i32', [1], 'host');
    const tapped = request.hasTaps
      ? segments.flatMap(({ from, to }) => range(from, to - 1))
      : [];
    this.#taps = new Map(tapped.map((layer) => [layer, allocate()]));
  }

  /** Builds a graph per segment and mounts its weights. */
  static async load(request: DecoderRequest): Promise<Decoder> {
    const { runtime, source, strategy, hasTaps = false } = request;
    const segments: Segment[] = [];
    try {
      for (const [index, { from, to }] of request.segments.entries()) {
        request.signal?.throwIfAborted();
        const weights = new DeviceWeights({
          source,
          strategy,
          floatType: runtime.floatType,
        });
        const graph = buildDecoderGraph({
          config: source.manifest.config.text,
          queryScaleLog2: source.manifest.queryScaleLog2,
          weights,
          from,
          to,
          hasTaps,
        });
        const session = await runtime.createSession(graph, weights.mounts());
        segments.push({ from, to, session });
        request.onSession?.(index);
      }
    } catch (error) {
      for (const { session } of segments) await session.dispose();
      throw error;
    }
    return new Decoder(request, segments);
  }

  /**
   * Runs T tokens that follow `pastTokens` cached ones. Their rotary rows must be
   * in the cache; their keys and values are when this returns.
   *
   * @param embeddings - [T, hidden], T ≤ chunkTokens
   * @returns the last layer's output [1, T, hidden], valid until the next call
   */
  async forward(
    embeddings: Float32Array,
    { cache, pastTokens, tap }: { cache: KvCache; pastTokens: number; tap?: LayerTap },
  ): Promise<DeviceTensor> {
    const tokens = embeddings.length / this.config.hiddenSize;
    const total = pastTokens + tokens;
    const shape = [1, tokens, this.config.hiddenSize];
    const [even, odd] = this.#hidden.map((it) => this.#runtime.view(it, shape));
    let [x, y] = [must(even, 'two buffers'), must(odd, 'two buffers')];
    this.#runtime.write(x, toFloatType(embeddings, this.#runtime.floatType));
    this.#runtime.write(this.#seqlens, Int32Array.of(total - 1));
    this.#runtime.write(this.#total, Int32Array.of(total));
    for (const { from, to, session } of this.#segments) {
      const taps = this.#tapBindings(from, to, shape);
      await session.run({
        x,
        y,
        seqlens: this.#seqlens,
        total: this.#total,
        ...cache.bindings(from, to),
        ...taps,
      });
      if (tap) {
        for (let layer = from; layer < to - 1; layer++) {
          await tap(
            layer,
            must(taps[`layer.${layer}.sum`], 'the decoder was loaded with taps'),
          );
        }
        await tap(to - 1, y);
      }
      [x, y] = [y, x];
    }
    return x;
  }

  #tapBindings(
    from: number,
    to: number,
    shape: readonly number[],
  ): Record<string, DeviceTensor> {
    if (this.#taps.size === 0) return {};
    return Object.fromEntries(
      range(from, to - 1).map((layer) => [
        `layer.${layer}.sum`,
        this.#runtime.view(must(this.#taps.get(layer), 'a tap per layer'), shape),
      ]),
    );
  }

  get sessions(): number {
    return this.#segments.length;
  }

  async dispose(): Promise<void> {
    for (const { session } of this.#segments) await session.dispose();
    for (const tensor of [
      ...this.#hidden,
      this.#seqlens,
      this.#total,
      ...this.#taps.values(),
    ]) {
      this.#runtime.free(tensor);
    }
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
