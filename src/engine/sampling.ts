/**
 * @file Choosing the next token: repetition penalty, temperature, top-k, top-p,
 * draw, in this order (as transformers and vLLM do).
 *
 * The penalty and what is greedy happen on the device (`head.ts`); what is drawn
 * happens here, on the candidates the device sorted, or on all logits when
 * neither top-k nor greed bounds them.
 */
import { CANDIDATES } from '../model/head-graph.ts';
import type { Sampling } from './engine.ts';
import type { Candidates, Head } from './head.ts';

/** True when the settings leave one choice. */
export function isGreedy({ temperature, topK }: Sampling): boolean {
  return temperature === 0 || topK === 1;
}

/** The ids seen so far, for the penalty when it must be done on the host. */
export interface SeenTokens {
  has(tokenId: number): boolean;
}

/** Takes the next token from what `head.run` computed. `random` gives [0, 1). */
export async function chooseToken(
  head: Head,
  sampling: Sampling,
  {
    random,
    seen,
    banned,
  }: { random: () => number; seen: SeenTokens; banned: SeenTokens },
): Promise<number> {
  if (isGreedy(sampling)) return head.best();
  const isBounded = sampling.topK > 0 && sampling.topK <= CANDIDATES;
  const candidates = isBounded
    ? await head.candidates()
    : sortCandidates(await head.logits(), { sampling, seen, banned });
  return drawToken(candidates, sampling, random());
}

/** All logits with the penalty applied, largest first. */
function sortCandidates(
  logits: Float32Array,
  {
    sampling,
    seen,
    banned,
  }: { sampling: Sampling; seen: SeenTokens; banned: SeenTokens },
): Candidates {
  const penalized = logits.map((logit, id) => {
    if (banned.has(id)) return -Infinity;
    return seen.has(id) ? penalize(logit, sampling.repetitionPenalty) : logit;
  });
  const tokenIds = Int32Array.from(penalized, (_, id) => id).toSorted(
    (a, b) => penalized[b] - penalized[a] || a - b,
  );
  return {
    values: Float32Array.from(tokenIds, (id) => penalized[id]),
    tokenIds,
  };
}

/** l > 0 ? l / penalty : l · penalty */
export function penalize(logit: number, penalty: number): number {
  return logit > 0 ? logit / penalty : logit * penalty;
}

/**
 * Draws from sorted candidates: temperature, then the topK best, then the
 * smallest set whose probability reaches topP (always at least one).
 *
 * @param u - uniform in [0, 1)
 */
export function drawToken(
  { values, tokenIds }: Candidates,
  { temperature, topK, topP }: Sampling,
  u: number,
): number {
  const count = topK > 0 ? Math.min(topK, values.length) : values.length;
  const largest = values[0];
  const weights = Float64Array.from(values.subarray(0, count), (value) =>
    Math.exp((value - largest) / temperature),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  let kept = 0;
  let keptWeight = 0;
  while (kept < count && (kept === 0 || keptWeight < topP * total)) {
    keptWeight += weights[kept];
    kept++;
  }
  let left = u * keptWeight;
  for (let i = 0; i < kept; i++) {
    left -= weights[i];
    if (left < 0) return tokenIds[i];
  }
  return tokenIds[kept - 1];
}
