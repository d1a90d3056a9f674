/** @file Bidirectional attention in plain loops, for the self-check. */

export interface AttentionShape {
  readonly batch: number;
  readonly tokens: number;
  readonly heads: number;
  readonly headDim: number;
}

/**
 * softmax(q·kᵀ/√headDim + bias)·v for every batch, head and query.
 *
 * @param parts - each [batch, tokens, heads·headDim]
 * @param bias - [batch, 1, tokens, tokens]
 * @returns [batch, tokens, heads·headDim]
 */
export function attentionReference(
  { q, k, v }: { q: Float32Array; k: Float32Array; v: Float32Array },
  bias: Float32Array,
  { batch, tokens, heads, headDim }: AttentionShape,
): Float32Array {
  const width = heads * headDim;
  const out = new Float32Array(q.length);
  const weights = new Float64Array(tokens);
  for (let row = 0; row < batch * tokens; row++) {
    const firstKey = Math.floor(row / tokens) * tokens;
    for (let head = 0; head < heads; head++) {
      const at = row * width + head * headDim;
      let largest = -Infinity;
      for (let key = 0; key < tokens; key++) {
        const from = (firstKey + key) * width + head * headDim;
        let dot = 0;
        for (let i = 0; i < headDim; i++) {
          dot += q[at + i] * k[from + i];
        }
        weights[key] = dot / Math.sqrt(headDim) + bias[row * tokens + key];
        largest = Math.max(largest, weights[key]);
      }
      let total = 0;
      for (let key = 0; key < tokens; key++) {
        weights[key] = Math.exp(weights[key] - largest);
        total += weights[key];
      }
      for (let key = 0; key < tokens; key++) {
        const share = weights[key] / total;
        const from = (firstKey + key) * width + head * headDim;
        for (let i = 0; i < headDim; i++) {
          out[at + i] = out[at + i] + share * v[from + i];
        }
      }
    }
  }
  return out;
}
