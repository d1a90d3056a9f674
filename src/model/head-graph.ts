/**
 * @file The head's graphs: from the last layer's output to the next token.
 *
 * Logits are one graph, the choice among them another, so that each sampling
 * does only its own work. Greedy and top-k choices are found on the device: the
 * repetition penalty is a factor per vocabulary entry, written as tokens appear,
 * and only the best candidates are read back.
 */
import { int, GraphBuilder, type Graph } from '../onnx/graph.ts';
import type { TextConfig } from './config.ts';
import { addLinear, addRmsNorm, type GraphWeights } from './graph-weights.ts';

/** How many candidates come back to the host. */
export const CANDIDATES = 64;

/**
 * A part of the vocabulary is at most this large as f32, a quarter of it as int8.
 * onnxruntime reads one weight at a time into memory before it goes to the GPU.
 */
const PART_BYTES = 64 * 2 ** 20;
/**
 * Rows of a part on a CPU: of 49,152 outputs from 576 inputs, 2 threads make one
 * product in 4.5 ms (one of them idles) and 64 in 2.2 ms.
 */
const CPU_PART_ROWS = 768;

export interface HeadGraphRequest {
  readonly config: TextConfig;
  readonly weights: GraphWeights;
  /** Most bytes of a vocabulary part; the matrix is split into runs of rows. */
  readonly maxBindingBytes: number;
}

/** Inputs: y [1, T, hidden]; row i32 [1], which of the T rows. Output: logits f32 [1, 1, vocab]. */
export function buildHeadGraph(request: HeadGraphRequest): Graph {
  const { config, weights } = request;
  const graph = new GraphBuilder('head');
  graph.input('y', weights.floatType, [1, 'T', config.hiddenSize]);
  graph.input('row', 'i32', [1]);
  const last = graph.add('Gather', {
    inputs: ['y', 'row'],
    attributes: { axis: int(1) },
  }); // [1, 1, hidden]
  addLogits(graph, request, last);
  graph.output('logits', 'f32', [1, 1, config.vocabSize]);
  return graph.build();
}

/**
 * Inputs: logits f32 [1, 1, vocab]; penalty f32 [vocab], 1 or the repetition
 * penalty; mask f32 [vocab], 0 or a large negative number.
 * Outputs: ids i64 [1, 1, 1], the largest after penalty and mask (of equals the
 * lowest id); values f32 [1, 1, 1], how large.
 */
export function buildGreedyGraph(vocabSize: number): Graph {
  const graph = new GraphBuilder('greedy');
  const penalized = addPenalty(graph, vocabSize);
  graph.add('ArgMax', {
    inputs: [penalized],
    outputs: ['ids'],
    attributes: { axis: int(-1), keepdims: int(1) },
  });
  graph.add('ReduceMax', {
    inputs: [penalized, graph.constantI64('axis', [-1])],
    outputs: ['values'],
    attributes: { keepdims: int(1) },
  });
  graph.output('ids', 'i64', [1, 1, 1]);
  graph.output('values', 'f32', [1, 1, 1]);
  return graph.build();
}

/** Inputs as above. Outputs: ids i64 and values f32 [1, 1, CANDIDATES], largest first. */
export function buildCandidatesGraph(vocabSize: number): Graph {
  const graph = new GraphBuilder('candidates');
  const penalized = addPenalty(graph, vocabSize);
  const count = Math.min(CANDIDATES, vocabSize);
  graph.add('TopK', {
    inputs: [penalized, graph.constantI64('count', [count])],
    outputs: ['values', 'ids'],
    attributes: { axis: int(-1) },
  });
  graph.output('ids', 'i64', [1, 1, count]);
  graph.output('values', 'f32', [1, 1, count]);
  return graph.build();
}

/** How many alternatives a certainty names. */
export const ALTERNATIVES = 8;

/**
 * How probable one token is among all, before penalty, mask and any sampling.
 *
 * Inputs: logits f32 [1, 1, vocab]; token i32 [1]. Outputs: the most likely, ids i64
 * and values f32 [1, 1, ALTERNATIVES], largest first; sum f32 [1, 1, 1] of
 * exp(logit − largest logit) over the vocabulary; chosen f32 [1, 1, 1], the token's logit.
 */
