/**
 * @file One stored tensor, read in blocks of rows, encoded, and written.
 *
 * Encoding may happen elsewhere (`EncodeRows`), several blocks at a time; what
 * comes back is written in order. Scales and zero points follow the data, so
 * they wait in memory: about a sixteenth of the tensor.
 */
import { must } from '../base/assert.ts';
import { concatBytes } from '../base/bytes.ts';
import { AssistantError } from '../base/errors.ts';
import { F16_MAX } from '../tensor/f16.ts';
import type { ChunkedFile } from './chunked-file.ts';
import type { EncodeRows } from './convert-options.ts';
import type { TensorBytes } from './dequantize.ts';
import type { StoredTensor, StoredType } from './manifest.ts';
import type { PlannedTensor, TensorPart } from './storage-plan.ts';
import { rowLength, type TensorSource } from './tensor-source.ts';

/** Numbers of a block: 4 MB as f32. */
const BLOCK_NUMBERS = 1024 * 1024;

export interface TensorWriter {
  readonly source: TensorSource;
  readonly encodeRows: EncodeRows;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes `planned` at the place that `stored` says.
 *
 * @throws AssistantError 'bad-data' for a weight that is not a finite number,
 *   'bad-input' for one that the chosen type cannot hold
 */
export async function writeTensor(
  writer: TensorWriter,
  file: ChunkedFile,
  planned: PlannedTensor,
  stored: StoredTensor,
): Promise<void> {
  const scales: Uint8Array[] = [];
  const zeroPoints: Uint8Array[] = [];
  await file.padTo(stored.data.offset);
  for await (const encoded of encodeInOrder(writer, planned)) {
    await file.write(encoded.data);
    if (encoded.scales) scales.push(encoded.scales);
    if (encoded.zeroPoints) zeroPoints.push(encoded.zeroPoints);
  }
  if (stored.scales) {
    await file.padTo(stored.scales.offset);
    await file.write(concatBytes(scales));
  }
  if (stored.zeroPoints) {
    await file.padTo(stored.zeroPoints.offset);
    await file.write(concatBytes(zeroPoints));
  }
}

/** Encoded blocks of the tensor in order, up to `concurrency` of them under way. */
async function* encodeInOrder(
  writer: TensorWriter,
  planned: PlannedTensor,
): AsyncGenerator<TensorBytes> {
  const columns = rowLength(planned.shape);
  const underWay: Promise<TensorBytes>[] = [];
  try {
    for await (const values of readBlocks(writer, planned)) {
      checkValues(planned, values);
      underWay.push(writer.encodeRows(planned.type, columns, values));
      if (underWay.length >= writer.concurrency) {
        yield await must(underWay.shift(), 'a block is under way');
      }
    }
    while (underWay.length > 0) {
      yield await must(underWay.shift(), 'a block is under way');
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

async function* readBlocks(
  writer: TensorWriter,
  planned: PlannedTensor,
): AsyncGenerator<Float32Array> {
  const columns = rowLength(planned.shape);
  const step = Math.max(1, Math.floor(BLOCK_NUMBERS / columns));
  for (const part of planned.parts) {
    const rows = must(part.shape[0], 'a part has rows');
    for (let from = 0; from < rows; from += step) {
      writer.signal?.throwIfAborted();
      yield await readPart(writer.source, part, from, Math.min(rows, from + step));
    }
  }
}

async function readPart(
  source: TensorSource,
  part: TensorPart,
  from: number,
  to: number,
): Promise<Float32Array> {
  if (part.isOptional && !source.describe(part.source)) {
    return new Float32Array(to - from);
  }
  const values = await source.readRows(part.source, from, to);
  if (part.factor !== 1) {
    for (let i = 0; i < values.length; i++) {
      values[i] = values[i] * part.factor;
    }
  }
  return values;
}

function checkValues(planned: PlannedTensor, values: Float32Array): void {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (!(size <= largest)) largest = size; // NaN gets in too, and stays
    if (largest !== largest) break;
  }
  if (!Number.isFinite(largest)) {
    throw new AssistantError(
      'bad-data',
      `"${planned.name}" holds ${largest}, which is no weight. Fetch the checkpoint again.`,
      { path: planned.name },
    );
  }
  const limit = largestOf(planned.type);
  if (largest <= limit) return;
  throw new AssistantError(
    'bad-input',
    `"${planned.name}" holds ${largest}, too large for ${planned.type}. Convert with --bits 32.`,
    { what: 'option' },
  );
}

/** The largest weight a type can hold; a scale is an f16. */
function largestOf(type: StoredType): number {
  switch (type) {
    case 'f32':
      return Infinity;
    case 'f16':
      return F16_MAX;
    case 'int8':
      return F16_MAX * 127;
    case 'int4':
    case 'int4-affine':
      return F16_MAX * 7;
  }
}
