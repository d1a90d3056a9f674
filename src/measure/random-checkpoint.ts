/**
 * @file A checkpoint of Qwen2.5-VL-3B's shape whose weights are random: as large
 * as a real one, written in seconds, good for measuring memory and nothing else.
 *
 * It goes through the converter, so it is laid out, hashed and listed as any
 * other. Instead of quantizing billions of numbers, every block of rows gets
 * a piece of the same random codes, with scales that keep the activations finite.
 */
import { Random } from '../base/random.ts';
import { must } from '../base/assert.ts';
import { asBytes } from '../base/bytes.ts';
import { convertOpened } from '../checkpoint/convert.ts';
import type { EncodeRows } from '../checkpoint/convert-options.ts';
import { rowBytes } from '../checkpoint/dequantize.ts';
import { quantizeRows } from '../checkpoint/quantize.ts';
import type { CheckpointSink } from '../checkpoint/sink.ts';
import { rowLength, type TensorSource } from '../checkpoint/tensor-source.ts';
import type { ModelConfig } from '../model/config.ts';
import { numberToF16 } from '../tensor/f16.ts';
import { isNorm, shapeOf3B, sourceShapes, type RandomSize } from './random-shape.ts';

/**
 * Writes it, int4, and gives its name.
 *
 * @param smallFiles - any checkpoint's tokenizer and settings
 */
export async function writeRandomCheckpoint(
  sink: CheckpointSink,
  smallFiles: ReadonlyMap<string, Blob>,
  size: RandomSize,
): Promise<string> {
  const config = shapeOf3B(size);
  const name = `random 3B, ${size.layers} layers`;
  const opened = {
    config,
    tensors: onesAndZeros(config),
    smallFiles,
    name,
    licence: 'none',
    description: 'random numbers',
  };
  await convertOpened(opened, sink, { bits: '4', encodeRows: randomCodes() });
  return name;
}

/** Norms are ones; what is zero here gets its codes from `randomCodes`. */
function onesAndZeros(config: ModelConfig): TensorSource {
  const shapes = sourceShapes(config);
  return {
    metadata: {},
    names: () => [...shapes.keys()],
    describe: (name) => {
      const shape = shapes.get(name);
      return (
        shape && { dtype: 'F32', shape, bytes: 4 * shape.reduce((a, b) => a * b, 1) }
      );
    },
    readRows: async (name, fromRow, toRow) => {
      const shape = must(shapes.get(name), `"${name}" was described`);
      const values = new Float32Array((toRow - fromRow) * rowLength(shape));
      return isNorm(name, shape) ? values.fill(1) : values;
    },
  };
}

/** Codes of a weight matrix with a deviation near 0.02. */
function randomCodes(): EncodeRows {
  const random = new Random(3);
  const words = Uint32Array.from({ length: 2 ** 20 }, () => random.uint32());
  const pool = asBytes(words);
  return async (type, columns, values) => {
    if (type !== 'int4' && type !== 'int8') return quantizeRows(type, columns, values);
    const rows = values.length / columns;
    const size = rowBytes(type, columns);
    const step = type === 'int4' ? 0.02 / 4 : 0.02 / 64;
    const scales = new Uint16Array((rows * size.scales) / 2).fill(numberToF16(step));
    const zeroPoints = new Uint8Array(rows * size.zeroPoints).fill(0x77);
    const bytes = rows * size.data;
    const start = random.below(pool.length - bytes);
    return {
      data: pool.subarray(start, start + bytes),
      scales: asBytes(scales),
      ...(type === 'int4' && { zeroPoints }),
    };
  };
}
