/**
 * @file GGUF as a source of weights: llama.cpp's container, for a language model.
 *
 * Its tensors have names and an axis order of their own; here they get the
 * hub's. Files of the `llama` architecture also hold the rows of q and k in
 * another order, because llama.cpp rotates neighbouring pairs and everyone else
 * rotates halves; here they are back in the hub's order.
 */
import { gguf } from '@huggingface/gguf';
import { assert, must } from '../base/assert.ts';
import { readBytes } from '../base/bytes.ts';
import { AssistantError } from '../base/errors.ts';
import { dequantizeGguf, ggufType } from './dequantize-gguf.ts';
import { hubName } from './gguf-names.ts';
import {
  rowLength,
  type TensorDescription,
  type TensorSource,
} from './tensor-source.ts';

export interface GgufFile {
  readonly file: string;
  /** As the file has it; numbers that are 64 bits wide come as bigint. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly tensors: TensorSource;
}

interface Entry extends TensorDescription {
  readonly type: number;
  /** Of the first byte in the file. */
  readonly offset: number;
  /** Heads whose rows are interleaved; 0 when the rows are in the hub's order. */
  readonly interleavedHeads: number;
}

/**
 * Opens a GGUF file.
 *
 * @param file - its name, for errors
 * @throws AssistantError 'bad-data' when it is damaged, 'unsupported' for a type
 *   or a byte order we do not read
 */
export async function openGguf(file: string, blob: Blob): Promise<GgufFile> {
  const header = await readHeader(file, blob);
  if (!header.littleEndian) throw unsupported(file, 'big-endian numbers');
  const metadata = header.metadata as unknown as Readonly<Record<string, unknown>>;
  const entries = new Map<string, Entry>();
  for (const info of header.tensorInfos) {
    const entry = readEntry(file, blob, metadata, {
      name: info.name,
      type: info.dtype,
      shape: info.shape.map(Number).toReversed(),
      offset: Number(header.tensorDataOffset + info.offset),
    });
    entries.set(hubName(info.name), entry);
  }
  const tensors: TensorSource = {
    metadata: {},
    names: () => [...entries.keys()],
    describe: (name) => entries.get(name),
    readRows: async (name, fromRow, toRow) =>
      readEntryRows(
        blob,
        must(entries.get(name), `"${name}" was described`),
        fromRow,
        toRow,
      ),
  };
  return { file, metadata, tensors };
}

/** The library reads by range requests; a blob answers them. */
async function readHeader(
  file: string,
  blob: Blob,
): Promise<Awaited<ReturnType<typeof gguf>>> {
  const answerFromBlob = async (
    _url: unknown,
    request?: RequestInit,
  ): Promise<Response> => {
    const range = new Headers(request?.headers).get('range') ?? '';
    const [from, to] = (/(\d+)-(\d+)/.exec(range) ?? []).slice(1).map(Number);
    return new Response(blob.slice(from ?? 0, (to ?? 0) + 1));
  };
  try {
    return await gguf('https://blob.invalid/file.gguf', { fetch: answerFromBlob });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AssistantError(
      'bad-data',
      `${file} cannot be read as GGUF: ${why}. Fetch the file again.`,
      { path: file },
      { cause },
    );
  }
}

function readEntry(
  file: string,
  blob: Blob,
  metadata: Readonly<Record<string, unknown>>,
  tensor: { name: string; type: number; shape: number[]; offset: number },
): Entry {
  const type = ggufType(tensor.type);
  if (!type) throw unsupported(file, `GGUF type ${tensor.type} ("${tensor.name}")`);
  const numbers = tensor.shape.reduce((product, size) => product * size, 1);
  const inRow = tensor.shape.at(-1) ?? 0;
  const bytes = (numbers / type.blockSize) * type.blockBytes;
  if (tensor.shape.length === 0 || inRow % type.blockSize !== 0) {
    throw damaged(
      file,
      `gives "${tensor.name}" the shape [${tensor.shape.join(', ')}]`,
    );
  }
  if (tensor.offset + bytes > blob.size) {
    throw damaged(
      file,
      `ends at byte ${blob.size}, but "${tensor.name}" reaches to ${tensor.offset + bytes}`,
    );
  }
  return {
    dtype: type.name,
    shape: tensor.shape,
    bytes,
    type: tensor.type,
    offset: tensor.offset,
    interleavedHeads: interleavedHeads(metadata, tensor.name),
  };
}

function interleavedHeads(
  metadata: Readonly<Record<string, unknown>>,
  name: string,
): number {
  if (metadata['general.architecture'] !== 'llama') return 0;
  const letter = /\.attn_([qk])\.(weight|bias)$/.exec(name)?.[1];
  if (letter === undefined) return 0;
  const heads = Number(metadata['llama.attention.head_count']);
  return letter === 'q'
    ? heads
    : Number(metadata['llama.attention.head_count_kv'] ?? heads);
}

async function readEntryRows(
  blob: Blob,
  entry: Entry,
  fromRow: number,
  toRow: number,
): Promise<Float32Array> {
  if (entry.interleavedHeads > 0) return readInterleaved(blob, entry, fromRow, toRow);
  return readStored(blob, entry, fromRow, toRow);
}

/** Rows in the order of the file. A vector's blocks span its rows, so it is read whole. */
async function readStored(
  blob: Blob,
  entry: Entry,
  fromRow: number,
  toRow: number,
): Promise<Float32Array> {
  const rows = must(entry.shape[0], 'a tensor has an axis');
  if (entry.shape.length === 1) {
    const bytes = await readBytes(blob, entry.offset, entry.offset + entry.bytes);
    return dequantizeGguf(entry.type, bytes).slice(fromRow, toRow);
  }
  const rowBytes = entry.bytes / rows;
  const bytes = await readBytes(
    blob,
    entry.offset + fromRow * rowBytes,
    entry.offset + toRow * rowBytes,
  );
  return dequantizeGguf(entry.type, bytes);
}

/**
 * Rows in the hub's order out of interleaved ones. Within a head of d rows the
 * hub's row s·d/2 + j, s the half, is the file's row 2·j + s.
 */
async function readInterleaved(
  blob: Blob,
  entry: Entry,
  fromRow: number,
  toRow: number,
): Promise<Float32Array> {
  const rows = must(entry.shape[0], 'a tensor has an axis');
  const headDim = rows / entry.interleavedHeads;
  assert(
    headDim % 2 === 0,
    `${rows} rows make ${entry.interleavedHeads} heads of even size`,
  );
  const columns = rowLength(entry.shape);
  const firstRow = Math.floor(fromRow / headDim) * headDim;
  const endRow = Math.ceil(toRow / headDim) * headDim;
  const stored = await readStored(blob, entry, firstRow, endRow);
  const out = new Float32Array((toRow - fromRow) * columns);
  for (let row = fromRow; row < toRow; row++) {
    const inHead = row % headDim;
    const half = inHead < headDim / 2 ? 0 : 1;
    const pair = inHead - (half * headDim) / 2;
    const from = (row - inHead + 2 * pair + half - firstRow) * columns;
    out.set(stored.subarray(from, from + columns), (row - fromRow) * columns);
  }
  return out;
}

function damaged(file: string, what: string): AssistantError<'bad-data'> {
  return new AssistantError('bad-data', `${file} ${what}. Fetch the file again.`, {
    path: file,
  });
}

function unsupported(file: string, missing: string): AssistantError<'unsupported'> {
  return new AssistantError(
    'unsupported',
    `${file} uses ${missing}, which we do not read. Choose F16, Q8_0, Q4_0 or a K-quant.`,
    { missing },
  );
}
