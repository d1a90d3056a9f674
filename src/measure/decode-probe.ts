/**
 * @file Decoding late in a conversation, without having had the conversation:
 * the slots of the cache are filled with random keys and values, which take the
 * same time to read as real ones.
 *
 * A step does what `token-generator.ts` does for one token.
 */
import { breathe } from '../base/breathe.ts';
import { Random } from '../base/random.ts';
import { toFloatType } from '../engine/floats.ts';
import { KvCache } from '../engine/kv-cache.ts';
import type { Network } from '../engine/network.ts';
import { chooseToken } from '../engine/sampling.ts';
import { PositionWalk } from '../model/positions.ts';
import { textRotary } from '../model/rotary.ts';
import { BYTES_PER_ELEMENT } from '../onnx/graph.ts';
import { AttentionProbe } from './attention-probe.ts';
import type { DecodeTimes } from './probe-protocol.ts';

const GREEDY = { temperature: 0, topK: 0, topP: 1, repetitionPenalty: 1.05, seed: 0 };
const ASK = { random: () => 0, seen: new Set<number>(), banned: new Set<number>() };
const SOME_TOKEN = 1000;
export class DecodeProbe {
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  /** Decodes `tokens` tokens from `position` on, after one that is not counted. */
  async measure({
    position,
    tokens,
  }: {
    position: number;
    tokens: number;
  }): Promise<DecodeTimes> {
    const { runtime, head, source } = this.#network;
    const { text } = source.manifest.config;
    const cache = new KvCache(runtime, text, text.maxPositions);
    try {
      this.#fill(cache, position + tokens);
      head.reset([], GREEDY.repetitionPenalty, []);
      await this.#step(cache, position);
      const bytesBefore = head.bytesRead;
      const ms: number[] = [];
      for (let slot = position; slot < position + tokens; slot++) {
        const startMs = performance.now();
        await this.#step(cache, slot);
        ms.push(performance.now() - startMs);
      }
      const perSlot =
        2 *
        text.layers *
        text.kvHeads *
        text.headDim *
        BYTES_PER_ELEMENT[runtime.floatType];
      return {
        ms,
        attentionMs: await this.#measureAttention(cache, position, tokens),
        readBackBytesPerToken: (head.bytesRead - bytesBefore) / tokens,
        kvBytes: perSlot * position,
      };
    } finally {
      cache.dispose();
    }
  }

  async #measureAttention(
    cache: KvCache,
    position: number,
    runs: number,
  ): Promise<number[]> {
    const { runtime, source } = this.#network;
    const { text } = source.manifest.config;
    const attention = await AttentionProbe.open(runtime, text);
    try {
      return await attention.measure(cache, position, runs);
    } finally {
      await attention.dispose();
    }
  }

  #fill(cache: KvCache, slots: number): void {
    const { runtime, source } = this.#network;
    const { text, vision, tokens } = source.manifest.config;
    cache.reserve(slots, 0);
    const walk = new PositionWalk({
      imagePad: tokens.imagePad,
      mergeSize: vision.mergeSize,
    });
    cache.writeRotary(0, textRotary(walk.append(new Int32Array(slots), []), text));
    const random = new Random(slots);
    const row = Float32Array.from({ length: slots * text.headDim }, () =>
      random.normal(),
    );
    const values = toFloatType(row, runtime.floatType);
    for (const [name, tensor] of Object.entries(cache.bindings(0, text.layers))) {
      if (!name.startsWith('past.')) continue;
      const capacity = tensor.shape[2] ?? 0;
      const headBytes = capacity * text.headDim * BYTES_PER_ELEMENT[runtime.floatType];
      for (let kvHead = 0; kvHead < text.kvHeads; kvHead++) {
        runtime.write(tensor, values, kvHead * headBytes);
      }
    }
  }

  async #step(cache: KvCache, slot: number): Promise<void> {
    const { decoder, embedding, head, source } = this.#network;
    const { text } = source.manifest.config;
    await breathe();
    cache.reserve(slot + 1, slot);
    cache.writeRotary(slot, textRotary(Int32Array.of(slot, slot, slot), text));
    const row = await embedding.rows(Int32Array.of(SOME_TOKEN + slot));
    const y = await decoder.forward(row, { cache, pastTokens: slot });
    await head.run(y, 0);
    const tokenId = await chooseToken(head, GREEDY, ASK);
    head.see(tokenId, GREEDY.repetitionPenalty);
  }
}
