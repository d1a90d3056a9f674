/**
 * @file The head's graph: from the last layer's output to the next token.
 *
 * Greedy and top-k answers are found on the device: the repetition penalty is a
 * factor per vocabulary entry, written as tokens appear, and only the best
 * candidates are read back.
 */
import { int, GraphBuilder, type Graph } from '../onnx/graph.ts';
import type { TextConfig } from './config.ts';
import { addLinear, addRmsNorm, type GraphWeights } from './graph-weights.ts';

/** How many candidates come back to the host. */
export const CANDIDATES = 64;

export interface HeadGraphRequest {
  readonly config: TextConfig;
  readonly weights: GraphWeights;
  /** Most bytes of a vocabulary part; the matrix is split into runs of rows. */
  readonly maxBindingBytes: number;
}

/**
 * Inputs: y [1, T, hidden]; row i32 [1], which of the T rows; penalty f32 [vocab],
 * 1 or the repetition penalty; mask f32 [vocab], 0 or a large negative number.
 * Outputs: logits f32 [1, 1, vocab] as the model gives them; best i64 [1, 1], the
 * largest after penalty and mask; values f32 and indices i64 [1, 1, CANDIDATES].
 */
export function buildHeadGraph(request: HeadGraphRequest): Graph {
  const { config, weights } = request;
  const graph = new GraphBuilder('head');
  const candidates = Math.min(CANDIDATES, config.vocabSize);
  graph.input('y', weights.floatType, [1, 'T', config.hiddenSize]);
  graph.input('row', 'i32', [1]);
  graph.input('penalty', 'f32', [config.vocabSize]);
  graph.input('mask', 'f32', [config.vocabSize]);

  const last = graph.add('Gather', {
    inputs: ['y', 'row'],
    attributes: { axis: int(1) },
  }); // [1, 1, hidden]
  const logits = addLogits(graph, request, last);
  const penalized = addPenalty(graph, logits);
  graph.add('ArgMax', {
    inputs: [penalized],
    outputs: ['best'],
    attributes: { axis: int(-1), keepdims: int(0) },
  });
  graph.add('TopK', {
    inputs: [penalized, graph.constantI64('candidates', [candidates])],
    outputs: ['values', 'indices'],
    attributes: { axis: int(-1) },
  });
  graph.output('logits', 'f32', [1, 1, config.vocabSize]);
  graph.output('best', 'i64', [1, 1]);
  graph.output('values', 'f32', [1, 1, candidates]);
  graph.output('indices', 'i64', [1, 1, candidates]);
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
  maxBindingBytes,
}: HeadGraphRequest): { from: number; to: number }[] {
  const { vocabSize, hiddenSize } = config;
  const most = Math.max(32, Math.floor(maxBindingBytes / (4 * hiddenSize) / 32) * 32);
  const count = Math.ceil(vocabSize / most);
  const size = Math.ceil(vocabSize / count / 32) * 32;
  return Array.from({ length: count }, (_, i) => ({
    from: i * size,
    to: Math.min(vocabSize, (i + 1) * size),
  })).filter(({ from, to }) => from < to);
}

/** l > 0 ? l / penalty : l · penalty, then the mask. */
function addPenalty(graph: GraphBuilder, logits: string): string {
  const zero = graph.initializer({
    name: 'zero',
    type: 'f32',
    shape: [],
    data: { kind: 'inline', bytes: new Uint8Array(4) },
  });
  const isPositive = graph.add('Greater', { inputs: [logits, zero] });
  const divided = graph.add('Div', { inputs: [logits, 'penalty'] });
  const multiplied = graph.add('Mul', { inputs: [logits, 'penalty'] });
  const chosen = graph.add('Where', { inputs: [isPositive, divided, multiplied] });
  return graph.add('Add', { inputs: [chosen, 'mask'] });
}
