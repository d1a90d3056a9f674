/**
 * @file Stored weights in the form a device wants them.
 *
 * What the device can use as it is stored (quantized blocks, norms in f32) is
 * mounted from the weight file and never copied. The rest (scales in the
 * activations' type, int8 columns for the CPU) is derived while the session
 * loads and forgotten after it.
 */
import { must } from '../base/assert.ts';
import { asUint16, readBytes } from '../base/bytes.ts';
import {
  dequantizeRows,
  readStoredRows,
  rowBytes,
  rowsOf,
} from '../checkpoint/dequantize.ts';
import { BLOCK_SIZE, type StoredTensor } from '../checkpoint/manifest.ts';
import { quantizeRows } from '../checkpoint/quantize.ts';
import type {
  GraphWeights,
  LinearForm,
  LowRankForm,
  RowRange,
} from '../model/graph-weights.ts';
import {
  BYTES_PER_ELEMENT,
  type ElementType,
  type Initializer,
} from '../onnx/graph.ts';
import { f16ToF32, f32ToF16 } from '../tensor/f16.ts';
import {
  addDelta,
  deltaParts,
  rankOf,
  readDelta,
  transposed,
  type DeltaPart,
} from './adapter-delta.ts';
import { quantizeIntoColumns } from './column-int8.ts';
import type { CheckpointSource, FloatType } from './engine.ts';
import { DerivedFile, type DerivedPart } from './derived-file.ts';
import { sizeBytes, type Mount } from './runtime.ts';

/**
 * Which operators multiply.
 *
 * - `blocks`: MatMulNBits on the stored blocks (WebGPU).
 * - `columns`: int8 by column for quantized matrices (CPU).
 * - `dense`: everything in the activations' type (CPU, where exactness matters more).
 */
export type LinearStrategy = 'blocks' | 'columns' | 'dense';

const DERIVED = 'derived';
/** Rows dequantized at a time: small enough for the cache, large enough to be quick. */
const ROWS_AT_ONCE = 64;

interface DerivedPair {
  readonly matrix: { readonly type: 'u8' | 'i8'; readonly shape: readonly number[] };
  readonly scales: { readonly type: FloatType; readonly shape: readonly number[] };
  /** Fills the matrix's codes and the scales. */
  readonly quantize: (
    codes: Uint8Array<ArrayBuffer>,
    scales: Float32Array<ArrayBuffer>,
  ) => Promise<void>;
}

/** Rows of a matrix, and what an adapter adds to them while they are read. */
interface StoredMatrix {
  readonly label: string;
  readonly tensor: StoredTensor;
  readonly rows: RowRange;
  readonly merged: readonly DeltaPart[];
}

interface DeviceWeightsRequest {
  readonly source: CheckpointSource;
  readonly floatType: FloatType;
  readonly strategy: LinearStrategy;
}

/** The weights of one session: ask for them while building its graph, then mount them. */
export class DeviceWeights implements GraphWeights {
  readonly processor: 'cpu' | 'gpu';
  readonly floatType: FloatType;
  readonly #source: CheckpointSource;
  readonly #strategy: LinearStrategy;
  readonly #mounted = new Set<string>();
  readonly #derived: DerivedPart[] = [];
  #derivedBytes = 0;

  constructor({ source, floatType, strategy }: DeviceWeightsRequest) {
    this.#source = source;
    this.floatType = floatType;
    this.#strategy = strategy;
    this.processor = strategy === 'blocks' ? 'gpu' : 'cpu';
  }

