/**
 * @file The decoder's graph: some whole layers of the language model.
 *
 *   x [1, T, hidden] ─ layer ─ layer ─ … ─ y [1, T, hidden]
 *
 * M-RoPE comes in as cos/sin rows indexed by cache slot: row s belongs to the
 * token in slot s, whatever its three positions are. Past and present of a
 * layer are one buffer [1, kvHeads, capacity, headDim] bound twice.
 */
import { float, int, GraphBuilder, type Graph } from '../onnx/graph.ts';
import type { TextConfig } from './config.ts';
import {
  addLinear,
  addNormedSum,
  addRmsNorm,
  addSwiGlu,
  type GraphWeights,
} from './graph-weights.ts';

export interface DecoderGraphRequest {
  readonly config: TextConfig;
  readonly weights: GraphWeights;
  /** Layers [from, to). */
  readonly from: number;
  readonly to: number;
  /** Queries are stored multiplied by 2^queryScaleLog2; attention takes it back. */
  readonly queryScaleLog2: number;
  /** Adds the residual stream after every layer as outputs `layer.{i}`. */
  readonly hasTaps: boolean;
}

/**
 * Inputs: x [1, T, hidden]; seqlens i32 [1] = total − 1; total i32 [1];
 * cos, sin [slots, headDim/2]; past.{i}.key and .value.
 * Outputs: y [1, T, hidden]; present.{i}.key and .value.
 *
 * @see spec: Qwen2.5-VL technical report (arXiv:2502.13923); GroupQueryAttention
 *   of onnxruntime's contrib operators
 */
export function buildDecoderGraph(request: DecoderGraphRequest): Graph {
  const { config, weights, from, to, hasTaps } = request;
  const graph = new GraphBuilder(`layers-${from}-${to}`);
  const type = weights.floatType;
  const eps = config.rmsNormEps;
  const residualShape = [1, 'T', config.hiddenSize] as const;
  graph.input('x', type, residualShape);
  graph.input('seqlens', 'i32', [1]);
  graph.input('total', 'i32', [1]);
  for (const name of ['cos', 'sin']) {
    graph.input(name, type, ['slots', config.headDim / 2]);
  }

  let sum = 'x';
  let normed = addRmsNorm(graph, weights, 'x', {
    gain: `model.layers.${from}.input_layernorm.weight`,
    eps,
  });
  for (let layer = from; layer < to; layer++) {
    const prefix = `model.layers.${layer}`;
    const attended = addAttention(graph, request, layer, normed);
    const middle = addNormedSum(graph, weights, [sum, attended], {
      gain: `${prefix}.post_attention_layernorm.weight`,
      eps,
      name: `middle.${layer}`,
    });
    const fed = addSwiGlu(graph, weights, middle.normed, {
      prefix: `${prefix}.mlp`,
      hasBias: false,
    });
    if (layer + 1 === to) {
      graph.add('Add', { inputs: [middle.sum, fed], outputs: ['y'] });
      break;
    }
    const next = addNormedSum(graph, weights, [middle.sum, fed], {
      gain: `model.layers.${layer + 1}.input_layernorm.weight`,
      eps,
      name: `layer.${layer}`,
    });
    if (hasTaps) graph.output(next.sum, type, residualShape);
    ({ sum, normed } = next);
  }
  graph.output('y', type, residualShape);
  return graph.build();
}

/**
 * A logit beside the scores that takes no part: exp(−10³⁰) is 0.
 *
 * On a CPU onnxruntime computes scores in tiles of the L2 cache, and as WebAssembly
 * knows no such cache, a tile becomes one position and prefill 5 to 20 times slower.
 * Its tiled kernel has no sinks, so with one the operator computes them whole.
 */
const NO_SINK = -1e30;

function addAttention(
  graph: GraphBuilder,
  { config, weights, queryScaleLog2 }: DecoderGraphRequest,
  layer: number,
  normed: string,
): string {
  const { heads, kvHeads, headDim } = config;
  const prefix = `model.layers.${layer}.self_attn`;
  const cacheShape = [1, kvHeads, 'capacity', headDim] as const;
  const cache = ['key', 'value'].map((part) => {
    const past = graph.input(`past.${layer}.${part}`, weights.floatType, cacheShape);
    const present = graph.output(
      `present.${layer}.${part}`,
      weights.floatType,
      cacheShape,
    );
    return { past, present };
  });
  const qkv = addLinear(graph, weights, normed, {
    weight: `${prefix}.qkv_proj.weight`,
    bias: `${prefix}.qkv_proj.bias`,
  }); // [1, T, (heads + 2·kvHeads)·headDim]
  const sink = weights.processor === 'cpu' ? ['', '', addNoSink(graph, heads)] : [];
  const attended = graph.add('GroupQueryAttention', {
    domain: 'com.microsoft',
    inputs: [
      qkv,
      '',
      '',
      ...cache.map((it) => it.past),
      'seqlens',
      'total',
      'cos',
      'sin',
      ...sink,
    ],
    outputs: [`attended.${layer}`, ...cache.map((it) => it.present)],
    attributes: {
      num_heads: int(heads),
      kv_num_heads: int(kvHeads),
      scale: float(2 ** -queryScaleLog2 / Math.sqrt(headDim)),
      do_rotary: int(1),
    },
  });
  return addLinear(graph, weights, attended, { weight: `${prefix}.o_proj.weight` });
}

function addNoSink(graph: GraphBuilder, heads: number): string {
  const bytes = new Uint8Array(new Float32Array(heads).fill(NO_SINK).buffer);
  return graph.initializer({
    name: 'no_sink',
    type: 'f32',
    shape: [heads],
    data: { kind: 'inline', bytes },
  });
}
