/**
 * @file One decoder layer in plain loops on the host: what a device's numbers
 * are checked against before the first answer.
 *
 * Sums are float64. Matrices are read a row at a time, once for all tokens, so
 * a layer need not be dequantized as a whole; and of a large layer only some
 * tokens need to be finished (all of them still give keys and values).
 */
import { assert } from '../base/assert.ts';
import type { TextConfig } from './config.ts';

/** A matrix [rows, columns] read row by row. `row` may reuse its array. */
export interface RowMatrix {
  readonly rows: number;
  readonly columns: number;
  row(index: number): Float32Array;
}

export interface DecoderLayerWeights {
  /** [hidden] */
  readonly inputNorm: Float32Array;
  readonly postAttentionNorm: Float32Array;
  /** [(heads + 2·kvHeads)·headDim, hidden]: queries, keys, values. */
  readonly qkv: RowMatrix;
  readonly qkvBias: Float32Array;
  readonly o: RowMatrix;
  readonly gate: RowMatrix;
  readonly up: RowMatrix;
  readonly down: RowMatrix;
}

export interface DecoderLayerRequest {
  /** [S, hidden], the tokens from the first of the sequence on. */
  readonly x: Float32Array;
  readonly S: number;
  readonly weights: DecoderLayerWeights;
  readonly config: Pick<
    TextConfig,
    'hiddenSize' | 'heads' | 'kvHeads' | 'headDim' | 'rmsNormEps'
  >;
  /** Rotary tables [S, headDim/2]. */
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  /** Queries and their bias are stored multiplied by 2^queryScaleLog2. */
  readonly queryScaleLog2?: number;
  /** Which tokens to finish, ascending; all when left out. */
  readonly tokens?: readonly number[];
}

/** A matrix in memory, row-major. */
export function denseRows(data: Float32Array, columns: number): RowMatrix {
  const rows = data.length / columns;
  return {
    rows,
    columns,
    row: (index) => data.subarray(index * columns, (index + 1) * columns),
  };
}

/**
 * x + o(attention(rms(x))), and to that + down(silu(gate(y)) ⊙ up(y)).
 *
 * @returns [tokens, hidden]
 */
export function decoderLayerReference(request: DecoderLayerRequest): Float32Array {
  const { x, S, weights, config } = request;
  const { hiddenSize, rmsNormEps } = config;
  const tokens = request.tokens ?? Array.from({ length: S }, (_, token) => token);
  assert(x.length === S * hiddenSize, `x is [${S}, ${hiddenSize}]`);
  const normed = rmsNorm(x, weights.inputNorm, rmsNormEps);
  const attended = attend(request, normed, tokens); // [tokens, heads·headDim]
  const sum = add(pickRows(x, tokens, hiddenSize), matmul(weights.o, attended));
  const y = rmsNorm(sum, weights.postAttentionNorm, rmsNormEps);
  const gate = matmul(weights.gate, y);
  const up = matmul(weights.up, y);
  const gated = gate.map((g, i) => (g / (1 + Math.exp(-g))) * up[i]);
  return Float32Array.from(add(sum, matmul(weights.down, gated)));
}

/** Causal attention of the chosen tokens over all that came before them. */
function attend(
  { S, weights, config, cos, sin, queryScaleLog2 = 0 }: DecoderLayerRequest,
  normed: Float64Array,
  tokens: readonly number[],
): Float64Array {
  const { heads, kvHeads, headDim } = config;
  const width = heads + 2 * kvHeads;
  const qkv = matmul(weights.qkv, normed, weights.qkvBias); // [S, width·headDim]
  const at = (token: number, head: number) => (token * width + head) * headDim;
  for (let token = 0; token < S; token++) {
    for (let head = 0; head < heads + kvHeads; head++) {
      rotate(qkv, at(token, head), { cos, sin, row: token, headDim });
    }
  }
  const scale = 2 ** -queryScaleLog2 / Math.sqrt(headDim);
  const out = new Float64Array(tokens.length * heads * headDim);
  tokens.forEach((token, row) => {
    for (let head = 0; head < heads; head++) {
      const kvHead = Math.floor((head * kvHeads) / heads);
      const query = at(token, head);
      const scores = Float64Array.from({ length: token + 1 }, (_, past) => {
        const key = at(past, heads + kvHead);
        let dot = 0;
        for (let i = 0; i < headDim; i++) dot += qkv[query + i] * qkv[key + i];
        return dot * scale;
      });
      softmax(scores).forEach((weight, past) => {
        const value = at(past, heads + kvHeads + kvHead);
        const to = (row * heads + head) * headDim;
        for (let i = 0; i < headDim; i++) out[to + i] += weight * qkv[value + i];
      });
    }
  });
  return out;
}

interface Rotation {
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  readonly row: number;
  readonly headDim: number;
}

/** Turns the pairs (j, j + headDim/2) of one head, in place. */
function rotate(
  data: Float64Array,
  from: number,
  { cos, sin, row, headDim }: Rotation,
): void {
  const pairs = headDim / 2;
  for (let j = 0; j < pairs; j++) {
    const c = cos[row * pairs + j];
    const s = sin[row * pairs + j];
    const first = data[from + j];
    const second = data[from + j + pairs];
    data[from + j] = first * c - second * s;
    data[from + j + pairs] = second * c + first * s;
  }
}

function softmax(scores: Float64Array): Float64Array {
  const max = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const exps = scores.map((score) => Math.exp(score - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

/** x [T, columns] to y [T, rows]: x·Wᵀ + b. */
function matmul(matrix: RowMatrix, x: Float64Array, bias?: Float32Array): Float64Array {
  const { rows, columns } = matrix;
  const T = x.length / columns;
  assert(Number.isInteger(T), `x holds whole rows of ${columns}`);
  const y = new Float64Array(T * rows);
  for (let r = 0; r < rows; r++) {
    const row = matrix.row(r);
    for (let t = 0; t < T; t++) {
      let sum = bias ? bias[r] : 0;
      const from = t * columns;
      for (let i = 0; i < columns; i++) sum += row[i] * x[from + i];
      y[t * rows + r] = sum;
    }
  }
  return y;
}

function rmsNorm(
  x: Float32Array | Float64Array,
  gain: Float32Array,
  eps: number,
): Float64Array {
  const width = gain.length;
  const y = Float64Array.from(x);
  for (let from = 0; from < y.length; from += width) {
    let squares = 0;
    for (let i = 0; i < width; i++) squares += y[from + i] ** 2;
    const scale = 1 / Math.sqrt(squares / width + eps);
    for (let i = 0; i < width; i++) y[from + i] *= scale * gain[i];
  }
  return y;
}

function pickRows(
  x: Float32Array,
  rows: readonly number[],
  width: number,
): Float64Array {
  const picked = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    picked.set(x.subarray(row * width, (row + 1) * width), i * width);
  });
  return picked;
}

function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]);
}
