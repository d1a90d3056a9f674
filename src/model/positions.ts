/**
 * @file Rotary positions for text mixed with images (M-RoPE).
 *
 * Text advances time, height and width together. The tokens of an image share
 * one time and spread over its merged grid. After an image, text goes on one
 * past the largest position used so far.
 *
 *   ids     V V V V  T T      a 2×2 merged image, then two text tokens
 *   time    0 0 0 0  2 3
 *   height  0 0 1 1  2 3
 *   width   0 1 0 1  2 3
 *
 * A position depends only on what came before, so the walk goes on across turns
 * and is cut back when the conversation is.
 */
import { assert } from '../base/assert.ts';
import type { GridThw } from '../image/patches.ts';

interface WalkOptions {
  readonly imagePad: number;
  readonly mergeSize: number;
}

/** Where M-RoPE stands after the tokens so far. Copies nothing but small integers. */
export class PositionWalk {
  readonly #imagePad: number;
  readonly #mergeSize: number;
  /** Per token, the position that text would have had there. */
  readonly #nextBefore: number[] = [];
  /** Per token, its place inside its image; 0 for text. */
  readonly #placeInImage: number[] = [];
  #next = 0;

  constructor({ imagePad, mergeSize }: WalkOptions) {
    this.#imagePad = imagePad;
    this.#mergeSize = mergeSize;
  }

  /** How many tokens were walked. */
  get length(): number {
    return this.#nextBefore.length;
  }

  /** What a text token's index must be moved by: next − length, ≤ 0 with images ("rope_delta"). */
  get positionOffset(): number {
    return this.#next - this.length;
  }

  /**
   * Walks over prompt tokens. Each run of image tokens takes the next grid; an
   * image must not be split between two calls.
   *
   * @param tokenIds - [T]
   * @param grids - one per image in `tokenIds`, before merging
   * @returns positionIds [3, T]: time, height, width
   */
  append(tokenIds: Int32Array, grids: readonly GridThw[]): Int32Array {
    const count = tokenIds.length;
    const positionIds = new Int32Array(3 * count);
    let image = 0;
    let i = 0;
    while (i < count) {
      if (tokenIds[i] !== this.#imagePad) {
        positionIds[i] =
          positionIds[count + i] =
          positionIds[2 * count + i] =
            this.#next;
        this.#log(this.#next, 0);
        this.#next++;
        i++;
        continue;
      }
      const grid = grids[image++];
      assert(grid !== undefined, `there is a grid for image ${image}`);
      i += this.#appendImage(grid, positionIds, i, tokenIds);
    }
    assert(image === grids.length, `${grids.length} grids for ${image} images`);
    return positionIds;
  }

  /** Walks over one text token, whatever its id: what decoding adds. Returns positionIds [3, 1]. */
  appendText(): Int32Array {
    const position = this.#next++;
    this.#log(position, 0);
    return Int32Array.of(position, position, position);
  }

  /**
   * Forgets all but the first `length` tokens. An image cannot be kept in part,
   * so a cut inside one falls before it.
   *
   * @returns how many tokens are left, ≤ `length`
   */
  truncateTo(length: number): number {
    if (length >= this.length) return this.length;
    const left = length - this.#placeInImage[length];
    this.#next = this.#nextBefore[left];
    this.#nextBefore.length = left;
    this.#placeInImage.length = left;
    return left;
  }

  /** Returns how many tokens the image has. */
  #appendImage(
    [time, gridHeight, gridWidth]: GridThw,
    positionIds: Int32Array,
    start: number,
    tokenIds: Int32Array,
  ): number {
    const count = tokenIds.length;
    const height = gridHeight / this.#mergeSize;
    const width = gridWidth / this.#mergeSize;
    const tokens = height * width;
    assert(time === 1, 'an image has one frame');
    assert(
      start + tokens <= count,
      `the image of ${tokens} tokens ends within the prompt`,
    );
    for (let place = 0; place < tokens; place++) {
      const i = start + place;
      assert(
        tokenIds[i] === this.#imagePad,
        `token ${i} belongs to the image before it`,
      );
      positionIds[i] = this.#next;
      positionIds[count + i] = this.#next + Math.floor(place / width);
      positionIds[2 * count + i] = this.#next + (place % width);
      this.#log(this.#next, place);
    }
    this.#next += Math.max(height, width);
    return tokens;
  }

  #log(nextBefore: number, placeInImage: number): void {
    this.#nextBefore.push(nextBefore);
    this.#placeInImage.push(placeInImage);
  }
}
