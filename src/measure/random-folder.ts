/**
 * @file A folder as the hub has them, of random bf16 weights, for measuring how
 * fast it is converted.
 */
import { asBytes } from '../base/bytes.ts';
import { Random } from '../base/random.ts';
import { configJson } from '../checkpoint/gguf-config.ts';
import type { CheckpointSink } from '../checkpoint/sink.ts';
import { isNorm, type RandomSize, shapeOf3B, sourceShapes } from './random-shape.ts';

const DEVIATION = 0.02;
/** 1 in bf16. */
const ONE = 0x3f80;
const POOL_NUMBERS = 2 ** 20;

/** Writes config.json and model.safetensors. */
export async function writeRandomFolder(
  sink: CheckpointSink,
  size: RandomSize,
): Promise<void> {
  const config = shapeOf3B(size);
  await writeFile(sink, 'config.json', [encodeJson(configJson(config))]);
  await writeFile(sink, 'model.safetensors', safetensors(sourceShapes(config)));
}

function* safetensors(
  shapes: ReadonlyMap<string, readonly number[]>,
): Generator<Uint8Array> {
  let offset = 0;
  const entries = [...shapes].map(([name, shape]) => {
    const bytes = 2 * shape.reduce((product, length) => product * length, 1);
    const place = [offset, offset + bytes];
    offset += bytes;
    return [name, { dtype: 'BF16', shape, data_offsets: place }] as const;
  });
  const header = encodeJson(Object.fromEntries(entries));
  yield asBytes(BigUint64Array.of(BigInt(header.length)));
  yield header;
  const pool = randomBf16();
  for (const [name, shape] of shapes) {
    const numbers = shape.reduce((product, length) => product * length, 1);
    if (isNorm(name, shape)) {
      yield asBytes(new Uint16Array(numbers).fill(ONE));
      continue;
    }
    for (let from = 0; from < numbers; from += POOL_NUMBERS) {
      yield asBytes(pool.subarray(0, Math.min(POOL_NUMBERS, numbers - from)));
    }
  }
}

/** The upper halves of normal f32. */
function randomBf16(): Uint16Array {
  const random = new Random(7);
  const values = Float32Array.from(
    { length: POOL_NUMBERS },
    () => random.normal() * DEVIATION,
  );
  return Uint16Array.from(new Uint32Array(values.buffer), (bits) => bits >>> 16);
}

async function writeFile(
  sink: CheckpointSink,
  name: string,
  parts: Iterable<Uint8Array>,
): Promise<void> {
  const file = await sink.create(name);
  for (const part of parts) await file.write(part);
  await file.close();
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
