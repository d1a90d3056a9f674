/**
 * @file Stored tensors back to f32.
 *
 * The inner loops run over whole models when the wasm runtime loads, so they
 * touch typed arrays only and fill an array the caller may reuse.
 */
import { assert, must } from '../base/assert.ts';
import { asFloat32, asUint16, readBytes } from '../base/bytes.ts';
import { f16ToF32, f16ToNumber } from '../tensor/f16.ts';
import { BLOCK_SIZE, type StoredTensor, type StoredType } from './manifest.ts';
import { rowLength } from './tensor-source.ts';

/** The bytes of one stored tensor, or of some of its rows. */
export interface TensorBytes {
  readonly data: Uint8Array;
  readonly scales?: Uint8Array | undefined;
  readonly zeroPoints?: Uint8Array | undefined;
}

/** Bytes of one row in each of the three parts of a stored tensor. */
export interface RowBytes {
  readonly data: number;
  readonly scales: number;
  readonly zeroPoints: number;
}

/** How many bytes a row of `columns` numbers takes. */
export function rowBytes(type: StoredType, columns: number): RowBytes {
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  switch (type) {
    case 'f32':
      return { data: columns * 4, scales: 0, zeroPoints: 0 };
    case 'f16':
      return { data: columns * 2, scales: 0, zeroPoints: 0 };
    case 'int8':
      return { data: blocks * 32, scales: blocks * 2, zeroPoints: 0 };
    case 'int4':
      return {
        data: blocks * 16,
        scales: blocks * 2,
        zeroPoints: Math.ceil(blocks / 2),
      };
    case 'int4-affine':
      return { data: blocks * 16, scales: blocks * 2, zeroPoints: blocks * 2 };
  }
}

/**
 * Rows of a stored tensor as f32.
 *
 * @param bytes - the bytes of exactly `rows` rows
 * @param out - [rows, columns], filled and returned
 */
export function dequantizeRows(
  shape: { readonly type: StoredType; readonly rows: number; readonly columns: number },
  bytes: TensorBytes,
  out = new Float32Array(shape.rows * shape.columns),
): Float32Array {
  const { type, rows, columns } = shape;
  assert(
    bytes.data.length === rows * rowBytes(type, columns).data,
    `${rows} rows of ${columns} as ${type} take ${rows * rowBytes(type, columns).data} bytes, not ${bytes.data.length}`,
  );
  switch (type) {
    case 'f32':
      out.set(asFloat32(bytes.data));
      return out;
    case 'f16':
      return f16ToF32(asUint16(bytes.data), out);
    case 'int8':
      return dequantizeInt8(rows, columns, bytes, out);
    case 'int4':
      return dequantizeInt4(rows, columns, bytes, out);
    case 'int4-affine':
      return dequantizeInt4Affine(rows, columns, bytes, out);
  }
}

/** A whole stored tensor, given the bytes of the weight file it lies in. */
export function dequantizeTensor(tensor: StoredTensor, file: Uint8Array): Float32Array {
  return dequantizeRows(rowsOf(tensor), {
    data: part(file, tensor.data),
    scales: tensor.scales && part(file, tensor.scales),
    zeroPoints: tensor.zeroPoints && part(file, tensor.zeroPoints),
  });
}

/** Rows [fromRow, toRow) of a stored tensor, reading no more of the file than that. */
export async function readStoredRows(
  tensor: StoredTensor,
  file: Blob,
  fromRow: number,
  toRow: number,
): Promise<Float32Array> {
  const { columns } = rowsOf(tensor);
  const shape = { type: tensor.type, rows: toRow - fromRow, columns };
  return dequantizeRows(shape, await readTensorBytes(tensor, file, fromRow, toRow));
}

/** Rows [fromRow, toRow) as they are stored. */
export async function readTensorBytes(
  tensor: StoredTensor,
  file: Blob,
  fromRow: number,
  toRow: number,
): Promise<TensorBytes> {
  const size = rowBytes(tensor.type, rowsOf(tensor).columns);
  const read = (offset: number, bytes: number): Promise<Uint8Array> =>
    readBytes(file, offset + fromRow * bytes, offset + toRow * bytes);
  const [data, scales, zeroPoints] = await Promise.all([
    read(tensor.data.offset, size.data),
    tensor.scales && read(tensor.scales.offset, size.scales),
    tensor.zeroPoints && read(tensor.zeroPoints.offset, size.zeroPoints),
  ]);
  return { data, scales, zeroPoints };
}

