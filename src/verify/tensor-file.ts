/**
 * @file A tensor file (safetensors) as plain arrays, for reference values and
 * for the tiny weights of the tests. Everything is held in memory at once.
 *
 *   u64 header length | JSON header | data
 */
import { AssistantError } from '../base/errors.ts';

/** bf16 is widened to float32, int64 narrowed to int32 (every id and position fits). */
type TensorArray = Uint8Array | Int32Array | Float32Array;

/** Tensors by name, each row-major. A missing name is an AssistantError `bad-data`. */
export class TensorFile {
  readonly #path: string;
  readonly #tensors: ReadonlyMap<
    string,
    { shape: readonly number[]; data: TensorArray }
  >;

  constructor(
    path: string,
    tensors: ReadonlyMap<string, { shape: readonly number[]; data: TensorArray }>,
  ) {
    this.#path = path;
    this.#tensors = tensors;
  }

  get names(): readonly string[] {
    return [...this.#tensors.keys()];
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  shape(name: string): readonly number[] {
    return this.#get(name).shape;
  }

  bytes(name: string): Uint8Array {
    const { data } = this.#get(name);
    if (data instanceof Uint8Array) return data;
    throw this.#wrongType(name, 'bytes');
  }

  ints(name: string): Int32Array {
    const { data } = this.#get(name);
    if (data instanceof Int32Array) return data;
    throw this.#wrongType(name, 'integers');
  }

  floats(name: string): Float32Array {
    const { data } = this.#get(name);
    if (data instanceof Float32Array) return data;
    throw this.#wrongType(name, 'floats');
  }

  #get(name: string) {
    const tensor = this.#tensors.get(name);
    if (tensor) return tensor;
    throw new AssistantError(
      'bad-data',
      `${this.#path} holds no tensor "${name}". Make the reference values again.`,
      { path: this.#path },
    );
  }

  #wrongType(name: string, wanted: string) {
    return new AssistantError(
      'bad-data',
      `Tensor "${name}" of ${this.#path} does not hold ${wanted}. Make the reference values again.`,
      { path: this.#path },
    );
  }
}

/** Reads a whole safetensors file whose tensors are U8, I64, F32 or BF16. */
export async function readTensorFile(path: string, blob: Blob): Promise<TensorFile> {
  const buffer = await blob.arrayBuffer();
  if (buffer.byteLength < 8) throw truncated(path);
  const headerLength = Number(new DataView(buffer).getBigUint64(0, true));
  const dataStart = 8 + headerLength;
  if (dataStart > buffer.byteLength) throw truncated(path);
  const header = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength)),
  ) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] } | undefined
  >;
  const tensors = new Map<string, { shape: readonly number[]; data: TensorArray }>();
  for (const [name, entry] of Object.entries(header)) {
    if (!entry || name === '__metadata__') continue;
    const [begin, end] = entry.data_offsets;
    if (dataStart + end > buffer.byteLength) throw truncated(path);
    const bytes = buffer.slice(dataStart + begin, dataStart + end); // slicing aligns it
    tensors.set(name, { shape: entry.shape, data: toArray(path, entry.dtype, bytes) });
  }
  return new TensorFile(path, tensors);
}

function toArray(path: string, dtype: string, bytes: ArrayBuffer): TensorArray {
  switch (dtype) {
    case 'U8':
      return new Uint8Array(bytes);
    case 'F32':
      return new Float32Array(bytes);
    case 'I64':
      return Int32Array.from(new BigInt64Array(bytes), Number);
    case 'BF16': {
      const bits = Uint32Array.from(new Uint16Array(bytes), (half) => half << 16);
      return new Float32Array(bits.buffer);
    }
    default:
      throw new AssistantError(
        'unsupported',
        `${path} holds ${dtype}; reference values are U8, I64, F32 or BF16.`,
        { missing: dtype },
      );
  }
}

function truncated(path: string) {
  return new AssistantError(
    'bad-data',
    `${path} ends before its tensors do. Copy it again.`,
    { path },
  );
}
