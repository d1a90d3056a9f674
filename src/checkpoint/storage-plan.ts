/**
 * @file Which tensors a converted checkpoint holds, out of which tensors of the
 * source, and which of them must stay together.
 *
 * Plain data, known before a single weight is read. Two things differ from the
 * hub's layout: q, k and v of a decoder layer are one tensor, with a bias even
 * where the source has none, and the query rows are multiplied by a power of
 * two that keeps QKᵀ inside f16 (the graphs' softmax scale undoes it).
 */
import type { ModelConfig, TextConfig, VisionConfig } from '../model/config.ts';
import type { ConvertOptions } from './convert-options.ts';
import type { StoredType } from './manifest.ts';
import { storedTypeOf, type Bits } from './recipe.ts';

/** Queries are stored multiplied by 2^-3: half of 1/√128's exponent, and exact. */
export const QUERY_SCALE_LOG2 = -3;

/** Rows of a stored tensor that come from one tensor of the source. */
export interface TensorPart {
  readonly source: string;
  /** As the source should describe it; the patch embedding is [out, channels, frames, y, x]. */
  readonly shape: readonly number[];
  /** Every value is multiplied by this. */
  readonly factor: number;
  /** A bias that some checkpoints do not have: zeros then. */
  readonly isOptional: boolean;
}

export interface PlannedTensor {
  readonly name: string;
  readonly type: StoredType;
  /** [out, in], or [n]. */
  readonly shape: readonly number[];
  readonly parts: readonly TensorPart[];
}

/** Tensors no two of which may lie in different files. */
export interface Unit {
  readonly kind: 'vision' | 'layers' | 'embedding' | 'head';
  /** Which block or layer; the patch embedding and the merger belong to their neighbour. */
  readonly index: number;
  readonly tensors: readonly PlannedTensor[];
}

export interface StoragePlanRequest {
  readonly bits: Bits;
  /** Overrules the recipe for some tensors. */
  readonly typeOf?: ConvertOptions['typeOf'];
}

/** Everything to be stored, in the order it is written. */
export function planStorage(
  config: ModelConfig,
  { bits, typeOf = () => undefined }: StoragePlanRequest,
): readonly Unit[] {
  const typed = (tensors: readonly Untyped[]): PlannedTensor[] =>
    tensors.map((tensor) => ({
      ...tensor,
      type:
        typeOf(tensor.name, tensor.shape) ??
        storedTypeOf(tensor.name, tensor.shape, bits, config.text.layers),
    }));
  const units: Unit[] = [];
  for (let index = 0; index < config.vision.depth; index++) {
    const tensors = visionBlock(config.vision, index);
    if (index === 0) tensors.unshift(patchEmbedding(config.vision));
    if (index === config.vision.depth - 1) tensors.push(...merger(config.vision));
    units.push({ kind: 'vision', index, tensors: typed(tensors) });
  }
  units.push({ kind: 'embedding', index: 0, tensors: typed([embedding(config.text)]) });
  for (let index = 0; index < config.text.layers; index++) {
    units.push({
      kind: 'layers',
      index,
      tensors: typed(decoderLayer(config.text, index)),
    });
  }
  units.push({ kind: 'head', index: 0, tensors: typed(head(config.text)) });
  return units;
}

type Untyped = Omit<PlannedTensor, 'type'>;

function same(name: string, shape: readonly number[]): Untyped {
  return { name, shape, parts: [part(name, shape)] };
}

function part(source: string, shape: readonly number[], factor = 1): TensorPart {
  return { source, shape, factor, isOptional: false };
}

/** A linear layer's weight [out, in] and bias [out]. */
function linear(name: string, out: number, columns: number): Untyped[] {
  return [same(`${name}.weight`, [out, columns]), same(`${name}.bias`, [out])];
}

function patchEmbedding(vision: VisionConfig): Untyped {
  const { hiddenSize, channels, temporalPatchSize, patchSize } = vision;
  const name = 'visual.patch_embed.proj.weight';
  const kernel = [channels, temporalPatchSize, patchSize, patchSize];
  const columns = kernel.reduce((product, size) => product * size, 1);
  return {
    name,
    shape: [hiddenSize, columns],
    parts: [part(name, [hiddenSize, ...kernel])],
  };
}

function visionBlock(vision: VisionConfig, index: number): Untyped[] {
  const at = `visual.blocks.${index}`;
  const { hiddenSize, intermediateSize } = vision;
  return [
    same(`${at}.norm1.weight`, [hiddenSize]),
    ...linear(`${at}.attn.qkv`, 3 * hiddenSize, hiddenSize),
    ...linear(`${at}.attn.proj`, hiddenSize, hiddenSize),
    same(`${at}.norm2.weight`, [hiddenSize]),
    ...linear(`${at}.mlp.gate_proj`, intermediateSize, hiddenSize),
    ...linear(`${at}.mlp.up_proj`, intermediateSize, hiddenSize),
    ...linear(`${at}.mlp.down_proj`, hiddenSize, intermediateSize),
  ];
}

function merger(vision: VisionConfig): Untyped[] {
  const merged = vision.hiddenSize * vision.mergeSize ** 2;
  return [
    same('visual.merger.ln_q.weight', [vision.hiddenSize]),
    ...linear('visual.merger.mlp.0', merged, merged),
    ...linear('visual.merger.mlp.2', vision.outHiddenSize, merged),
  ];
}

function embedding(text: TextConfig): Untyped {
  return same('model.embed_tokens.weight', [text.vocabSize, text.hiddenSize]);
}

function decoderLayer(text: TextConfig, index: number): Untyped[] {
  const at = `model.layers.${index}`;
  const { hiddenSize, intermediateSize, heads, headDim } = text;
  return [
    same(`${at}.input_layernorm.weight`, [hiddenSize]),
    ...queryKeyValue(text, `${at}.self_attn`),
    same(`${at}.self_attn.o_proj.weight`, [hiddenSize, heads * headDim]),
    same(`${at}.post_attention_layernorm.weight`, [hiddenSize]),
    same(`${at}.mlp.gate_proj.weight`, [intermediateSize, hiddenSize]),
    same(`${at}.mlp.up_proj.weight`, [intermediateSize, hiddenSize]),
    same(`${at}.mlp.down_proj.weight`, [hiddenSize, intermediateSize]),
  ];
}

function queryKeyValue(text: TextConfig, at: string): Untyped[] {
  const rows = {
    q: text.heads * text.headDim,
    k: text.kvHeads * text.headDim,
    v: text.kvHeads * text.headDim,
  };
  const factor = { q: 2 ** QUERY_SCALE_LOG2, k: 1, v: 1 };
  const letters = ['q', 'k', 'v'] as const;
  const total = rows.q + rows.k + rows.v;
  return [
    {
      name: `${at}.qkv_proj.weight`,
      shape: [total, text.hiddenSize],
      parts: letters.map((x) =>
        part(`${at}.${x}_proj.weight`, [rows[x], text.hiddenSize], factor[x]),
      ),
    },
    {
      name: `${at}.qkv_proj.bias`,
      shape: [total],
      parts: letters.map((x) => ({
        ...part(`${at}.${x}_proj.bias`, [rows[x]], factor[x]),
        isOptional: true,
      })),
    },
  ];
}

function head(text: TextConfig): Untyped[] {
  const norm = same('model.norm.weight', [text.hiddenSize]);
  if (text.tiedEmbeddings) return [norm];
  return [norm, same('lm_head.weight', [text.vocabSize, text.hiddenSize])];
}
