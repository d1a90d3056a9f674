/**
 * @file About how much memory a checkpoint takes, from its manifest alone.
 *
 *   WebGPU   matrices as they are stored (int4-affine widened to 8 bits), the rest
 *            in the activations' type; the embedding table stays on disk unless it
 *            is the head too
 *   CPU      quantized matrices as int8 by column, the sensitive ones in f32, in a
 *            heap of WebAssembly that ends at 4 GiB
 *
 * What is not in it: activations, a few hundred MB, and up to 1 GB while an image
 * is encoded. Sessions are loaded one after the other, so nothing is held twice.
 */
import { rowBytes, rowsOf } from '../checkpoint/dequantize.ts';
import type { Manifest, StoredTensor } from '../checkpoint/manifest.ts';
import { isSensitive } from './device-weights.ts';
import type { FloatType } from './engine.ts';

/** What the CPU build can address. */
export const WASM_HEAP_BYTES = 2 ** 32;

export interface MemoryNeeds {
  readonly weightBytes: number;
  /** Keys and values of the whole context. */
  readonly cacheBytes: number;
  /** The largest matrix: one piece of memory, but for the head, which is cut. */
  readonly largestBytes: number;
}

export interface NeedsRequest {
  readonly runtime: 'webgpu' | 'wasm';
  readonly floatType: FloatType;
  /** Clipped to what the checkpoint was trained for. */
  readonly contextTokens: number;
}

const EMBEDDING = 'model.embed_tokens.weight';

export function memoryNeeds(manifest: Manifest, request: NeedsRequest): MemoryNeeds {
  const { text } = manifest.config;
  let weightBytes = 0;
  let largestBytes = 0;
  for (const [name, tensor] of Object.entries(manifest.tensors)) {
    const isTable = name === EMBEDDING;
    if (isTable && !text.tiedEmbeddings) continue; // on disk
    const bytes = bytesOf(name, tensor, request);
    weightBytes += bytes;
    const isHead = isTable || name === 'lm_head.weight';
    if (!isHead) largestBytes = Math.max(largestBytes, bytes);
  }
  const tokens = Math.min(request.contextTokens, text.maxPositions);
  const perToken = 2 * text.layers * text.kvHeads * text.headDim;
  const cacheBytes = tokens * perToken * BYTES[request.floatType];
  return { weightBytes, cacheBytes, largestBytes };
}

const BYTES = { f16: 2, f32: 4 } as const;

function bytesOf(
  name: string,
  tensor: StoredTensor,
  { runtime, floatType }: NeedsRequest,
): number {
  const { rows, columns } = rowsOf(tensor);
  if (tensor.scales === undefined || tensor.shape.length < 2) {
    return rows * columns * BYTES[floatType];
  }
  if (runtime === 'wasm') {
    return isSensitive(name) ? rows * columns * 4 : rows * (columns + 4);
  }
  const kept = tensor.type === 'int4-affine' ? 'int8' : tensor.type;
  const { data, scales, zeroPoints } = rowBytes(kept, columns);
  return rows * (data + (scales / 2) * BYTES[floatType] + zeroPoints);
}
