/**
 * @file A GGUF file with its matrices in another format, so that a peer can show
 * its fastest on the same model. Vectors and metadata stay as they are.
 */
import { alignUp, concatBytes } from '../base/bytes.ts';
import { must } from '../base/assert.ts';
import {
  dequantizeGguf,
  ggufType,
  ggufTypeNumber,
} from '../checkpoint/dequantize-gguf.ts';
import {
  GGUF_ALIGNMENT,
  type GgufLayout,
  type GgufTensorInfo,
  readGgufLayout,
} from './gguf-layout.ts';
import { encodeGguf, type PeerFormat } from './quantize-gguf.ts';

export function requantizeGguf(file: Uint8Array, format: PeerFormat): Uint8Array {
  const layout = readGgufLayout(file);
  const data: Uint8Array[] = [];
  const tensors: GgufTensorInfo[] = [];
  let offset = 0;
  for (const info of layout.tensors) {
    const { type, bytes } = requantizeTensor(file, layout, info, format);
    tensors.push({ ...info, type, offset });
    data.push(padded(bytes));
    offset += alignUp(bytes.length, GGUF_ALIGNMENT);
  }
  return concatBytes([padded(header({ ...layout, tensors })), ...data]);
}

function requantizeTensor(
  file: Uint8Array,
  { dataStart }: GgufLayout,
  { name, dimensions, type, offset }: GgufTensorInfo,
  format: PeerFormat,
): { type: number; bytes: Uint8Array } {
  const { blockSize, blockBytes } = must(
    ggufType(type),
    `the type of "${name}" is known`,
  );
  const numbers = dimensions.reduce((product, size) => product * size, 1);
  const start = dataStart + offset;
  const bytes = file.subarray(start, start + (numbers / blockSize) * blockBytes);
  if (dimensions.length < 2) return { type, bytes };
  const values = dequantizeGguf(type, bytes);
  return { type: ggufTypeNumber(format), bytes: encodeGguf(format, values) };
}

function header({ version, pairs, metadata, tensors }: GgufLayout): Uint8Array {
  const infos = tensors.flatMap(({ name, dimensions, type, offset }) => {
    const label = new TextEncoder().encode(name);
    const shape = [u32(dimensions.length), ...dimensions.map(u64)];
    return [u64(label.length), label, ...shape, u32(type), u64(offset)];
  });
  const magic = new TextEncoder().encode('GGUF');
  return concatBytes([
    magic,
    u32(version),
    u64(tensors.length),
    u64(pairs),
    metadata,
    ...infos,
  ]);
}

function u32(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function u64(value: number): Uint8Array {
  return new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(alignUp(bytes.length, GGUF_ALIGNMENT));
  whole.set(bytes);
  return whole;
}
