/**
 * @file The self-check: does this device compute what it should?
 *
 * Some GPU drivers give wrong numbers without a word: attention over 32 or more
 * positions with small subgroups is one. So before the first answer the
 * checkpoint's own first layer runs on the device over more positions than that,
 * in a prefill and a decode step, and the vision tower's attention over two
 * windows and a whole image; all are compared with plain loops on the host.
 */
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { Random } from '../base/random.ts';
import {
  dequantizeRow,
  readStoredRows,
  readTensorBytes,
  rowsOf,
} from '../checkpoint/dequantize.ts';
import { attentionReference } from '../model/attention-reference.ts';
import { buildAttentionGraph } from '../model/attention-graph.ts';
import { PositionWalk } from '../model/positions.ts';
import { decoderLayerReference, type RowMatrix } from '../model/reference.ts';
import { textRotary } from '../model/rotary.ts';
import { addDelta, deltaParts, readDelta } from './adapter-delta.ts';
import { Decoder } from './decoder.ts';
import type { LinearStrategy } from './device-weights.ts';
import { Embedding } from './embedding.ts';
import type { CheckpointSource } from './engine.ts';
import { fromFloatType } from './floats.ts';
import { KvCache } from './kv-cache.ts';
import type { Runtime } from './runtime.ts';

/** Positions of the prefill; above 64, where every attention kernel works in tiles. */
const PREFILL_TOKENS = 72;
/** Which tokens the host finishes: around 31, 32 and 64, the last, and the decode step after it. */
const CHECKED_TOKENS = [0, 30, 31, 32, 47, 63, 64, 71, 72] as const;

export interface SelfCheckRequest {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  readonly chunkTokens: number;
}

/**
 * Runs the check.
 *
 * @returns the largest difference relative to the largest value
 * @throws AssistantError `self-check-failed` when it is more than rounding explains
 */
export async function selfCheck(request: SelfCheckRequest): Promise<number> {
  const attention = await checkAttention(request);
  const layer = await checkFirstLayer(request);
  const worst = Math.max(attention, layer);
  if (attention <= attentionTolerance(request) && layer <= layerTolerance(request)) {
    return worst;
  }
  throw new AssistantError(
    'self-check-failed',
    `The device computes wrong numbers: attention is off by ${attention.toExponential(1)}, a layer by ${layer.toExponential(1)} of its largest value.`,
    { tried: [request.runtime.description] },
  );
}

const attentionTolerance = (_request: SelfCheckRequest) => 1e-3; // always in f32

function layerTolerance({ runtime, source, strategy }: SelfCheckRequest): number {
  if (strategy === 'columns') return 0.1; // int8 activations
  const types = Object.values(source.manifest.tensors).map(({ type }) => type);
  if (types.includes('int4-affine')) return 2e-2; // its weights are widened to 8 bits
  return runtime.floatType === 'f16' ? 2e-2 : 1e-3;
}

/** The first decoder layer with its own weights. */
async function checkFirstLayer(request: SelfCheckRequest): Promise<number> {
  const { runtime, source } = request;
  const { text } = source.manifest.config;
  const total = PREFILL_TOKENS + 1;
  const random = new Random(1);
  const ids = Int32Array.from({ length: total }, () => random.below(text.vocabSize));
  const x = await (await Embedding.open(source)).rows(ids);
  const { cos, sin } = textRotary(linearPositions(total), text);
  const decoder = await Decoder.load({ ...request, segments: [{ from: 0, to: 1 }] });
  const cache = new KvCache(runtime, text, total);
  try {
    cache.reserve(total, 0);
    cache.writeRotary(0, { cos, sin });
    const y = new Float32Array(x.length);
    for (let from = 0; from < total;) {
      // the last token alone: a decode step
      const end = from < PREFILL_TOKENS ? PREFILL_TOKENS : total;
      const to = Math.min(end, from + request.chunkTokens);
      const rows = x.subarray(from * text.hiddenSize, to * text.hiddenSize);
      const out = await decoder.forward(rows, { cache, pastTokens: from });
      y.set(
        fromFloatType(await runtime.read(out), runtime.floatType),
        from * text.hiddenSize,
      );
      from = to;
    }
    const expected = decoderLayerReference({
      x,
      S: total,
      weights: await readFirstLayer(source),
      config: text,
      cos,
      sin,
      queryScaleLog2: source.manifest.queryScaleLog2,
      tokens: CHECKED_TOKENS,
    });
    const actual = CHECKED_TOKENS.flatMap((token) => [
      ...y.subarray(token * text.hiddenSize, (token + 1) * text.hiddenSize),
    ]);
    return relativeDifference(actual, expected);
  } finally {
    cache.dispose();
    await decoder.dispose();
  }
}

