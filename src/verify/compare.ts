/** @file How far computed values are from reference values. */

export interface Difference {
  readonly maxAbs: number;
  /** maxAbs over the largest reference magnitude. */
  readonly maxRel: number;
}

/** Infinite when the lengths differ or a value is not a number. */
export function compareValues(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
): Difference {
  if (actual.length !== expected.length) return { maxAbs: Infinity, maxRel: Infinity };
  let maxAbs = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    if (!(difference <= maxAbs)) {
      maxAbs = Number.isNaN(difference) ? Infinity : difference;
    }
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return { maxAbs, maxRel: maxAbs === 0 ? 0 : maxAbs / (scale || 1) };
}

export interface Agreement {
  /** Mean over positions of KL(reference ‖ ours), in nats. */
  readonly kl: number;
  /** Share of positions whose most likely token is the same. */
  readonly top1: number;
}

/** How alike two sets of logits [T, vocab] are as distributions. */
export function compareDistributions(
  actual: Float32Array,
  expected: Float32Array,
  vocabSize: number,
): Agreement {
  const positions = expected.length / vocabSize;
  let kl = 0;
  let agreed = 0;
  for (let t = 0; t < positions; t++) {
    const ours = actual.subarray(t * vocabSize, (t + 1) * vocabSize);
    const theirs = expected.subarray(t * vocabSize, (t + 1) * vocabSize);
    const [ourMass, theirMass] = [logSumExp(ours), logSumExp(theirs)];
    for (let i = 0; i < vocabSize; i++) {
      const logP = theirs[i] - theirMass;
      kl += Math.exp(logP) * (logP - (ours[i] - ourMass));
    }
    if (argMax(ours) === argMax(theirs)) agreed++;
  }
  return { kl: kl / positions, top1: agreed / positions };
}

function logSumExp(values: Float32Array): number {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}

/** Index of the largest; of equals, the first. */
export function argMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}
