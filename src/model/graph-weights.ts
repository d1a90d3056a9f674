/**
 * @file How a graph asks for its weights.
 *
 * A graph builder knows names; whoever runs it knows in which form the device
 * wants each matrix and in which mounted file it lies. The same stored weights
 * become different operators on different devices.
 */
import { float, int, type GraphBuilder, type Initializer } from '../onnx/graph.ts';

/**
 * The operator a matrix wants.
 *
 * - `dense`: Gemm with an [out, in] matrix.
 * - `blocks`: MatMulNBits on quantized blocks; the WebGPU build's own format.
 * - `columns`: DynamicQuantizeMatMul, int8 with a scale per output, [in, out]; the
 *   CPU build dequantizes whole MatMulNBits matrices at every call, this it multiplies.
 */
export type LinearForm =
  | { readonly kind: 'dense'; readonly matrix: Initializer }
  | {
      readonly kind: 'blocks';
      readonly bits: 4 | 8;
      readonly blockSize: number;
      readonly matrix: Initializer;
      readonly scales: Initializer;
      readonly zeroPoints?: Initializer;
    }
  | {
      readonly kind: 'columns';
      readonly matrix: Initializer;
      readonly scales: Initializer;
    };

/** What an adapter adds beside a matrix: x·a·b, a [in, rank] and b [rank, out]. */
export interface LowRankForm {
  readonly a: Initializer;
  readonly b: Initializer;
}

/** A run of a matrix's rows (outputs); all of them when left out. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface GraphWeights {
  /** What computes: the same formula is quick by other operators on each. */
  readonly processor: 'cpu' | 'gpu';
  /** The type activations have in this graph. */
  readonly floatType: 'f32' | 'f16';
  /** [outputs, inputs] of the stored matrix. */
  shape(name: string): readonly [number, number];
  linear(name: string, rows?: RowRange): LinearForm;
  /** What is added to all rows of a matrix at run time, if anything. */
  lowRank(name: string): LowRankForm | undefined;
  /** A norm's gain or a bias, in the activations' type. */
  vector(name: string): Initializer;
}

export interface LinearRequest {
  /** Name of the matrix, [out, in]. */
  readonly weight: string;
  readonly bias?: string;
  readonly rows?: RowRange;
}

/** y = x·Wᵀ + b for x [1, T, in], and what an adapter adds; returns y [1, T, out]. */
export function addLinear(
  graph: GraphBuilder,
  weights: GraphWeights,
  x: string,
  request: LinearRequest,
): string {
  const y = addStored(graph, weights, x, request);
  const lowRank = weights.lowRank(request.weight);
  if (lowRank === undefined) return y;
  const inner = graph.add('MatMul', { inputs: [x, graph.initializer(lowRank.a)] }); // [1, T, rank]
  const delta = graph.add('MatMul', { inputs: [inner, graph.initializer(lowRank.b)] });
  return graph.add('Add', { inputs: [y, delta] });
}

/** The product with a matrix as it is stored. */
function addStored(
  graph: GraphBuilder,
  weights: GraphWeights,
  x: string,
  { weight, bias, rows }: LinearRequest,
): string {
  const [outputs, inputs] = weights.shape(weight);
  const count = rows ? rows.to - rows.from : outputs;
  const form = weights.linear(weight, rows);
  const biasName = bias === undefined ? '' : graph.initializer(weights.vector(bias));
  switch (form.kind) {
    case 'dense':
      return addDense(graph, { x, form, biasName, inputs, outputs: count });
    case 'blocks':
      return graph.add('MatMulNBits', {
        domain: 'com.microsoft',
        inputs: [
          x,
          graph.initializer(form.matrix),
          graph.initializer(form.scales),
          form.zeroPoints ? graph.initializer(form.zeroPoints) : '',
          ...(biasName === '' ? [] : ['', biasName]),
        ],
        attributes: {
          K: int(inputs),
          N: int(count),
          bits: int(form.bits),
          block_size: int(form.blockSize),
        },
      });
    case 'columns':
      return graph.add('DynamicQuantizeMatMul', {
        domain: 'com.microsoft',
        inputs: [
          x,
          graph.initializer(form.matrix),
          graph.initializer(form.scales),
          ...(biasName === '' ? [] : ['', biasName]),
        ],
      });
  }
}

