/**
 * @file What an adapter adds to a stored matrix: ΔW = (alpha / rank)·B·A, as two
 * thin matrices.
 *
 * q, k and v are stored as one matrix. Their pairs become one: the A's below each
 * other, the B's on a diagonal, queries with the power of two they are stored with.
 *
 *   A  a_q      B  b_q 0   0
 *      a_k         0   b_k 0
 *      a_v         0   0   b_v
 */
import { must } from '../base/assert.ts';
import { readStoredRows } from '../checkpoint/dequantize.ts';
import type { LowRankPair } from '../checkpoint/adapter.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { LaidAdapter } from './engine.ts';

/** A pair, the rows of the stored matrix that it adds to, and by how much. */
export interface DeltaPart {
  readonly pair: LowRankPair;
  readonly fromRow: number;
  readonly rows: number;
  /** alpha / rank, times what the rows are stored multiplied by. */
  readonly factor: number;
}

/** ΔW = B·A for a whole stored matrix. */
export interface Delta {
  /** Of all parts together. */
  readonly rank: number;
  readonly inputs: number;
  readonly outputs: number;
  /** [rank, inputs] */
  readonly a: Float32Array;
  /** [outputs, rank], factors included */
  readonly b: Float32Array;
}

/** The pairs for a stored matrix, by its name in the manifest; none for most. */
export function deltaParts(
  { adapter }: LaidAdapter,
  { config, queryScaleLog2 }: Manifest,
  name: string,
): readonly DeltaPart[] {
  const linear = name.replace(/\.weight$/, '');
  const { rank, alpha } = adapter.card;
  if (!linear.endsWith('.qkv_proj')) {
    const pair = adapter.pairs[linear];
    if (pair === undefined) return [];
    const rows = must(pair.b.shape[0], 'B is a matrix');
    return [{ pair, fromRow: 0, rows, factor: alpha / rank }];
  }
  const { heads, kvHeads, headDim } = config.text;
  const parts: DeltaPart[] = [];
  let fromRow = 0;
  for (const letter of ['q', 'k', 'v'] as const) {
    const rows = (letter === 'q' ? heads : kvHeads) * headDim;
    const pair = adapter.pairs[linear.replace(/qkv_proj$/, `${letter}_proj`)];
    const stored = letter === 'q' ? 2 ** queryScaleLog2 : 1;
    if (pair) parts.push({ pair, fromRow, rows, factor: (alpha / rank) * stored });
    fromRow += rows;
  }
  return parts;
}

/** Ranks of all parts together. */
export const rankOf = (parts: readonly DeltaPart[]): number =>
  parts.reduce((sum, { pair }) => sum + must(pair.a.shape[0], 'A is a matrix'), 0);

/** Reads the parts for an [outputs, inputs] matrix. */
export async function readDelta(
  parts: readonly DeltaPart[],
  [outputs, inputs]: readonly [number, number],
  files: ReadonlyMap<string, Blob>,
): Promise<Delta> {
  const rank = rankOf(parts);
  const a = new Float32Array(rank * inputs);
  const b = new Float32Array(outputs * rank);
  let at = 0;
  for (const { pair, fromRow, rows, factor } of parts) {
    const file = must(files.get(pair.a.file), `the checkpoint has "${pair.a.file}"`);
    const own = must(pair.a.shape[0], 'A is a matrix');
    a.set(await readStoredRows(pair.a, file, 0, own), at * inputs);
    const values = await readStoredRows(pair.b, file, 0, rows);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < own; i++) {
        b[(fromRow + row) * rank + at + i] = values[row * own + i] * factor;
      }
    }
    at += own;
  }
  return { rank, inputs, outputs, a, b };
}

/**
 * Adds rows [fromRow, fromRow + count) of ΔW to those of W, each sum in doubles.
 *
 * @param weights - [count, inputs], changed in place
 */
export function addDelta(
  { rank, inputs, a, b }: Delta,
  weights: Float32Array,
  fromRow: number,
): void {
  const sum = new Float64Array(inputs);
  for (let at = 0, row = fromRow; at < weights.length; at += inputs, row++) {
    sum.fill(0);
    for (let r = 0; r < rank; r++) {
      const factor = b[row * rank + r];
      if (factor === 0) continue; // off the diagonal
      for (let i = 0, from = r * inputs; i < inputs; i++) {
        sum[i] += factor * a[from + i];
      }
    }
    for (let i = 0; i < inputs; i++) weights[at + i] += sum[i];
  }
}

/** A as [inputs, rank], B as [rank, outputs]: x·Aᵀ·Bᵀ without a transposition in the graph. */
export function transposed(delta: Delta, letter: 'a' | 'b'): Float32Array {
  const matrix = delta[letter];
  const columns = letter === 'a' ? delta.inputs : delta.rank;
  const rows = matrix.length / columns;
  const out = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) out[i * rows + row] = matrix[row * columns + i];
  }
  return out;
}
