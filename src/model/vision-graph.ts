/**
 * @file The vision tower's graph for one image: some whole blocks, with the patch
 * embedding before the first and the merger after the last.
 *
 * Rows are in window order from the start, so that a window's patches are
 * neighbours. A windowed block pads each window to 64 slots and attends inside
 * it: [windows, 64, hidden], never an N×N mask. A full block attends over the
 * whole image; its queries may be split to keep the scores small.
 */
import { float, int, GraphBuilder, type Graph } from '../onnx/graph.ts';
import type { VisionConfig } from './config.ts';
import { windowSlots } from './windows.ts';
import {
  addLinear,
  addNormedSum,
  addReshape,
  addRmsNorm,
  addSwiGlu,
  type GraphWeights,
} from './graph-weights.ts';

/** Fixed in the reference, not in the config. */
export const VISION_NORM_EPS = 1e-6;

export interface VisionGraphRequest {
  readonly config: VisionConfig;
  readonly weights: GraphWeights;
  /** Blocks [from, to). The patch embedding comes with block 0, the merger with the last. */
  readonly from: number;
  readonly to: number;
  /** 1, 2 or 4: parts into which a full block's queries are split. */
  readonly queryParts: number;
  /** Adds `patch` and every block's output `block.{i}` as outputs, and `merged`. */
  readonly hasTaps: boolean;
}

/**
 * Inputs: x [1, N, patch columns] (from 0) or [1, N, hidden]; cos, sin [N, headDim/2];
 * pad i32 [windows·64], the row in each slot; window_bias [windows, 1, 64, 64];
 * unpad i32 [N], the slot of each row; inverse i32 [N/4] (with the merger), for
 * each merged token in raster order its row in window order.
 * Output: y [1, N, hidden], or features [1, N/4, outHidden] with the merger.
 */
export function buildVisionGraph(request: VisionGraphRequest): Graph {
  const { config, weights, from, to, hasTaps } = request;
  const graph = new GraphBuilder(`vision-${from}-${to}`);
  const type = weights.floatType;
  const slots = windowSlots(config);
  const isLast = to === config.depth;
  const patchColumns =
    config.channels * config.temporalPatchSize * config.patchSize ** 2;
  const hiddenShape = [1, 'N', config.hiddenSize] as const;
  graph.input('x', type, [1, 'N', from === 0 ? patchColumns : config.hiddenSize]);
  for (const name of ['cos', 'sin']) {
    graph.input(name, type, ['N', config.hiddenSize / config.heads / 2]);
  }
  graph.input('pad', 'i32', ['slots']);
  graph.input('window_bias', type, ['windows', 1, slots, slots]);
  graph.input('unpad', 'i32', ['N']);
  if (isLast) graph.input('inverse', 'i32', ['merged']);

  let x = 'x';
  if (from === 0) {
    x = addLinear(graph, weights, 'x', { weight: 'visual.patch_embed.proj.weight' });
    if (hasTaps) x = addTap(graph, x, 'patch', type, hiddenShape);
  }
  const rotary = addRotaryTables(graph);
  for (let block = from; block < to; block++) {
    x = addBlock(graph, request, { block, x, rotary });
    if (hasTaps) x = addTap(graph, x, `block.${block}`, type, hiddenShape);
  }
  if (isLast) {
    addMerger(graph, request, x);
  } else {
    graph.add('Identity', { inputs: [x], outputs: ['y'] });
    graph.output('y', type, hiddenShape);
  }
  return graph.build();
}

function addTap(
  graph: GraphBuilder,
  x: string,
  name: string,
  type: 'f32' | 'f16',
  shape: readonly (number | string)[],
): string {
  graph.add('Identity', { inputs: [x], outputs: [name] });
  return graph.output(name, type, shape);
}

interface RotaryTables {
  readonly rows: readonly [string, string];
  readonly slots: readonly [string, string];
}

/** The angles for the rows as they are and for the padded windows. */
function addRotaryTables(graph: GraphBuilder): RotaryTables {
  const gather = (table: string) =>
    graph.add('Gather', { inputs: [table, 'pad'], attributes: { axis: int(0) } });
  return { rows: ['cos', 'sin'], slots: [gather('cos'), gather('sin')] };
}

function addBlock(
  graph: GraphBuilder,
  request: VisionGraphRequest,
  { block, x, rotary }: { block: number; x: string; rotary: RotaryTables },
): string {
  const { config, weights } = request;
  const prefix = `visual.blocks.${block}`;
  const normed = addRmsNorm(graph, weights, x, {
    gain: `${prefix}.norm1.weight`,
    eps: VISION_NORM_EPS,
  });
  const qkv = addLinear(graph, weights, normed, {
    weight: `${prefix}.attn.qkv.weight`,
    bias: `${prefix}.attn.qkv.bias`,
  }); // [1, N, 3·hidden]
  const attended = config.fullAttentionBlocks.includes(block)
    ? addFullAttention(graph, request, qkv, rotary)
    : addWindowAttention(graph, request, qkv, rotary);
  const projected = addLinear(graph, weights, attended, {
    weight: `${prefix}.attn.proj.weight`,
    bias: `${prefix}.attn.proj.bias`,
  });
  const middle = addNormedSum(graph, weights, [x, projected], {
    gain: `${prefix}.norm2.weight`,
    eps: VISION_NORM_EPS,
    name: `middle.${block}`,
  });
  const fed = addSwiGlu(graph, weights, middle.normed, {
    prefix: `${prefix}.mlp`,
    hasBias: true,
  });
  return graph.add('Add', { inputs: [middle.sum, fed] });
}

