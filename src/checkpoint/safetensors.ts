/**
 * @file safetensors: a JSON header that says where each tensor lies, then the
 * tensors.
 *
 *   u64 header length | header JSON | data
 *
 * A checkpoint is one such file, or several with an index that says which
 * tensor is in which.
 */
import * as v from 'valibot';
import { must } from '../base/assert.ts';
import { asFloat32, asUint16, readBytes } from '../base/bytes.ts';
import { AssistantError } from '../base/errors.ts';
import { bf16ToF32, f16ToF32 } from '../tensor/f16.ts';
import { readJson } from './read-json.ts';
import {
  rowLength,
  type TensorDescription,
  type TensorSource,
} from './tensor-source.ts';

const INDEX = 'model.safetensors.index.json';
/** The format's own limit. */
const MAX_HEADER_BYTES = 100_000_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const HeaderTensor = v.object({
  dtype: v.string(),
  shape: v.array(count),
  data_offsets: v.tuple([count, count]),
});
const Metadata = v.record(v.string(), v.string());
const Header = v.record(v.string(), v.unknown());
const Index = v.object({ weight_map: v.record(v.string(), v.string()) });

const BYTES_OF: Readonly<Record<string, number>> = { F32: 4, BF16: 2, F16: 2 };

/** A tensor and where in its file it lies. */
export interface SafetensorsEntry extends TensorDescription {
  readonly file: string;
  readonly blob: Blob;
  /** Of the first byte in the file. */
  readonly offset: number;
}

