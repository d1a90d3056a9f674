/** @file The vision tower on the device: one image in, its features out. */
import { must } from '../base/assert.ts';
import type { VisionConfig } from '../model/config.ts';
import { visionRotary } from '../model/rotary.ts';
import { buildVisionGraph } from '../model/vision-graph.ts';
import { padWindows, windowSlots } from '../model/windows.ts';
import { breathe } from '../base/breathe.ts';
import { DeviceWeights, type LinearStrategy } from './device-weights.ts';
import type { CheckpointSource } from './engine.ts';
import { imageTokens, type PreparedImage } from './prepared-image.ts';
import type { Bindings, DeviceTensor, Runtime, RuntimeSession } from './runtime.ts';

/** Activations of the tower are always f32: its last blocks leave the range of f16. */
const FLOAT_TYPE = 'f32';

/** Queries of a full-attention block are taken in so many parts: a quarter of the scores at a time. */
const QUERY_PARTS = 4;

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly session: RuntimeSession;
}

export interface VisionTowerRequest {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  /** Block runs [from, to), one session each, in order. */
  readonly segments: readonly { readonly from: number; readonly to: number }[];
  readonly hasTaps?: boolean;
  readonly signal?: AbortSignal;
}

/** Called with each stage's name and values while an image is encoded: `patch`, `block.0`, … `merged_tokens`. */
export type VisionTap = (stage: string, values: Float32Array) => void;

export class VisionTower {
  readonly config: VisionConfig;
  readonly #runtime: Runtime;
  readonly #segments: readonly Segment[];
  readonly #hasTaps: boolean;

  private constructor(
    { runtime, source, hasTaps = false }: VisionTowerRequest,
    segments: readonly Segment[],
  ) {
    this.config = source.manifest.config.vision;
    this.#runtime = runtime;
    this.#segments = segments;
    this.#hasTaps = hasTaps;
  }

  static async load(request: VisionTowerRequest): Promise<VisionTower> {
    const { runtime, source, strategy, hasTaps = false } = request;
    const segments: Segment[] = [];
    try {
      for (const { from, to } of request.segments) {
        request.signal?.throwIfAborted();
        const weights = new DeviceWeights({ source, strategy, floatType: FLOAT_TYPE });
        const config = source.manifest.config.vision;
        const graph = buildVisionGraph({
          config,
          weights,
          from,
          to,
          queryParts: QUERY_PARTS,
          hasTaps,
        });
        segments.push({
          from,
          to,
          session: await runtime.createSession(graph, weights.mounts()),
        });
      }
    } catch (error) {
      for (const { session } of segments) await session.dispose();
      throw error;
    }
    return new VisionTower(request, segments);
  }

  /**
   * Encodes one image; images never see each other.
   *
   * @returns features [tokens, outHidden] in raster order
   * @throws what `signal` was aborted with, between two sessions
   */
  async encode(
    image: PreparedImage,
    signal: AbortSignal,
    tap?: VisionTap,
  ): Promise<Float32Array> {
    const held: DeviceTensor[] = [];
    const upload = (
      type: 'f32' | 'i32',
      shape: readonly number[],
      data: ArrayBufferView,
    ) => {
      const tensor = this.#runtime.allocate(type, shape);
      held.push(tensor);
      this.#runtime.write(tensor, data);
      return tensor;
    };
    const allocate = (shape: readonly number[]) => {
      const tensor = this.#runtime.allocate(FLOAT_TYPE, shape);
      held.push(tensor);
      return tensor;
    };
    try {
      return await this.#run({ image, signal, tap, upload, allocate });
    } finally {
      for (const tensor of held) this.#runtime.free(tensor);
    }
  }

  async #run({
    image,
    signal,
    tap,
    upload,
    allocate,
  }: EncodeRun): Promise<Float32Array> {
    const { config } = this;
    const [, height, width] = image.gridThw;
    const patches = height * width;
    const tokens = imageTokens(image.gridThw, config);
    const rotary = visionRotary(image.gridThw, image.order.patchOrder, config);
    const padded = padWindows(image.order.windowLengths, windowSlots(config));
    const pairs = config.hiddenSize / config.heads / 2;
    const shared: Bindings = {
      cos: upload('f32', [patches, pairs], rotary.cos),
      sin: upload('f32', [patches, pairs], rotary.sin),
      pad: upload('i32', [padded.windows * padded.slots], padded.padIndex),
      window_bias: upload(
        'f32',
        [padded.windows, 1, padded.slots, padded.slots],
        padded.padBias,
      ),
      unpad: upload('i32', [patches], padded.unpadIndex),
      inverse: upload('i32', [tokens], image.order.mergedPlaces),
    };
    let x = upload(
      'f32',
      [1, patches, image.pixelValues.length / patches],
      image.pixelValues,
    );
    for (const { from, to, session } of this.#segments) {
      await breathe();
      signal.throwIfAborted();
      const isLast = to === config.depth;
      const y = allocate(
        isLast ? [1, tokens, config.outHiddenSize] : [1, patches, config.hiddenSize],
      );
      const taps = this.#allocateTaps({ from, to, isLast, patches, tokens }, allocate);
      await session.run({ ...shared, ...taps, x, [isLast ? 'features' : 'y']: y });
      for (const [stage, tensor] of Object.entries(taps)) {
        tap?.(stage, await this.#readFloats(tensor));
      }
      x = y;
    }
    return this.#readFloats(x);
  }

  #allocateTaps(
    { from, to, isLast, patches, tokens }: TapShape,
    allocate: (shape: readonly number[]) => DeviceTensor,
  ): Record<string, DeviceTensor> {
    if (!this.#hasTaps) return {};
    const { hiddenSize, outHiddenSize } = this.config;
    const taps: Record<string, DeviceTensor> = {};
    if (from === 0) taps['patch'] = allocate([1, patches, hiddenSize]);
    for (let block = from; block < to; block++) {
      taps[`block.${block}`] = allocate([1, patches, hiddenSize]);
    }
    if (isLast) taps['merged_tokens'] = allocate([1, tokens, outHiddenSize]);
    return taps;
  }

  async #readFloats(tensor: DeviceTensor): Promise<Float32Array> {
    return new Float32Array(await this.#runtime.read(must(tensor, 'a tensor to read')));
  }

  get sessions(): number {
    return this.#segments.length;
  }

  async dispose(): Promise<void> {
    for (const { session } of this.#segments) await session.dispose();
  }
}

interface EncodeRun {
  readonly image: PreparedImage;
  readonly signal: AbortSignal;
  readonly tap: VisionTap | undefined;
  readonly upload: (
    type: 'f32' | 'i32',
    shape: readonly number[],
    data: ArrayBufferView,
  ) => DeviceTensor;
  readonly allocate: (shape: readonly number[]) => DeviceTensor;
}

interface TapShape {
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
  readonly patches: number;
  readonly tokens: number;
}
