/**
 * @file From prompt ids to reply ids: prefill, then one token at a time.
 *
 * What the KV cache already holds is not computed again: a prompt's longest
 * prefix that is in the slots stays, so a follow-up turn prefills its new
 * tokens and an edited one everything from the edit on.
 */
import { assert, must } from '../base/assert.ts';
import { breathe } from '../base/breathe.ts';
import { Random } from '../base/random.ts';
import type { GridThw } from '../image/patches.ts';
import { PositionWalk } from '../model/positions.ts';
import { textRotary } from '../model/rotary.ts';
import type { TokenCertainty } from './certainty.ts';
import type { Sampling } from './engine.ts';
import { KvCache } from './kv-cache.ts';
import type { Network } from './network.ts';
import { chooseToken } from './sampling.ts';
import { Slots, type ImageRun } from './slots.ts';

export interface PromptImage extends ImageRun {
  readonly gridThw: GridThw;
  /** [tokens, hidden]; asked for only when the cache does not hold the image. */
  readonly features: () => Promise<Float32Array>;
}

export interface TokenPrompt {
  readonly ids: Int32Array;
  readonly images: readonly PromptImage[];
}

export interface GenerationLimits {
  readonly sampling: Sampling;
  readonly maxNewTokens: number;
  readonly stopTokenIds: ReadonlySet<number>;
  /** Ids that are never chosen. */
  readonly bannedTokenIds: ReadonlySet<number>;
  /** Of the prompt, what is computed anew though the cache holds it: all from here on. */
  readonly reuseAtMost?: number;
}

export type TokenEvent =
  | {
      readonly kind: 'prefill';
      readonly doneTokens: number;
      readonly totalTokens: number;
      readonly reusedTokens: number;
    }
  | { readonly kind: 'token'; readonly tokenId: number }
  | { readonly kind: 'end'; readonly finish: 'stop-token' | 'length' | 'context-full' };

type PrefillEvent = Extract<TokenEvent, { kind: 'prefill' }>;

export type ScoreTokenEvent =
  | PrefillEvent
  | { readonly kind: 'certainty'; readonly certainty: TokenCertainty };

interface PrefillOptions {
  readonly signal: AbortSignal;
  readonly reuseAtMost?: number | undefined;
  /** How probable each token from here on was is said on the way. */
  readonly scoreFrom?: number;
}

export class TokenGenerator {
  readonly #network: Network;
  readonly #cache: KvCache;
  readonly #slots = new Slots();
  readonly #walk: PositionWalk;
  readonly #maxTokens: number;
  readonly #chunkTokens: number;