export interface SafetensorsFile {
  readonly entries: ReadonlyMap<string, SafetensorsEntry>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** True when these files hold weights as safetensors. */
export function hasSafetensors(files: ReadonlyMap<string, Blob>): boolean {
  return files.has(INDEX) || weightFiles(files).length > 0;
}

/**
 * The weights of a folder of safetensors files, by canonical name.
 *
 * @param files - by name in the folder
 * @throws AssistantError 'bad-data' naming file and tensor; 'bad-input' when a
 *   file of the index is not there
 */
export async function openSafetensors(
  files: ReadonlyMap<string, Blob>,
): Promise<TensorSource> {
  const index = files.get(INDEX);
  const map = index && (await readIndex(index));
  const names = map ? [...new Set(map.values())].toSorted() : weightFiles(files);
  const opened = new Map<string, SafetensorsFile>();
  for (const name of names) {
    opened.set(name, await openSafetensorsFile(name, fileOf(files, name)));
  }
  const entries = new Map<string, SafetensorsEntry>();
  for (const file of opened.values()) {
    for (const [name, entry] of file.entries) entries.set(canonicalName(name), entry);
  }
  for (const [tensor, file] of map ?? []) {
    if (!opened.get(file)?.entries.has(tensor)) {
      throw broken(file, `lacks the tensor "${tensor}" that ${INDEX} promises`);
    }
  }
  const metadata = Object.assign(
    {},
    ...[...opened.values()].map((file) => file.metadata),
  );
  return {
    metadata,
    names: () => [...entries.keys()],
    describe: (name) => entries.get(name),
    readRows: async (name, fromRow, toRow) =>
      readEntryRows(
        must(entries.get(name), `"${name}" was described`),
        name,
        fromRow,
        toRow,
      ),
  };
}

/** The hub's older name of a tensor, whichever of the two schemes it is in. */
export function canonicalName(name: string): string {
  return name
    .replace(/^model\.visual\./, 'visual.')
    .replace(/^model\.language_model\./, 'model.');
}

function weightFiles(files: ReadonlyMap<string, Blob>): readonly string[] {
  if (files.has('model.safetensors')) return ['model.safetensors'];
  return [...files.keys()]
    .filter((name) => /^model.*\.safetensors$/.test(name))
    .toSorted();
}

async function readIndex(blob: Blob): Promise<Map<string, string>> {
  const parsed = v.safeParse(Index, await readJson(INDEX, blob));
  if (!parsed.success) {
    throw broken(INDEX, 'has no "weight_map" of tensor names to files');
  }
  return new Map(Object.entries(parsed.output.weight_map));
}

function fileOf(files: ReadonlyMap<string, Blob>, name: string): Blob {
  const blob = files.get(name);
  if (blob) return blob;
  throw new AssistantError(
    'bad-input',
    `${INDEX} names ${name}, which is not in the folder. Add the missing file.`,
    { what: 'folder' },
  );
}

/**
 * One file's tensors, under the names it gives them.
 *
 * @throws AssistantError 'bad-data' naming the file and what is wrong in it
 */
export async function openSafetensorsFile(
  file: string,
  blob: Blob,
): Promise<SafetensorsFile> {
  if (blob.size < 8) {
    throw broken(file, `is ${blob.size} bytes long, too short for a header`);
  }
  const prefix = await readBytes(blob, 0, 8);
  const length = Number(new DataView(prefix.buffer).getBigUint64(0, true));
  if (length > MAX_HEADER_BYTES || 8 + length > blob.size) {
    throw broken(file, `says its header is ${length} bytes, in a file of ${blob.size}`);
  }
  const header = v.safeParse(Header, await readJson(file, blob.slice(8, 8 + length)));
  if (!header.success) throw broken(file, 'has a header that is not an object');
  const { __metadata__: metadata, ...tensors } = header.output;
  const entries = new Map<string, SafetensorsEntry>();
  for (const [name, described] of Object.entries(tensors)) {
    entries.set(name, readEntry(file, blob, 8 + length, name, described));
  }
  checkOverlap(file, entries);
  const texts = v.safeParse(Metadata, metadata ?? {});
  return { entries, metadata: texts.success ? texts.output : {} };
}

function readEntry(
  file: string,
  blob: Blob,
  dataStart: number,
  name: string,
  described: unknown,
): SafetensorsEntry {
  const parsed = v.safeParse(HeaderTensor, described);
  if (!parsed.success) {
    throw broken(file, `describes "${name}" in a way we cannot read`);
  }
  const { dtype, shape, data_offsets: range } = parsed.output;
  const bytes = range[1] - range[0];
  const wanted = shape.reduce(
    (product, size) => product * size,
    BYTES_OF[dtype] ?? NaN,
  );
  if (bytes < 0 || (!Number.isNaN(wanted) && wanted !== bytes)) {
    throw broken(file, `gives "${name}" ${dtype} [${shape.join(', ')}] ${bytes} bytes`);
  }
  if (dataStart + range[1] > blob.size) {
    throw broken(
      file,
      `ends at byte ${blob.size}, but "${name}" reaches to ${dataStart + range[1]}`,
    );
  }
  return { dtype, shape, bytes, file, blob, offset: dataStart + range[0] };
}

function checkOverlap(
  file: string,
  entries: ReadonlyMap<string, SafetensorsEntry>,
): void {
  const inOrder = [...entries].toSorted(([, a], [, b]) => a.offset - b.offset);
  inOrder.forEach(([name, entry], i) => {
    const [nextName, next] = inOrder[i + 1] ?? [];
    if (next && entry.offset + entry.bytes > next.offset) {
      throw broken(file, `lets "${name}" and "${nextName}" overlap`);
    }
  });
}

async function readEntryRows(
  entry: SafetensorsEntry,
  name: string,
  fromRow: number,
  toRow: number,
): Promise<Float32Array> {
  const size = BYTES_OF[entry.dtype];
  if (size === undefined) {
    throw new AssistantError(
      'unsupported',
      `${entry.file}: "${name}" is ${entry.dtype}; weights must be F32, F16 or BF16.`,
      { missing: `${entry.dtype} weights` },
    );
  }
  const rowSize = rowLength(entry.shape) * size;
  const from = entry.offset + fromRow * rowSize;
  const bytes = await readBytes(entry.blob, from, entry.offset + toRow * rowSize);
  if (entry.dtype === 'BF16') return bf16ToF32(asUint16(bytes));
  return entry.dtype === 'F16' ? f16ToF32(asUint16(bytes)) : asFloat32(bytes);
}

function broken(file: string, what: string): AssistantError<'bad-data'> {
  return new AssistantError('bad-data', `${file} ${what}. Fetch the file again.`, {
    path: file,
  });
}
