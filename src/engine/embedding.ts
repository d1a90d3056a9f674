/**
 * @file The embedding table, read on the host a row at a time.
 *
 * A token needs one row of a few KB, so the table stays where it is stored: in
 * memory when it is small, else on disk. It takes no GPU memory.
 */
import { must } from '../base/assert.ts';
import { readBytes } from '../base/bytes.ts';
import {
  dequantizeRows,
  readStoredRows,
  rowBytes,
  rowsOf,
} from '../checkpoint/dequantize.ts';
import type { StoredTensor } from '../checkpoint/manifest.ts';
import type { CheckpointSource } from './engine.ts';

const NAME = 'model.embed_tokens.weight';
/** Below this the stored table is kept in memory. */
const RESIDENT_BYTES = 64 * 2 ** 20;

interface ResidentTable {
  readonly data: Uint8Array;
  readonly scales: Uint8Array | undefined;
  readonly zeroPoints: Uint8Array | undefined;
}

export class Embedding {
  readonly #tensor: StoredTensor;
  readonly #file: Blob;
  readonly #resident: ResidentTable | undefined;

  private constructor(
    tensor: StoredTensor,
    file: Blob,
    resident: ResidentTable | undefined,
  ) {
    this.#tensor = tensor;
    this.#file = file;
    this.#resident = resident;
  }

  static async open({ manifest, files }: CheckpointSource): Promise<Embedding> {
    const tensor = must(manifest.tensors[NAME], 'the manifest lists the embedding');
    const file = must(files.get(tensor.file), 'the checkpoint has the embedding file');
    const ranges = [tensor.data, tensor.scales, tensor.zeroPoints];
    const bytes = ranges.reduce((sum, range) => sum + (range?.bytes ?? 0), 0);
    if (bytes > RESIDENT_BYTES) return new Embedding(tensor, file, undefined);
    const [data, scales, zeroPoints] = await Promise.all(
      ranges.map(
        async (range) =>
          range && readBytes(file, range.offset, range.offset + range.bytes),
      ),
    );
    return new Embedding(tensor, file, {
      data: must(data, 'the table'),
      scales,
      zeroPoints,
    });
  }

  /** Rows of `tokenIds` [T], as f32 [T, hidden]. */
  async rows(tokenIds: Int32Array): Promise<Float32Array> {
    const { columns } = rowsOf(this.#tensor);
    const out = new Float32Array(tokenIds.length * columns);
    if (this.#resident) {
      for (const [i, id] of tokenIds.entries()) {
        this.#residentRow(
          this.#resident,
          id,
          out.subarray(i * columns, (i + 1) * columns),
        );
      }
      return out;
    }
    const rows = await Promise.all(
      Array.from(tokenIds, (id) =>
        readStoredRows(this.#tensor, this.#file, id, id + 1),
      ),
    );
    for (const [i, row] of rows.entries()) out.set(row, i * columns);
    return out;
  }

  #residentRow(
    { data, scales, zeroPoints }: ResidentTable,
    id: number,
    out: Float32Array,
  ): void {
    const { type, columns } = rowsOf(this.#tensor);
    const size = rowBytes(type, columns);
    const row = (bytes: Uint8Array | undefined, length: number) =>
      bytes?.subarray(id * length, (id + 1) * length);
    dequantizeRows(
      { type, rows: 1, columns },
      {
        data: must(row(data, size.data), 'the table'),
        scales: row(scales, size.scales),
        zeroPoints: row(zeroPoints, size.zeroPoints),
      },
      out as Float32Array<ArrayBuffer>,
    );
  }
}