function linearPositions(tokens: number): Int32Array {
  const walk = new PositionWalk({ imagePad: -1, mergeSize: 1 });
  return walk.append(new Int32Array(tokens), []);
}

/** Matrices stay as they are stored: as f32 a layer of 72B takes 3.5 GB. */
async function readFirstLayer({ manifest, files, adapter }: CheckpointSource) {
  const find = (name: string) => {
    const tensor = must(
      manifest.tensors[`model.layers.0.${name}`],
      `the manifest lists "${name}"`,
    );
    const file = must(
      files.get(tensor.file),
      `the checkpoint has the file "${tensor.file}"`,
    );
    return { tensor, file, ...rowsOf(tensor) };
  };
  const vector = async (name: string) => {
    const { tensor, file, rows } = find(name);
    return readStoredRows(tensor, file, 0, rows);
  };
  const matrix = async (name: string): Promise<RowMatrix> => {
    const { tensor, file, rows, columns } = find(name);
    const stored = await readTensorBytes(tensor, file, 0, rows);
    const out = new Float32Array(columns);
    const parts = adapter
      ? deltaParts(adapter, manifest, `model.layers.0.${name}`)
      : [];
    const delta = await readDelta(parts, [rows, columns], files);
    const row = (index: number) => {
      dequantizeRow(tensor, stored, index, out);
      addDelta(delta, out, index);
      return out;
    };
    return { rows, columns, row };
  };
  return {
    inputNorm: await vector('input_layernorm.weight'),
    postAttentionNorm: await vector('post_attention_layernorm.weight'),
    qkv: await matrix('self_attn.qkv_proj.weight'),
    qkvBias: await vector('self_attn.qkv_proj.bias'),
    o: await matrix('self_attn.o_proj.weight'),
    gate: await matrix('mlp.gate_proj.weight'),
    up: await matrix('mlp.up_proj.weight'),
    down: await matrix('mlp.down_proj.weight'),
  };
}

/** Bidirectional attention as the vision tower uses it: two windows with a mask, and one whole image. */
async function checkAttention({ runtime, source }: SelfCheckRequest): Promise<number> {
  const { depth, heads, hiddenSize } = source.manifest.config.vision;
  if (depth === 0) return 0; // a language model by itself
  const worst: number[] = [];
  for (const [batch, tokens, emptySlots] of [
    [2, 64, 24],
    [1, 100, 0],
  ] as const) {
    const random = new Random(batch);
    const numbers = () =>
      Float32Array.from({ length: batch * tokens * hiddenSize }, () => random.normal());
    const parts = { q: numbers(), k: numbers(), v: numbers() };
    const bias = maskLastKeys(batch, tokens, emptySlots);
    const shape = { batch, tokens, heads, headDim: hiddenSize / heads };
    const graph = buildAttentionGraph(shape, emptySlots > 0);
    const session = await runtime.createSession(graph, []);
    const upload = (data: Float32Array, dims: number[]) => {
      const tensor = runtime.allocate('f32', dims);
      runtime.write(tensor, data);
      return tensor;
    };
    const dims = [batch, tokens, hiddenSize];
    const tensors = {
      q: upload(parts.q, dims),
      k: upload(parts.k, dims),
      v: upload(parts.v, dims),
      y: runtime.allocate('f32', dims),
      ...(emptySlots > 0 && { bias: upload(bias, [batch, 1, tokens, tokens]) }),
    };
    try {
      await session.run(tensors);
      const actual = new Float32Array(await runtime.read(tensors.y));
      worst.push(relativeDifference(actual, attentionReference(parts, bias, shape)));
    } finally {
      for (const tensor of Object.values(tensors)) runtime.free(tensor);
      await session.dispose();
    }
  }
  return Math.max(...worst);
}

/** [batch, 1, tokens, tokens]: the last window's last keys are empty slots. */
function maskLastKeys(batch: number, tokens: number, emptySlots: number): Float32Array {
  const bias = new Float32Array(batch * tokens * tokens);
  for (let query = 0; query < tokens; query++) {
    const end = ((batch - 1) * tokens + query + 1) * tokens;
    bias.fill(-30000, end - emptySlots, end);
  }
  return bias;
}

/** Largest difference over the largest expected magnitude; infinite for what is not a number. */
function relativeDifference(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
): number {
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    const d = Math.abs(actual[i] - expected[i]);
    if (!(d <= difference)) difference = Number.isNaN(d) ? Infinity : d;
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return difference / (scale || 1);
}
