/** @file Which tensor is stored how: the quantization recipes. */
import type { StoredType } from './manifest.ts';

/** `--bits`: one width for all matrices, or the mix of widths that costs least quality. */
export const BITS = ['4', '8', '16', '32', 'mixed'] as const;
export type Bits = (typeof BITS)[number];

/** The manifest's word for a recipe. */
export function quantizationName(bits: Bits): string {
  switch (bits) {
    case '4':
      return 'int4';
    case '8':
      return 'int8';
    case '16':
      return 'f16';
    case '32':
      return 'f32';
    case 'mixed':
      return 'mixed';
  }
}

/**
 * How to store a tensor.
 *
 * Vectors (norms, biases) and the patch embedding stay f32: they are small and
 * everything passes through them. Where int4 hurts most, and `mixed` or even `4`
 * use int8, is the first and last decoder layer (their keys carry huge biases),
 * the vision tower, the embedding and the head.
 *
 * @param name - canonical name
 * @param layers - decoder layers of the checkpoint
 */
export function storedTypeOf(
  name: string,
  shape: readonly number[],
  bits: Bits,
  layers: number,
): StoredType {
  if (shape.length < 2 || name.startsWith('visual.patch_embed.')) return 'f32';
  switch (bits) {
    case '32':
      return 'f32';
    case '16':
      return 'f16';
    case '8':
      return 'int8';
    case '4':
      if (name.startsWith('visual.')) return 'int8';
      return isEdgeLayer(name, layers) && name.includes('.qkv_proj.') ? 'int8' : 'int4';
    case 'mixed':
      return name.startsWith('model.layers.') && !isEdgeLayer(name, layers)
        ? 'int4'
        : 'int8';
  }
}

function isEdgeLayer(name: string, layers: number): boolean {
  const layer = Number(/^model\.layers\.(\d+)\./.exec(name)?.[1] ?? NaN);
  return layer === 0 || layer === layers - 1;
}