export function buildCertaintyGraph(vocabSize: number): Graph {
  const graph = new GraphBuilder('certainty');
  graph.input('logits', 'f32', [1, 1, vocabSize]);
  graph.input('token', 'i32', [1]);
  const count = Math.min(ALTERNATIVES, vocabSize);
  graph.add('TopK', {
    inputs: ['logits', graph.constantI64('count', [count])],
    outputs: ['values', 'ids'],
    attributes: { axis: int(-1) },
  });
  const axis = graph.constantI64('axis', [-1]);
  const largest = graph.add('ReduceMax', {
    inputs: ['logits', axis],
    attributes: { keepdims: int(1) },
  }); // [1, 1, 1]
  const below = graph.add('Sub', { inputs: ['logits', largest] });
  graph.add('ReduceSum', {
    inputs: [graph.add('Exp', { inputs: [below] }), axis],
    outputs: ['sum'],
    attributes: { keepdims: int(1) },
  });
  graph.add('Gather', {
    inputs: ['logits', 'token'],
    outputs: ['chosen'],
    attributes: { axis: int(2) },
  }); // [1, 1, 1]
  graph.output('ids', 'i64', [1, 1, count]);
  graph.output('values', 'f32', [1, 1, count]);
  graph.output('sum', 'f32', [1, 1, 1]);
  graph.output('chosen', 'f32', [1, 1, 1]);
  return graph.build();
}

/** Logits of every row, for verification: y [1, T, hidden] to norm and logits f32 [1, T, vocab]. */
export function buildAllLogitsGraph(request: HeadGraphRequest): Graph {
  const { config, weights } = request;
  const graph = new GraphBuilder('head-all');
  graph.input('y', weights.floatType, [1, 'T', config.hiddenSize]);
  addLogits(graph, request, 'y');
  graph.output('norm', weights.floatType, [1, 'T', config.hiddenSize]);
  graph.output('logits', 'f32', [1, 'T', config.vocabSize]);
  return graph.build();
}

function addLogits(graph: GraphBuilder, request: HeadGraphRequest, y: string): string {
  const { config, weights } = request;
  const normed = addRmsNorm(graph, weights, y, {
    gain: 'model.norm.weight',
    eps: config.rmsNormEps,
  });
  graph.add('Identity', { inputs: [normed], outputs: ['norm'] });
  const weight = config.tiedEmbeddings ? 'model.embed_tokens.weight' : 'lm_head.weight';
  const parts = splitVocabulary(request).map((rows) =>
    addLinear(graph, weights, 'norm', { weight, rows }),
  );
  const whole =
    parts.length === 1
      ? (parts[0] ?? '')
      : graph.add('Concat', { inputs: parts, attributes: { axis: int(-1) } });
  // in f32 whatever the activations are
  return graph.add('Cast', {
    inputs: [whole],
    outputs: ['logits'],
    attributes: { to: int(1) },
  });
}

/** Runs of rows whose weights stay below the binding limit even as f32. */
function splitVocabulary({
  config,
  weights,
  maxBindingBytes,
}: HeadGraphRequest): { from: number; to: number }[] {
  const { vocabSize, hiddenSize } = config;
  const bytes = Math.min(maxBindingBytes, PART_BYTES);
  const fitting = Math.max(32, Math.floor(bytes / (4 * hiddenSize) / 32) * 32);
  const most = weights.processor === 'cpu' ? Math.min(fitting, CPU_PART_ROWS) : fitting;
  const count = Math.ceil(vocabSize / most);
  const size = Math.ceil(vocabSize / count / 32) * 32;
  return Array.from({ length: count }, (_, i) => ({
    from: i * size,
    to: Math.min(vocabSize, (i + 1) * size),
  })).filter(({ from, to }) => from < to);
}

/** l > 0 ? l / penalty : l · penalty, then the mask. */
function addPenalty(graph: GraphBuilder, vocabSize: number): string {
  graph.input('logits', 'f32', [1, 1, vocabSize]);
  graph.input('penalty', 'f32', [vocabSize]);
  graph.input('mask', 'f32', [vocabSize]);
  const zero = graph.initializer({
    name: 'zero',
    type: 'f32',
    shape: [],
    data: { kind: 'inline', bytes: new Uint8Array(4) },
  });
  const isPositive = graph.add('Greater', { inputs: ['logits', zero] });
  const divided = graph.add('Div', { inputs: ['logits', 'penalty'] });
  const multiplied = graph.add('Mul', { inputs: ['logits', 'penalty'] });
  const chosen = graph.add('Where', { inputs: [isPositive, divided, multiplied] });
  return graph.add('Add', { inputs: [chosen, 'mask'] });
}
