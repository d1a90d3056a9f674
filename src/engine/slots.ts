/**
 * @file Which token sits in each slot of the KV cache, so that a prompt can say
 * how much of it is there already.
 */

/** An image's tokens in a prompt: a run of image_pad from `start` on. */
export interface ImageRun {
  readonly start: number;
  readonly tokens: number;
  /** SHA-256 of the image as attached. */
  readonly sha256: string;
}

export class Slots {
  #tokenIds: number[] = [];
  /** Per slot the hash of its image; undefined for text. */
  #images: (string | undefined)[] = [];

  get length(): number {
    return this.#tokenIds.length;
  }

  /** How many leading tokens of the prompt are in the cache, image tokens only with their image. */
  commonPrefix(tokenIds: Int32Array, images: readonly ImageRun[]): number {
    const wanted = imagePerToken(tokenIds.length, images);
    const most = Math.min(this.length, tokenIds.length);
    let i = 0;
    while (
      i < most &&
      this.#tokenIds[i] === tokenIds[i] &&
      this.#images[i] === wanted[i]
    ) {
      i++;
    }
    return i;
  }

  /** Fills the next slots with tokens [from, to) of a prompt. */
  fill(
    tokenIds: Int32Array,
    images: readonly ImageRun[],
    from: number,
    to: number,
  ): void {
    const hashes = imagePerToken(tokenIds.length, images);
    for (let i = from; i < to; i++) {
      this.#tokenIds.push(tokenIds[i]);
      this.#images.push(hashes[i]);
    }
  }

  /** Fills the next slot with a generated token. */
  push(tokenId: number): void {
    this.#tokenIds.push(tokenId);
    this.#images.push(undefined);
  }

  truncateTo(length: number): void {
    this.#tokenIds.length = Math.min(length, this.#tokenIds.length);
    this.#images.length = this.#tokenIds.length;
  }
}

function imagePerToken(
  tokens: number,
  images: readonly ImageRun[],
): (string | undefined)[] {
  const hashes = Array<string | undefined>(tokens).fill(undefined);
  for (const { start, tokens: count, sha256 } of images) {
    hashes.fill(sha256, start, start + count);
  }
  return hashes;
}
