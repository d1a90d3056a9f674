/** @file The head on the device: from hidden states to the next token's candidates. */
import { AssistantError } from '../base/errors.ts';
import {
  buildAllLogitsGraph,
  buildCandidatesGraph,
  buildGreedyGraph,
  buildHeadGraph,
  CANDIDATES,
} from '../model/head-graph.ts';
import { CertaintyReader, type TokenCertainty } from './certainty.ts';
import { DeviceWeights, type LinearStrategy } from './device-weights.ts';
import type { CheckpointSource } from './engine.ts';
import { fromFloatType } from './floats.ts';
import type { Bindings, DeviceTensor, Runtime, RuntimeSession } from './runtime.ts';

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

interface Choice extends Bindings {
  readonly ids: DeviceTensor;
  readonly values: DeviceTensor;
}

interface HeadSessions {
  readonly logits: RuntimeSession;
  readonly greedy: RuntimeSession;
  readonly candidates: RuntimeSession;
}

export class Head {
  readonly vocabSize: number;
  readonly #runtime: Runtime;
  readonly #sessions: HeadSessions;
  readonly #choices: Readonly<Record<'greedy' | 'candidates', Choice>>;
  readonly #tensors: Readonly<
    Record<'row' | 'penalty' | 'mask' | 'logits', DeviceTensor>
  >;
  /** How many bytes came to the host since the head was loaded. */
  bytesRead = 0;
  #certainty: CertaintyReader | undefined;

  private constructor(runtime: Runtime, sessions: HeadSessions, vocabSize: number) {
    const candidates = Math.min(CANDIDATES, vocabSize);
    this.vocabSize = vocabSize;
    this.#runtime = runtime;
    this.#sessions = sessions;
    this.#tensors = {
      row: runtime.allocate('i32', [1]),
      penalty: runtime.allocate('f32', [vocabSize]),
      mask: runtime.allocate('f32', [vocabSize]),
      logits: runtime.allocate('f32', [1, 1, vocabSize]),
    };
    const choice = (count: number) => ({
      ids: runtime.allocate('i64', [1, 1, count]),
      values: runtime.allocate('f32', [1, 1, count]),
    });
    this.#choices = { greedy: choice(1), candidates: choice(candidates) };
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
    const made: RuntimeSession[] = [];
    const open = async (...request: Parameters<Runtime['createSession']>) => {
      const session = await runtime.createSession(...request);
      made.push(session);
      return session;
    };
    try {
      const sessions = {
        logits: await open(graph, weights.mounts()),
        greedy: await open(buildGreedyGraph(config.vocabSize), []),
        candidates: await open(buildCandidatesGraph(config.vocabSize), []),
      };
      return new Head(runtime, sessions, config.vocabSize);
    } catch (error) {
      for (const session of made) await session.dispose();
      throw error;
    }
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
    const { logits } = this.#tensors;
    this.#runtime.write(this.#tensors.row, Int32Array.of(row));
    await this.#sessions.logits.run({ y, row: this.#tensors.row, logits });
  }

  /**
   * The most likely token; of equals, the lowest id.
   *
   * @throws AssistantError `bad-data` when the logits are not numbers
   */
  async best(): Promise<number> {
    return (await this.#choose('greedy')).tokenIds[0];
  }

  /** The most likely tokens, as many as the graph sorts. */
  candidates(): Promise<Candidates> {
    return this.#choose('candidates');
  }

  /**
   * Every logit as the model gives it, before penalty and mask: [vocab].
   *
   * @throws AssistantError `bad-data` when they are not numbers
   */
  async logits(): Promise<Float32Array> {
    const [bytes] = await this.#read([this.#tensors.logits]);
    const logits = new Float32Array(bytes);
    for (const logit of logits) checkFinite(logit, this.#runtime);
    return logits;
  }

  /**
   * How probable `tokenId` is after what was run last.
   *
   * @throws AssistantError `bad-data` when the logits are not numbers
   */
  async certainty(tokenId: number): Promise<TokenCertainty> {
    this.#certainty ??= await CertaintyReader.open(this.#runtime, this.vocabSize);
    const certainty = await this.#certainty.read(this.#tensors.logits, tokenId);
    checkFinite(certainty.logprob, this.#runtime);
    return certainty;
  }

  async #choose(kind: 'greedy' | 'candidates'): Promise<Candidates> {
    const { logits, penalty, mask } = this.#tensors;
    const choice = this.#choices[kind];
    await this.#sessions[kind].run({ logits, penalty, mask, ...choice });
    const [ids, bytes] = await this.#read([choice.ids, choice.values]);
    const values = new Float32Array(bytes);
    checkFinite(values[0], this.#runtime);
    return { tokenIds: Int32Array.from(new BigInt64Array(ids), Number), values };
  }

  async #read(tensors: readonly DeviceTensor[]): Promise<ArrayBuffer[]> {
    const parts = await this.#runtime.readAll(tensors);
    for (const part of parts) this.bytesRead += part.byteLength;
    return parts;
  }

  /** Logits, and two ways to choose from them. */
  get sessions(): number {
    return Object.keys(this.#sessions).length;
  }

  async dispose(): Promise<void> {
    await this.#certainty?.dispose();
    for (const session of Object.values(this.#sessions)) await session.dispose();
    const choices = Object.values(this.#choices).flatMap((it) => Object.values(it));
    for (const tensor of [...Object.values(this.#tensors), ...choices]) {
      this.#runtime.free(tensor);
    }
  }
}

/** Half precision leaves its range in some layers of large models; nothing may be answered from that. */
function checkFinite(logit: number, { floatType }: Runtime): void {
  if (Number.isFinite(logit)) return;
  throw new AssistantError(
    'bad-data',
    `The model gave numbers that are not finite (activations in ${floatType}). ${
      floatType === 'f16'
        ? 'Load the checkpoint with f32 activations.'
        : 'Verify the checkpoint again or load another.'
    }`,
    { path: 'logits' },
  );
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
  const session = await runtime.createSession(graph, weights.mounts());
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