interface DenseRequest {
  readonly x: string;
  readonly form: Extract<LinearForm, { kind: 'dense' }>;
  readonly biasName: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** Gemm takes matrices only, so the batch axis comes off and goes back on. */
function addDense(
  graph: GraphBuilder,
  { x, form, biasName, inputs, outputs }: DenseRequest,
): string {
  const rows = addReshape(graph, x, [-1, inputs]); // [T, in]
  const y = graph.add('Gemm', {
    inputs: [
      rows,
      graph.initializer(form.matrix),
      ...(biasName === '' ? [] : [biasName]),
    ],
    attributes: { transB: int(1) },
  }); // [T, out]
  return addReshape(graph, y, [1, -1, outputs]);
}

export function addReshape(
  graph: GraphBuilder,
  x: string,
  shape: readonly number[],
): string {
  const name = `shape_${shape.join('_')}`;
  return graph.add('Reshape', { inputs: [x, graph.constantI64(name, shape)] });
}

/** y = gain ⊙ x / √(mean(x²) + eps), statistics in f32. */
export function addRmsNorm(
  graph: GraphBuilder,
  weights: GraphWeights,
  x: string,
  { gain, eps }: { gain: string; eps: number },
): string {
  return graph.add('SimplifiedLayerNormalization', {
    inputs: [x, graph.initializer(weights.vector(gain))],
    attributes: { axis: int(-1), epsilon: float(eps) },
  });
}

export interface NormedSum {
  /** RMSNorm of the sum. */
  readonly normed: string;
  /** The sum itself: the residual stream. */
  readonly sum: string;
}

/** sum = a + b; normed = RMSNorm(sum), in one operator. */
export function addNormedSum(
  graph: GraphBuilder,
  weights: GraphWeights,
  [a, b]: readonly [string, string],
  { gain, eps, name }: { gain: string; eps: number; name: string },
): NormedSum {
  const normed = `${name}.normed`;
  const sum = `${name}.sum`;
  graph.add('SkipSimplifiedLayerNormalization', {
    domain: 'com.microsoft',
    inputs: [a, b, graph.initializer(weights.vector(gain))],
    outputs: [normed, '', '', sum],
    attributes: { epsilon: float(eps) },
  });
  return { normed, sum };
}

/** silu(gate(x)) ⊙ up(x), then down. */
export function addSwiGlu(
  graph: GraphBuilder,
  weights: GraphWeights,
  x: string,
  { prefix, hasBias }: { prefix: string; hasBias: boolean },
): string {
  const part = (name: string): LinearRequest => ({
    weight: `${prefix}.${name}.weight`,
    ...(hasBias && { bias: `${prefix}.${name}.bias` }),
  });
  const gate = addLinear(graph, weights, x, part('gate_proj'));
  const up = addLinear(graph, weights, x, part('up_proj'));
  const gated = GATING[weights.processor](graph, gate, up);
  return addLinear(graph, weights, gated, part('down_proj'));
}

/**
 * gate·sigmoid(gate) ⊙ up. A GPU has QuickGelu, with alpha 1 the first product in
 * one pass; the CPU's takes twice as long as a Sigmoid, and as onnxruntime turns
 * gate·sigmoid(gate) into it, the factors come in another order there.
 */
const GATING = {
  gpu(graph: GraphBuilder, gate: string, up: string): string {
    const silu = graph.add('QuickGelu', {
      domain: 'com.microsoft',
      inputs: [gate],
      attributes: { alpha: float(1) },
    });
    return graph.add('Mul', { inputs: [silu, up] });
  },
  cpu(graph: GraphBuilder, gate: string, up: string): string {
    const share = graph.add('Sigmoid', { inputs: [gate] });
    const passed = graph.add('Mul', { inputs: [share, up] });
    return graph.add('Mul', { inputs: [passed, gate] });
  },
} as const;