  shape(name: string): readonly [number, number] {
    const { rows, columns } = rowsOf(this.#tensor(name));
    return [rows, columns];
  }

  linear(name: string, range?: RowRange): LinearForm {
    const tensor = this.#tensor(name);
    const rows = range ?? { from: 0, to: rowsOf(tensor).rows };
    const label = range ? `${name}[${rows.from}:${rows.to}]` : name;
    const isQuantized = tensor.scales !== undefined;
    const matrix: StoredMatrix = { label, tensor, rows, merged: this.#merged(name) };
    if (isQuantized && this.#strategy === 'blocks') {
      return tensor.type === 'int4-affine' || matrix.merged.length > 0
        ? this.#widened(matrix)
        : this.#blocks(label, tensor, rows);
    }
    if (isQuantized && this.#strategy === 'columns' && !isSensitive(name)) {
      return this.#columns(matrix);
    }
    return { kind: 'dense', matrix: this.#dense(matrix) };
  }

  lowRank(name: string): LowRankForm | undefined {
    const parts = this.#merged(name).length > 0 ? [] : this.#deltaParts(name);
    if (parts.length === 0) return undefined;
    const [outputs, inputs] = this.shape(name);
    const rank = rankOf(parts);
    const derive = (letter: 'a' | 'b', shape: readonly number[]) =>
      this.#derive(`${name}.lora_${letter}`, this.floatType, shape, async (target) => {
        const delta = await readDelta(parts, [outputs, inputs], this.#source.files);
        writeFloats(transposed(delta, letter), this.floatType, target);
      });
    return { a: derive('a', [inputs, rank]), b: derive('b', [rank, outputs]) };
  }

  #deltaParts(name: string): readonly DeltaPart[] {
    const { adapter, manifest } = this.#source;
    return adapter === undefined ? [] : deltaParts(adapter, manifest, name);
  }

  /** What is added to a matrix while it is read; nothing for one that stays as it is stored. */
  #merged(name: string): readonly DeltaPart[] {
    const application = this.#source.adapter?.application;
    const isMerged =
      application === 'merged' ||
      (application === 'auto' && this.#isDerived(this.#tensor(name)));
    return isMerged ? this.#deltaParts(name) : [];
  }

  /** True when a matrix is dequantized while loading, whether or not it is adapted. */
  #isDerived({ type }: StoredTensor): boolean {
    if (this.#strategy === 'blocks' && (type === 'int4' || type === 'int8')) {
      return false;
    }
    return type !== this.floatType;
  }

