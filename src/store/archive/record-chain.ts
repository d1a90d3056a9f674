/**
 * @file How many records there were, and a hash over all of them.
 *
 *   h_0 = the preamble's hash
 *   h_n = SHA-256(h_{n−1} | head of record n | SHA-256 of its bytes, if it has any)
 *
 * The state is 32 bytes and a few counts, so that a writer can go on later.
 */
import * as v from 'valibot';
import { concatBytes, toHex } from '../../base/bytes.ts';
import { sha256 } from './archive-bytes.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The chain as the end record and a checkpoint keep it. */
export const chainState = v.object({
  /** h_n, in hexadecimal. */
  head: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** How many records of each kind. */
  counts: v.array(v.tuple([v.string(), count])),
});

export type ChainState = v.InferOutput<typeof chainState>;

export class RecordChain {
  #head: Uint8Array;
  readonly #counts: Map<string, number>;

  private constructor(head: Uint8Array, counts: ChainState['counts']) {
    this.#head = head;
    this.#counts = new Map(counts);
  }

  static from(preambleHash: Uint8Array): RecordChain {
    return new RecordChain(preambleHash, []);
  }

  static goOn({ head, counts }: ChainState): RecordChain {
    const bytes = head.match(/../g) ?? [];
    return new RecordChain(
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
      counts,
    );
  }

  async add(kind: string, head: Uint8Array, bytes?: Uint8Array): Promise<void> {
    const hashed = bytes === undefined ? [] : [await sha256(bytes)];
    this.#head = await sha256(concatBytes([this.#head, head, ...hashed]));
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  get state(): ChainState {
    return { head: toHex(this.#head), counts: [...this.#counts] };
  }
}
