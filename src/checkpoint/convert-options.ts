/** @file What a conversion can be told, and what it tells while it runs. */
import type { StoredType } from './manifest.ts';
import type { TensorBytes } from './dequantize.ts';
import type { Bits } from './recipe.ts';
import type { KeptWork } from './sink.ts';

/** f32 rows to stored bytes: in this thread, or handed to a worker. */
export type EncodeRows = (
  type: StoredType,
  columns: number,
  values: Float32Array,
) => Promise<TensorBytes>;

export interface ConvertOptions {
  readonly bits: Bits;
  /** For people; without it the name the source gives itself. */
  readonly name?: string | undefined;
  /** Path or name of the source folder, for a source that does not say its name. */
  readonly folder?: string | undefined;
  readonly licence?: string | undefined;
  /** False for a vision tower nobody trained. */
  readonly understandsImages?: boolean | undefined;
  /** True for one that knows nothing to act on; the app says so beside every answer. */
  readonly isDemonstration?: boolean;
  /** The only languages it speaks, as ISO 639-1 codes. */
  readonly languages?: readonly string[] | undefined;
  /** Where the weights came from, as the manifest tells it. */
  readonly source?:
    | { readonly description: string; readonly sha256?: string }
    | undefined;
  /** Overrules the recipe for some tensors. */
  readonly typeOf?:
    | ((name: string, shape: readonly number[]) => StoredType | undefined)
    | undefined;
  /** What an interrupted conversion of the same source left, to be gone on with. */
  readonly kept?: KeptWork | undefined;
  /** A weight file ends before it would grow beyond this, unless one layer alone does. */
  readonly maxFileBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ConvertProgress) => void) | undefined;
  /** Quantizes blocks of rows elsewhere, several at a time. */
  readonly encodeRows?: EncodeRows | undefined;
  /** How many blocks `encodeRows` may be given at once. */
  readonly concurrency?: number | undefined;
}

export interface ConvertProgress {
  /** The tensor being written. */
  readonly tensor: string;
  /** Bytes of the converted checkpoint written so far, and in the end. */
  readonly doneBytes: number;
  readonly totalBytes: number;
}