/** One row of a tensor out of the bytes of all of them, as f32, into `out`. */
export function dequantizeRow(
  tensor: StoredTensor,
  all: TensorBytes,
  row: number,
  out: Float32Array<ArrayBuffer>,
): Float32Array {
  const { type, columns } = rowsOf(tensor);
  const size = rowBytes(type, columns);
  const slice = (bytes: Uint8Array, length: number) =>
    bytes.subarray(row * length, (row + 1) * length);
  return dequantizeRows(
    { type, rows: 1, columns },
    {
      data: slice(all.data, size.data),
      scales: all.scales && slice(all.scales, size.scales),
      zeroPoints: all.zeroPoints && slice(all.zeroPoints, size.zeroPoints),
    },
    out,
  );
}

/** A stored tensor as rows: a vector is one column. */
export function rowsOf(tensor: StoredTensor): {
  type: StoredType;
  rows: number;
  columns: number;
} {
  const rows = must(tensor.shape[0], 'a stored tensor has at least one axis');
  return { type: tensor.type, rows, columns: rowLength(tensor.shape) };
}

function part(file: Uint8Array, range: { offset: number; bytes: number }): Uint8Array {
  return file.subarray(range.offset, range.offset + range.bytes);
}

function dequantizeInt8(
  rows: number,
  columns: number,
  bytes: TensorBytes,
  out: Float32Array,
): Float32Array {
  const { data } = bytes;
  const scales = asUint16(must(bytes.scales, 'int8 has scales'));
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const at = row * blocks + block;
      const scale = f16ToNumber(scales[at]);
      const to = row * columns + block * BLOCK_SIZE;
      const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
      const from = at * 32;
      for (let i = 0; i < count; i++) {
        out[to + i] = (data[from + i] - 128) * scale;
      }
    }
  }
  return out;
}

function dequantizeInt4(
  rows: number,
  columns: number,
  bytes: TensorBytes,
  out: Float32Array,
): Float32Array {
  const { data } = bytes;
  const scales = asUint16(must(bytes.scales, 'int4 has scales'));
  const zeros = must(bytes.zeroPoints, 'int4 has zero points');
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  const zeroRow = Math.ceil(blocks / 2);
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const at = row * blocks + block;
      const scale = f16ToNumber(scales[at]);
      const zero = (zeros[row * zeroRow + (block >> 1)] >> ((block & 1) * 4)) & 15;
      const to = row * columns + block * BLOCK_SIZE;
      const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
      const from = at * 16;
      for (let i = 0; i + 1 < count; i += 2) {
        const pair = data[from + (i >> 1)];
        out[to + i] = ((pair & 15) - zero) * scale;
        out[to + i + 1] = ((pair >> 4) - zero) * scale;
      }
      if (count & 1) {
        const last = data[from + (count >> 1)];
        out[to + count - 1] = ((last & 15) - zero) * scale;
      }
    }
  }
  return out;
}

function dequantizeInt4Affine(
  rows: number,
  columns: number,
  bytes: TensorBytes,
  out: Float32Array,
): Float32Array {
  const { data } = bytes;
  const scales = asUint16(must(bytes.scales, 'int4-affine has scales'));
  const zeros = asUint16(must(bytes.zeroPoints, 'int4-affine has zero points'));
  const blocks = Math.ceil(columns / BLOCK_SIZE);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++, at++) {
      const scale = f16ToNumber(scales[at]);
      const zero = f16ToNumber(zeros[at]);
      const from = at * 16;
      const count = Math.min(BLOCK_SIZE, columns - block * BLOCK_SIZE);
      const to = row * columns + block * BLOCK_SIZE;
      for (let i = 0; i + 1 < count; i += 2) {
        const pair = data[from + (i >> 1)];
        out[to + i] = ((pair & 15) - zero) * scale;
        out[to + i + 1] = ((pair >> 4) - zero) * scale;
      }
      if (count & 1) {
        out[to + count - 1] = ((data[from + (count >> 1)] & 15) - zero) * scale;
      }
    }
  }
  return out;
}
