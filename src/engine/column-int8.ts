/**
 * @file Weights for the CPU build's int8 product: one scale per output, stored
 * transposed, so that DynamicQuantizeMatMul multiplies bytes.
 */

/** [in, out] int8 and its scales [out]; value = q · scale. */
export interface ColumnInt8 {
  readonly matrix: Int8Array;
  readonly scales: Float32Array;
}

const LARGEST = 127;

/**
 * Quantizes rows [fromRow, fromRow + rows) of an [outputs, inputs] matrix into
 * their columns of `target`.
 *
 * Symmetric: the largest magnitude of a row becomes 127.
 *
 * @param weights - [rows, inputs]
 */
export function quantizeIntoColumns(
  weights: Float32Array,
  {
    fromRow,
    rows,
    inputs,
    outputs,
  }: { fromRow: number; rows: number; inputs: number; outputs: number },
  target: ColumnInt8,
): void {
  const inverse = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let i = row * inputs; i < (row + 1) * inputs; i++) {
      const magnitude = Math.abs(weights[i]);
      if (magnitude > largest) largest = magnitude;
    }
    target.scales[fromRow + row] = largest / LARGEST || 1;
    inverse[row] = largest === 0 ? 0 : LARGEST / largest;
  }
  // column by column, so that writes are runs of `rows` bytes
  const { matrix } = target;
  for (let input = 0; input < inputs; input++) {
    const to = input * outputs + fromRow;
    for (let row = 0; row < rows; row++) {
      // adding 128.5 makes it positive, where truncating is rounding
      matrix[to + row] =
        ((weights[row * inputs + input] * inverse[row] + 128.5) | 0) - 128;
    }
  }
}
