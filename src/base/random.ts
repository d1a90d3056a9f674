/**
 * @file Random numbers that come out the same on every machine, from a seed.
 *
 * xoshiro128** seeded by splitmix32. Only 32-bit integer arithmetic, and for
 * normal numbers additions alone, so that not even the last bit depends on a
 * platform's `log` or `cos`.
 *
 * @see Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators, 2021
 */

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    let state = seed | 0;
    const splitMix = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.a = splitMix();
    this.b = splitMix();
    this.c = splitMix();
    this.d = splitMix();
  }

  /** A whole number from 0 to 2^32 − 1. */
  uint32(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(this.b, 5), 7), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotateLeft(this.d, 11);
    return scrambled >>> 0;
  }

  /** At least 0, below 1, in steps of 2^-32. */
  uniform(): number {
    return this.uint32() / 2 ** 32;
  }

  /** A whole number from 0 to `limit` − 1; the bias is below limit / 2^32. */
  below(limit: number): number {
    return Math.floor(this.uniform() * limit);
  }

  /** Nearly normal, mean 0 and deviation 1, within ±6: twelve uniform numbers less 6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.uniform();
    return sum;
  }
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