/** [1, rows, 3·hidden] into rotated queries, rotated keys, values, each [1, rows, hidden]. */
function addRotatedParts(
  graph: GraphBuilder,
  { config }: VisionGraphRequest,
  qkv: string,
  [cos, sin]: readonly [string, string],
): [string, string, string] {
  const parts = ['q', 'k', 'v'].map((it) => `${qkv}.${it}`);
  const sizes = graph.constantI64(
    'qkv_sizes',
    Array<number>(3).fill(config.hiddenSize),
  );
  graph.add('Split', {
    inputs: [qkv, sizes],
    outputs: parts,
    attributes: { axis: int(-1) },
  });
  // a first position of 0 makes row i of the tables the angles of row i
  const first = graph.constantI64('first_position', [0]);
  const rotate = (x: string) =>
    graph.add('RotaryEmbedding', {
      domain: 'com.microsoft',
      inputs: [x, first, cos, sin],
      attributes: { num_heads: int(config.heads), rotary_embedding_dim: int(0) },
    });
  const [q = '', k = '', v = ''] = parts;
  return [rotate(q), rotate(k), v];
}

const attentionAttributes = ({ hiddenSize, heads }: VisionConfig) => ({
  num_heads: int(heads),
  scale: float(1 / Math.sqrt(hiddenSize / heads)),
});

function addWindowAttention(
  graph: GraphBuilder,
  request: VisionGraphRequest,
  qkv: string,
  rotary: RotaryTables,
): string {
  const { config } = request;
  const padded = graph.add('Gather', {
    inputs: [qkv, 'pad'],
    attributes: { axis: int(1) },
  });
  const windows = addRotatedParts(graph, request, padded, rotary.slots).map((part) =>
    addReshape(graph, part, [-1, windowSlots(config), config.hiddenSize]),
  ); // [windows, 64, hidden]
  const attended = graph.add('MultiHeadAttention', {
    domain: 'com.microsoft',
    inputs: [...windows, '', '', 'window_bias'],
    attributes: attentionAttributes(config),
  });
  const slots = addReshape(graph, attended, [1, -1, config.hiddenSize]);
  return graph.add('Gather', {
    inputs: [slots, 'unpad'],
    attributes: { axis: int(1) },
  });
}

function addFullAttention(
  graph: GraphBuilder,
  request: VisionGraphRequest,
  qkv: string,
  rotary: RotaryTables,
): string {
  const { config, queryParts } = request;
  const [q, k, v] = addRotatedParts(graph, request, qkv, rotary.rows);
  const attend = (queries: string) =>
    graph.add('MultiHeadAttention', {
      domain: 'com.microsoft',
      inputs: [queries, k, v],
      attributes: attentionAttributes(config),
    });
  if (queryParts === 1) return attend(q);
  // each query's softmax stands alone, so splitting them changes nothing; N is a multiple of 4
  const parts = Array.from({ length: queryParts }, (_, i) => `${q}.${i}`);
  graph.add('Split', {
    inputs: [q],
    outputs: parts,
    attributes: { axis: int(1), num_outputs: int(queryParts) },
  });
  return graph.add('Concat', {
    inputs: parts.map(attend),
    attributes: { axis: int(1) },
  });
}

/** Four neighbouring patches become one token; rows go back to raster order. */
function addMerger(
  graph: GraphBuilder,
  { config, weights, hasTaps }: VisionGraphRequest,
  x: string,
): void {
  const prefix = 'visual.merger';
  const merged = config.hiddenSize * config.mergeSize ** 2;
  const normed = addRmsNorm(graph, weights, x, {
    gain: `${prefix}.ln_q.weight`,
    eps: VISION_NORM_EPS,
  });
  const groups = addReshape(graph, normed, [1, -1, merged]); // [1, N/4, 4·hidden]
  const inner = addLinear(graph, weights, groups, {
    weight: `${prefix}.mlp.0.weight`,
    bias: `${prefix}.mlp.0.bias`,
  });
  const active = graph.add('Gelu', { domain: 'com.microsoft', inputs: [inner] }); // exact, by erf
  let tokens = addLinear(graph, weights, active, {
    weight: `${prefix}.mlp.2.weight`,
    bias: `${prefix}.mlp.2.bias`,
  });
  const shape = [1, 'merged', config.outHiddenSize] as const;
  if (hasTaps) {
    tokens = addTap(graph, tokens, 'merged_tokens', weights.floatType, shape);
  }
  graph.add('Gather', {
    inputs: [tokens, 'inverse'],
    outputs: ['features'],
    attributes: { axis: int(1) },
  });
  graph.output('features', weights.floatType, shape);
}