  constructor(
    network: Network,
    {
      maxTokens,
      chunkTokens,
    }: { readonly maxTokens: number; readonly chunkTokens: number },
  ) {
    const { text, vision, tokens } = network.source.manifest.config;
    this.#network = network;
    this.#maxTokens = maxTokens;
    this.#chunkTokens = Math.min(chunkTokens, network.decoder.chunkTokens);
    this.#cache = new KvCache(network.runtime, text, maxTokens);
    this.#walk = new PositionWalk({
      imagePad: tokens.imagePad,
      mergeSize: vision.mergeSize,
    });
  }

  /** Slots in use. */
  get cachedTokens(): number {
    return this.#slots.length;
  }

  /** How many leading tokens of `prompt` need not be computed. */
  reusableTokens({ ids, images }: TokenPrompt): number {
    return Math.min(this.#slots.commonPrefix(ids, images), ids.length - 1);
  }

  /**
   * Answers a prompt. Abort ends it with the signal's reason between two chunks or
   * tokens; what was computed by then stays in the cache.
   *
   * @throws AssistantError `bad-input` when the prompt is longer than the context
   */
  async *generate(
    prompt: TokenPrompt,
    limits: GenerationLimits,
    signal: AbortSignal,
  ): AsyncGenerator<TokenEvent> {
    const { head } = this.#network;
    const { sampling, stopTokenIds, bannedTokenIds, reuseAtMost } = limits;
    const seen = new Set(prompt.ids);
    const random = new Random(sampling.seed);
    head.reset(seen, sampling.repetitionPenalty, bannedTokenIds);
    for await (const event of this.#prefill(prompt, { signal, reuseAtMost })) {
      if (event.kind === 'prefill') yield event;
    }
    for (let count = 0; ;) {
      await breathe();
      signal.throwIfAborted();
      const tokenId = await chooseToken(head, sampling, {
        random: () => random.uniform(),
        seen,
        banned: bannedTokenIds,
      });
      if (stopTokenIds.has(tokenId)) return yield { kind: 'end', finish: 'stop-token' };
      yield { kind: 'token', tokenId };
      if (++count === limits.maxNewTokens) {
        return yield { kind: 'end', finish: 'length' };
      }
      if (this.#slots.length === this.#maxTokens) {
        return yield { kind: 'end', finish: 'context-full' };
      }
      if (!seen.has(tokenId)) head.see(tokenId, sampling.repetitionPenalty);
      seen.add(tokenId);
      await this.#decodeStep(tokenId);
    }
  }

  /**
   * How probable the model found each token of `prompt` from `from` on (≥ 1), given
   * those before it, in one pass over them. What was read stays in the cache.
   *
   * @throws AssistantError `bad-input` when the prompt is longer than the context
   */
  score(
    prompt: TokenPrompt,
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<ScoreTokenEvent> {
    assert(from >= 1, 'the first token follows nothing');
    return this.#prefill(prompt, { signal, reuseAtMost: from - 1, scoreFrom: from });
  }

  /** Runs the prompt's new tokens in chunks; afterwards the head has the last one's logits. */
  async *#prefill(
    { ids, images }: TokenPrompt,
    { signal, reuseAtMost = Infinity, scoreFrom = Infinity }: PrefillOptions,
  ): AsyncGenerator<ScoreTokenEvent> {
    const { decoder, head, source } = this.#network;
    const reusedTokens = this.#walk.truncateTo(
      Math.min(this.reusableTokens({ ids, images }), reuseAtMost),
    );
    this.#slots.truncateTo(reusedTokens);
    this.#reserve(ids.length, reusedTokens);
    const newImages = images.filter(({ start }) => start >= reusedTokens);
    const features = await readFeatures(newImages);
    const positionIds = this.#walk.append(
      ids.subarray(reusedTokens),
      newImages.map(({ gridThw }) => gridThw),
    );
    try {
      this.#cache.writeRotary(
        reusedTokens,
        textRotary(positionIds, source.manifest.config.text),
      );
      for (let from = reusedTokens; from < ids.length;) {
        yield {
          kind: 'prefill',
          doneTokens: from - reusedTokens,
          totalTokens: ids.length - reusedTokens,
          reusedTokens,
        };
        await breathe();
        signal.throwIfAborted();
        const to = Math.min(ids.length, from + this.#chunkLength(from));
        const embeddings = await this.#embed(
          { ids, images: newImages, features },
          from,
          to,
        );
        const y = await decoder.forward(embeddings, {
          cache: this.#cache,
          pastTokens: from,
        });
        this.#slots.fill(ids, images, from, to);
        const last = Math.min(to, ids.length - 1);
        for (let at = Math.max(from, scoreFrom - 1); at < last; at++) {
          signal.throwIfAborted();
          await head.run(y, at - from);
          yield { kind: 'certainty', certainty: await head.certainty(ids[at + 1]) };
        }
        if (to === ids.length) await head.run(y, to - from - 1);
        from = to;
      }
    } finally {
      // after an abort the walk must not be ahead of the slots
      this.#slots.truncateTo(this.#walk.truncateTo(this.#slots.length));
    }
    const totalTokens = ids.length - reusedTokens;
    yield { kind: 'prefill', doneTokens: totalTokens, totalTokens, reusedTokens };
  }

  /**
   * The first token of a conversation draws most attention to itself by huge
   * activations. Where int8 activations share one scale per pass it goes alone,
   * so that the others keep their precision.
   */
  #chunkLength(from: number): number {
    return from === 0 && this.#network.strategy === 'columns' ? 1 : this.#chunkTokens;
  }

  /** Embeddings of prompt tokens [from, to), image tokens replaced by features: [to − from, hidden]. */
  async #embed(
    { ids, images, features }: EmbedSource,
    from: number,
    to: number,
  ): Promise<Float32Array> {
    const { embedding, decoder } = this.#network;
    const { hiddenSize } = decoder.config;
    const rows = await embedding.rows(ids.subarray(from, to));
    for (const [i, { start, tokens }] of images.entries()) {
      const first = Math.max(start, from);
      const end = Math.min(start + tokens, to);
      if (first >= end) continue;
      const values = must(features[i], 'features of every new image');
      const part = values.subarray(
        (first - start) * hiddenSize,
        (end - start) * hiddenSize,
      );
      rows.set(part, (first - from) * hiddenSize);
    }
    return rows;
  }

  async #decodeStep(tokenId: number): Promise<void> {
    const { decoder, embedding, head, source } = this.#network;
    const slot = this.#slots.length;
    assert(slot === this.#walk.length, 'positions and slots are as many');
    this.#reserve(slot + 1, slot);
    const rotary = textRotary(this.#walk.appendText(), source.manifest.config.text);
    this.#cache.writeRotary(slot, rotary);
    const row = await embedding.rows(Int32Array.of(tokenId));
    const y = await decoder.forward(row, { cache: this.#cache, pastTokens: slot });
    this.#slots.push(tokenId);
    await head.run(y, 0);
  }

  /** A cache that found no room to grow holds nothing any more, and its slots neither. */
  #reserve(tokens: number, usedTokens: number): void {
    try {
      this.#cache.reserve(tokens, usedTokens);
    } catch (error) {
      if (this.#cache.capacity === 0) this.dispose();
      throw error;
    }
  }

  /** Frees the cache and forgets every slot. */
  dispose(): void {
    this.#cache.dispose();
    this.#slots.truncateTo(0);
    this.#walk.truncateTo(0);
  }
}

interface EmbedSource {
  readonly ids: Int32Array;
  readonly images: readonly PromptImage[];
  /** Per image [tokens, hidden]. */
  readonly features: readonly Float32Array[];
}

async function readFeatures(images: readonly PromptImage[]): Promise<Float32Array[]> {
  const features: Float32Array[] = [];
  for (const image of images) features.push(await image.features());
  return features;
}