  vector(name: string): Initializer {
    const tensor = this.#tensor(name);
    const size = tensor.shape.reduce((a, b) => a * b, 1);
    if (tensor.type === this.floatType) {
      return this.#mount(name, tensor, {
        type: this.floatType,
        shape: [size],
        range: tensor.data,
      });
    }
    return this.#derive(name, this.floatType, [size], async (target) => {
      const values = await readStoredRows(
        tensor,
        this.#file(tensor),
        0,
        rowsOf(tensor).rows,
      );
      writeFloats(values, this.floatType, target);
    });
  }

  /** The files the session must mount; what is derived is computed as it is read. */
  mounts(): Mount[] {
    const mounts: Mount[] = [...this.#mounted].map((location) => ({
      location,
      data: must(
        this.#source.files.get(location),
        `the checkpoint has the file "${location}"`,
      ),
    }));
    if (this.#derivedBytes === 0) return mounts;
    const derived = new DerivedFile(this.#derived, this.#derivedBytes);
    return [...mounts, { location: DERIVED, data: derived }];
  }

  #tensor(name: string): StoredTensor {
    const { adapter, manifest } = this.#source;
    const tensor = adapter?.adapter.replaced[name] ?? manifest.tensors[name];
    return must(tensor, `the manifest lists "${name}"`);
  }

  #file(tensor: StoredTensor): Blob {
    return must(
      this.#source.files.get(tensor.file),
      `the checkpoint has the file "${tensor.file}"`,
    );
  }

  #blocks(label: string, tensor: StoredTensor, rows: RowRange): LinearForm {
    const { columns } = rowsOf(tensor);
    const size = rowBytes(tensor.type, columns);
    const count = rows.to - rows.from;
    const blocks = Math.ceil(columns / BLOCK_SIZE);
    const slice = (offset: number, bytes: number) => ({
      offset: offset + rows.from * bytes,
      bytes: count * bytes,
    });
    const bits = tensor.type === 'int8' ? 8 : 4;
    const matrix = this.#mount(label, tensor, {
      type: 'u8',
      shape: [count, blocks, (BLOCK_SIZE * bits) / 8],
      range: slice(tensor.data.offset, size.data),
    });
    const stored = slice(
      must(tensor.scales, 'quantized tensors have scales').offset,
      size.scales,
    );
    const scales =
      this.floatType === 'f16'
        ? this.#mount(`${label}.scales`, tensor, {
            type: 'f16',
            shape: [count, blocks],
            range: stored,
          })
        : this.#derive(`${label}.scales`, 'f32', [count, blocks], async (target) => {
            const codes = await readBytes(
              this.#file(tensor),
              stored.offset,
              stored.offset + stored.bytes,
            );
            f16ToF32(asUint16(codes), floatsOf(target));
          });
    const form = {
      kind: 'blocks',
      bits,
      blockSize: BLOCK_SIZE,
      matrix,
      scales,
    } as const;
    if (!tensor.zeroPoints) return form;
    const zeroPoints = this.#mount(`${label}.zeros`, tensor, {
      type: 'u8',
      shape: [count, Math.ceil(blocks / 2)],
      range: slice(tensor.zeroPoints.offset, size.zeroPoints),
    });
    return { ...form, zeroPoints };
  }

  /**
   * Blocks whose zero point is a fraction, as int8 is stored: off by a 254th of their
   * largest weight. With zero points Clinic-Mini's KL to its stored weights would be
   * 0.0010 nats and not 0.0015, and on the software GPU a product of one row a fifth
   * slower.
   */
  #widened(stored: StoredMatrix): LinearForm {
    const { label, tensor, rows } = stored;
    const { columns } = rowsOf(tensor);
    const count = rows.to - rows.from;
    const blocks = Math.ceil(columns / BLOCK_SIZE);
    const shape = [count, blocks, BLOCK_SIZE];
    const { matrix, scales } = this.#derivePair(label, {
      matrix: { type: 'u8', shape },
      scales: { type: this.floatType, shape: [count, blocks] },
      quantize: (codes, steps) =>
        this.#eachRows(stored, (weights, fromRow) => {
          const at = (fromRow - rows.from) * blocks;
          const eight = quantizeRows('int8', columns, weights);
          codes.set(eight.data, at * BLOCK_SIZE);
          const halves = asUint16(must(eight.scales, 'int8 has scales'));
          f16ToF32(halves, steps.subarray(at, at + halves.length));
        }),
    });
    return {
      kind: 'blocks',
      bits: 8,
      blockSize: BLOCK_SIZE,
      matrix,
      scales,
    };
  }

  #columns(stored: StoredMatrix): LinearForm {
    const { label, tensor, rows } = stored;
    const inputs = rowsOf(tensor).columns;
    const outputs = rows.to - rows.from;
    const { matrix, scales } = this.#derivePair(label, {
      matrix: { type: 'i8', shape: [inputs, outputs] },
      scales: { type: 'f32', shape: [outputs] },
      quantize: (codes, steps) =>
        this.#eachRows(stored, (weights, fromRow, count) =>
          quantizeIntoColumns(
            weights,
            { fromRow: fromRow - rows.from, rows: count, inputs, outputs },
            {
              matrix: new Int8Array(codes.buffer, codes.byteOffset, codes.length),
              scales: steps,
            },
          ),
        ),
    });
    return { kind: 'columns', matrix, scales };
  }

  #dense(stored: StoredMatrix): Initializer {
    const { label, tensor, rows, merged } = stored;
    const { columns } = rowsOf(tensor);
    const shape = [rows.to - rows.from, columns];
    if (tensor.type === this.floatType && merged.length === 0) {
      const row = rowBytes(tensor.type, columns).data;
      const range = {
        offset: tensor.data.offset + rows.from * row,
        bytes: (rows.to - rows.from) * row,
      };
      return this.#mount(label, tensor, { type: this.floatType, shape, range });
    }
    return this.#derive(label, this.floatType, shape, async (target) => {
      const bytes = BYTES_PER_ELEMENT[this.floatType] * columns;
      await this.#eachRows(stored, (weights, fromRow, count) => {
        const start = (fromRow - rows.from) * bytes;
        writeFloats(
          weights,
          this.floatType,
          target.subarray(start, start + count * bytes),
        );
      });
    });
  }

  /** Dequantizes some rows at a time, and adds what is merged into them. */
  async #eachRows(
    { tensor, rows: { from, to }, merged }: StoredMatrix,
    use: (weights: Float32Array, fromRow: number, count: number) => void,
  ): Promise<void> {
    const { columns } = rowsOf(tensor);
    const size = rowBytes(tensor.type, columns);
    const file = this.#file(tensor);
    const read = (offset: number | undefined, bytes: number) =>
      offset === undefined
        ? undefined
        : readBytes(file, offset + from * bytes, offset + to * bytes);
    const data = await must(read(tensor.data.offset, size.data), 'data');
    const scales = await read(tensor.scales?.offset, size.scales);
    const zeroPoints = await read(tensor.zeroPoints?.offset, size.zeroPoints);
    const { rows } = rowsOf(tensor);
    const delta =
      merged.length > 0 &&
      (await readDelta(merged, [rows, columns], this.#source.files));
    const part = (
      bytes: Uint8Array | undefined,
      row: number,
      count: number,
      rowSize: number,
    ) => bytes?.subarray((row - from) * rowSize, (row - from + count) * rowSize);
    for (let row = from; row < to; row += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, to - row);
      const weights = dequantizeRows(
        { type: tensor.type, rows: count, columns },
        {
          data: must(part(data, row, count, size.data), 'data'),
          scales: part(scales, row, count, size.scales),
          zeroPoints: part(zeroPoints, row, count, size.zeroPoints),
        },
      );
      if (delta) addDelta(delta, weights, row);
      use(weights, row, count);
    }
  }

  #mount(
    name: string,
    tensor: StoredTensor,
    {
      type,
      shape,
      range,
    }: { type: ElementType; shape: number[]; range: { offset: number; bytes: number } },
  ): Initializer {
    this.#mounted.add(tensor.file);
    return {
      name,
      type,
      shape,
      data: { kind: 'external', location: tensor.file, ...range },
    };
  }

  /** A matrix of codes and its scales, found together and read one after the other. */
  #derivePair(
    label: string,
    { matrix, scales, quantize }: DerivedPair,
  ): { matrix: Initializer; scales: Initializer } {
    const steps = new Float32Array(sizeBytes('f32', scales.shape) / 4);
    let isFound = false;
    const find = async (codes: Uint8Array<ArrayBuffer>) => {
      await quantize(codes, steps);
      isFound = true;
    };
    return {
      matrix: this.#derive(label, matrix.type, matrix.shape, find),
      scales: this.#derive(
        `${label}.scales`,
        scales.type,
        scales.shape,
        async (target) => {
          if (!isFound) {
            await find(new Uint8Array(sizeBytes(matrix.type, matrix.shape)));
          }
          writeFloats(steps, scales.type, target);
        },
      ),
    };
  }

  #derive(
    name: string,
    type: ElementType,
    shape: readonly number[],
    fill: DerivedPart['fill'],
  ): Initializer {
    const bytes = sizeBytes(type, shape);
    const offset = this.#derivedBytes;
    this.#derived.push({ offset, bytes, fill });
    this.#derivedBytes += Math.ceil(bytes / 16) * 16;
    return {
      name,
      type,
      shape,
      data: { kind: 'external', location: DERIVED, offset, bytes },
    };
  }
}

/**
 * What the CPU multiplies in f32 all the same. The gated activations that enter
 * down_proj have outliers a hundred times their neighbours, and one int8 scale
 * for all of them costs Clinic-Mini an order of magnitude in KL; the vision
 * tower's are worse still.
 */
export const isSensitive = (name: string): boolean =>
  name.endsWith('down_proj.weight') || name.startsWith('visual.');

const floatsOf = (bytes: Uint8Array<ArrayBuffer>) =>
  new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);

function writeFloats(
  values: Float32Array,
  type: FloatType,
  target: Uint8Array<ArrayBuffer>,
): void {
  if (type === 'f32') floatsOf(target).set(values);
  else {
    f32ToF16(
      values,
      new Uint16Array(target.buffer, target.byteOffset, target.byteLength / 2),
    );
  }
}
