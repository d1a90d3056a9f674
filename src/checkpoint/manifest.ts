/**
 * @file The manifest: what a converted checkpoint holds and where.
 *
 * A converted checkpoint is a folder of `manifest.json`, weight files that each
 * hold whole layers, and the small JSON files of the original (tokenizer,
 * chat template, generation and preprocessor settings). Offsets are bytes from
 * the start of a file, so a session can mount a weight file as external data
 * without copying it.
 */
import type { ModelConfig } from '../model/config.ts';

export const MANIFEST_FORMAT = 'pulsemind-checkpoint';
export const MANIFEST_VERSION = 1;

/** Inputs quantized together along a row of a weight matrix. */
export const BLOCK_SIZE = 32;

/**
 * How a tensor lies on disk.
 *
 * - `f32`, `f16`: row-major, little-endian.
 * - `int8`: [out, ⌈in/32⌉, 32] bytes, value = (q − 128) · scale.
 * - `int4`: [out, ⌈in/32⌉, 16] bytes, the low nibble is the even column,
 *   value = (q − zero) · scale, with a 4-bit zero point per block.
 * - `int4-affine`: the same with an f16 zero point, which keeps GGUF's Q4_1 as it
 *   is. WebGPU's MatMulNBits takes no such zero point, so there it is widened to
 *   8 bits while loading: for small checkpoints.
 *
 * Matrices are [out, in]. Only matrices are quantized.
 */
export type StoredType = 'f32' | 'f16' | 'int8' | 'int4' | 'int4-affine';

/** A run of bytes in a weight file. */
export interface ByteRange {
  readonly offset: number;
  readonly bytes: number;
}

export interface StoredTensor {
  readonly type: StoredType;
  /** Logical shape, [out, in] for matrices. */
  readonly shape: readonly number[];
  readonly file: string;
  readonly data: ByteRange;
  /** f16 [out, ⌈in/32⌉]; only for int8, int4 and int4-affine. */
  readonly scales?: ByteRange;
  /** uint8 [out, ⌈⌈in/32⌉/2⌉], low nibble first, for int4; f16 [out, ⌈in/32⌉] for int4-affine. */
  readonly zeroPoints?: ByteRange;
}

export interface StoredFile {
  readonly bytes: number;
  /** SHA-256 (hex) of each chunk of `chunkBytes`; the last may be shorter. */
  readonly chunks: readonly string[];
}

/** One part of the network that must be mounted whole: its files and which layers it is. */
export type WeightGroup =
  | {
      readonly kind: 'vision';
      readonly file: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'layers';
      readonly file: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'embedding'; readonly file: string }
  | { readonly kind: 'head'; readonly file: string };

/** An adapter among the checkpoint's files. */
export interface ListedAdapter {
  readonly name: string;
  /** `adapter.safetensors` */
  readonly file: string;
  /** `adapter.json` */
  readonly card: string;
  /** Of the adapter's weights, hexadecimal. */
  readonly sha256?: string;
  /** What the manifest said before it was installed. */
  readonly base?: { readonly understandsImages: boolean };
}

export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  readonly version: typeof MANIFEST_VERSION;
  /** For people: "Clinic-Mini", "PulseMind-72B". */
  readonly name: string;
  readonly config: ModelConfig;
  /** Which quantization recipe: "mixed", "int4", "int8", "f16", "f32". */
  readonly quantization: string;
  /** Query rows and biases are stored multiplied by 2^queryScaleLog2 (spec 8.2, rule 2). */
  readonly queryScaleLog2: number;
  /** False for a checkpoint whose vision tower is untrained; the app says so. */
  readonly understandsImages: boolean;
  /** True for a checkpoint that shows what the app does, and knows nothing to act on; the app says so. */
  readonly isDemonstration?: boolean;
  /** The only languages it speaks, as ISO 639-1 codes; absent for one that speaks all. */
  readonly languages?: readonly string[];
  readonly source: { readonly description: string; readonly sha256?: string };
  readonly licence: string;
  readonly converter: string;
  readonly chunkBytes: number;
  /** Weight files and small files alike: everything a download must fetch and verify. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly groups: readonly WeightGroup[];
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  /** Trained later, to be laid over the base; see `adapter.ts`. */
  readonly adapters: readonly ListedAdapter[];
}
