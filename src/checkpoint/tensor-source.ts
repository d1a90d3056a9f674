/**
 * @file What a checkpoint's weights look like to the converter, whatever
 * container they came in.
 *
 * Names are the hub's own (`visual.*`, `model.*`, `lm_head.weight`), also when
 * the file uses the newer `model.language_model.*` or GGUF's `blk.N.*`.
 */

export interface TensorDescription {
  /** As the container calls it: "BF16", "F32", "Q4_K". */
  readonly dtype: string;
  /** Outermost axis first; [out, in] for matrices. */
  readonly shape: readonly number[];
  /** Stored size in the container. */
  readonly bytes: number;
}

/** Weights to read, in row blocks, so that no matrix need fit into memory. */
export interface TensorSource {
  /** What the container says about itself. */
  readonly metadata: Readonly<Record<string, string>>;
  names(): readonly string[];
  describe(name: string): TensorDescription | undefined;
  /**
   * Rows [fromRow, toRow) as f32, row-major. A row is everything after the first
   * axis: a vector [n] is n rows of one.
   *
   * @throws AssistantError 'bad-data' when the container ends early
   */
  readRows(name: string, fromRow: number, toRow: number): Promise<Float32Array>;
}

/** Numbers in one row of a tensor of this shape: 1 for a vector. */
export function rowLength(shape: readonly number[]): number {
  return shape.slice(1).reduce((product, size) => product * size, 1);
}

/** The whole tensor as f32; for the small ones. */
export async function readTensor(
  source: TensorSource,
  name: string,
): Promise<Float32Array> {
  return source.readRows(name, 0, source.describe(name)?.shape[0] ?? 0);
}
