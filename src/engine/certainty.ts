/**
 * @file How probable the model found a token, as it found it: before penalty,
 * temperature and whatever else a sampling does.
 *
 * Only the most likely tokens and two sums come back from the device, about a
 * hundred bytes. The session is made when somebody first asks.
 */
import { ALTERNATIVES, buildCertaintyGraph } from '../model/head-graph.ts';
import type { DeviceTensor, Runtime, RuntimeSession } from './runtime.ts';

/** Natural logarithms of probabilities among the whole vocabulary, ≤ 0. */
export interface TokenCertainty {
  readonly tokenId: number;
  readonly logprob: number;
  /** The most likely tokens there, largest first. */
  readonly alternatives: readonly {
    readonly tokenId: number;
    readonly logprob: number;
  }[];
}

type Tensors = Readonly<
  Record<'token' | 'ids' | 'values' | 'sum' | 'chosen', DeviceTensor>
>;

export class CertaintyReader {
  readonly #runtime: Runtime;
  readonly #session: RuntimeSession;
  readonly #tensors: Tensors;

  private constructor(runtime: Runtime, session: RuntimeSession, vocabSize: number) {
    const count = Math.min(ALTERNATIVES, vocabSize);
    this.#runtime = runtime;
    this.#session = session;
    this.#tensors = {
      token: runtime.allocate('i32', [1]),
      ids: runtime.allocate('i64', [1, 1, count]),
      values: runtime.allocate('f32', [1, 1, count]),
      sum: runtime.allocate('f32', [1, 1, 1]),
      chosen: runtime.allocate('f32', [1, 1, 1]),
    };
  }

  static async open(runtime: Runtime, vocabSize: number): Promise<CertaintyReader> {
    const session = await runtime.createSession(buildCertaintyGraph(vocabSize), []);
    return new CertaintyReader(runtime, session, vocabSize);
  }

  /** @param logits - f32 [1, 1, vocab], on the device */
  async read(logits: DeviceTensor, tokenId: number): Promise<TokenCertainty> {
    const { token, ids, values, sum, chosen } = this.#tensors;
    this.#runtime.write(token, Int32Array.of(tokenId));
    await this.#session.run({ logits, token, ids, values, sum, chosen });
    const read = await this.#runtime.readAll([ids, values, sum, chosen]);
    const [idBytes, valueBytes, sumBytes, chosenBytes] = read;
    const best = new Float32Array(valueBytes);
    const total = best[0] + Math.log(new Float32Array(sumBytes)[0]);
    return {
      tokenId,
      logprob: Math.min(0, new Float32Array(chosenBytes)[0] - total),
      alternatives: Array.from(new BigInt64Array(idBytes), (id, i) => ({
        tokenId: Number(id),
        logprob: Math.min(0, best[i] - total),
      })),
    };
  }

  async dispose(): Promise<void> {
    await this.#session.dispose();
    for (const tensor of Object.values(this.#tensors)) this.#runtime.free(tensor);
  }
}
