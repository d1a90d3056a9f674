/**
 * @file Keys and values of every token so far, on the device.
 *
 * One pair per layer, each [1, kvHeads, capacity, headDim], bound as past and as
 * present at once, and beside them the cos/sin row of every slot. Capacity grows
 * in steps; nothing is reallocated per token. The tokens in the slots are the
 * caller's business (`slots.ts`).
 */
import { assert } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import type { TextConfig } from '../model/config.ts';
import { BYTES_PER_ELEMENT } from '../onnx/graph.ts';
import { toFloatType } from './floats.ts';
import type { Bindings, DeviceTensor, Runtime } from './runtime.ts';

/** Slots added at a time. */
const STEP = 1024;

export class KvCache {
  readonly #runtime: Runtime;
  readonly #config: TextConfig;
  readonly #maxTokens: number;
  #capacity = 0;
  #tensors: Record<string, DeviceTensor> = {};

  /** @param maxTokens - the longest conversation this cache will hold */
  constructor(runtime: Runtime, config: TextConfig, maxTokens: number) {
    this.#runtime = runtime;
    this.#config = config;
    this.#maxTokens = maxTokens;
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Everything a decoder graph binds of the cache, for layers [from, to). */
  bindings(from: number, to: number): Bindings {
    const bound: Record<string, DeviceTensor> = {
      cos: this.#tensor('cos'),
      sin: this.#tensor('sin'),
    };
    for (let layer = from; layer < to; layer++) {
      for (const part of ['key', 'value']) {
        const tensor = this.#tensor(`${layer}.${part}`);
        bound[`past.${layer}.${part}`] = tensor;
        bound[`present.${layer}.${part}`] = tensor;
      }
    }
    return bound;
  }

  /**
   * Makes room for `tokens` slots, keeping what the first `usedTokens` hold.
   *
   * @throws AssistantError `bad-input` when the conversation is longer than the
   *   context, `out-of-memory` when the device has no room
   */
  reserve(tokens: number, usedTokens: number): void {
    if (tokens > this.#maxTokens) throw contextFull(tokens, this.#maxTokens);
    if (tokens <= this.#capacity) return;
    const capacity = Math.min(this.#maxTokens, Math.ceil(tokens / STEP) * STEP);
    const grown: Record<string, DeviceTensor> = {};
    try {
      for (const [name, shape] of this.#shapes(capacity)) {
        const tensor = this.#runtime.allocate(this.#runtime.floatType, shape);
        grown[name] = tensor;
        const old = this.#tensors[name];
        if (old && usedTokens > 0) this.#copySlots(old, tensor, usedTokens);
        if (old) this.#runtime.free(old);
        this.#tensors = { ...this.#tensors, [name]: tensor };
      }
    } catch (error) {
      // half of the layers have grown: nothing of the cache can be trusted
      this.dispose();
      throw error;
    }
    this.#capacity = capacity;
  }

  /** Writes the rotary rows of the slots from `slot` on. @param cos, sin - [T, headDim/2] */
  writeRotary(
    slot: number,
    { cos, sin }: { cos: Float32Array; sin: Float32Array },
  ): void {
    const type = this.#runtime.floatType;
    const rowBytes = (this.#config.headDim / 2) * BYTES_PER_ELEMENT[type];
    this.#runtime.write(this.#tensor('cos'), toFloatType(cos, type), slot * rowBytes);
    this.#runtime.write(this.#tensor('sin'), toFloatType(sin, type), slot * rowBytes);
  }

  /** Frees everything; the next `reserve` starts anew. */
  dispose(): void {
    for (const tensor of Object.values(this.#tensors)) this.#runtime.free(tensor);
    this.#tensors = {};
    this.#capacity = 0;
  }

  #tensor(name: string): DeviceTensor {
    const tensor = this.#tensors[name];
    assert(tensor !== undefined, `the cache was reserved before "${name}" is used`);
    return tensor;
  }

  *#shapes(capacity: number): Generator<[name: string, shape: number[]]> {
    const { layers, kvHeads, headDim } = this.#config;
    for (const table of ['cos', 'sin']) yield [table, [capacity, headDim / 2]];
    for (let layer = 0; layer < layers; layer++) {
      for (const part of ['key', 'value']) {
        yield [`${layer}.${part}`, [1, kvHeads, capacity, headDim]];
      }
    }
  }

  /** Copies the first slots of every head (or of a table, which is one "head"). */
  #copySlots(from: DeviceTensor, to: DeviceTensor, tokens: number): void {
    const isTable = from.shape.length === 2;
    const [heads = 1, oldSlots = 0, width = 0] = isTable
      ? [1, ...from.shape]
      : from.shape.slice(1);
    const newSlots = isTable ? to.shape[0] : to.shape[2];
    const rowBytes = width * BYTES_PER_ELEMENT[from.type];
    for (let head = 0; head < heads; head++) {
      this.#runtime.copy(
        from,
        head * oldSlots * rowBytes,
        to,
        head * (newSlots ?? 0) * rowBytes,
        tokens * rowBytes,
      );
    }
  }
}

function contextFull(tokens: number, maxTokens: number): AssistantError {
  return new AssistantError(
    'bad-input',
    `The conversation is ${tokens} tokens long and this checkpoint is loaded for ${maxTokens}. Start a new consultation, or load the checkpoint with a longer context.`,
    { what: 'context-full' },
  );
}
