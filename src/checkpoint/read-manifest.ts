/** @file Reading a manifest that came from a disk or a server, and verifying what it describes. */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { ModelConfig } from '../model/config.ts';
import { rowBytes } from './dequantize.ts';
import {
  MANIFEST_FORMAT,
  MANIFEST_VERSION,
  type Manifest,
  type StoredTensor,
} from './manifest.ts';
import { rowLength } from './tensor-source.ts';

const PATH = 'manifest.json';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** ISO 639: `en`, `zh`. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
/** A name in the checkpoint's own folder: nothing that could lead out of it. */
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/));

const Text = v.object({
  hiddenSize: size,
  layers: size,
  heads: size,
  kvHeads: size,
  headDim: size,
  intermediateSize: size,
  vocabSize: size,
  tiedEmbeddings: v.boolean(),
  rmsNormEps: v.number(),
  ropeTheta: v.number(),
  mropeSection: v.tuple([count, count, count]),
  maxPositions: size,
});

const Vision = v.object({
  depth: count,
  hiddenSize: size,
  heads: size,
  intermediateSize: size,
  outHiddenSize: size,
  patchSize: size,
  temporalPatchSize: size,
  mergeSize: size,
  windowSize: size,
  fullAttentionBlocks: v.array(count),
  channels: size,
});

const Config: v.GenericSchema<unknown, ModelConfig> = v.object({
  text: Text,
  vision: Vision,
  tokens: v.object({
    imagePad: count,
    videoPad: count,
    visionStart: count,
    visionEnd: count,
  }),
});

const Range = v.object({ offset: count, bytes: count });

const Tensor = v.object({
  type: v.picklist(['f32', 'f16', 'int8', 'int4', 'int4-affine']),
  shape: v.pipe(v.array(size), v.minLength(1)),
  file: fileName,
  data: Range,
  scales: v.exactOptional(Range),
  zeroPoints: v.exactOptional(Range),
});

const Group = v.variant('kind', [
  v.object({ kind: v.literal('vision'), file: fileName, from: count, to: count }),
  v.object({ kind: v.literal('layers'), file: fileName, from: count, to: count }),
  v.object({ kind: v.literal('embedding'), file: fileName }),
  v.object({ kind: v.literal('head'), file: fileName }),
]);

const Adapter = v.object({
  name: v.string(),
  file: fileName,
  card: fileName,
  sha256: v.exactOptional(sha256),
  base: v.exactOptional(v.object({ understandsImages: v.boolean() })),
});

const ManifestFile = v.object({
  format: v.literal(MANIFEST_FORMAT),
  version: v.literal(MANIFEST_VERSION),
  name: v.string(),
  config: Config,
  quantization: v.string(),
  queryScaleLog2: v.pipe(v.number(), v.integer()),
  understandsImages: v.boolean(),
  isDemonstration: v.exactOptional(v.boolean()),
  languages: v.exactOptional(v.pipe(v.array(language), v.minLength(1))),
  source: v.object({ description: v.string(), sha256: v.exactOptional(sha256) }),
  licence: v.string(),
  converter: v.string(),
  chunkBytes: size,
  files: v.record(fileName, v.object({ bytes: count, chunks: v.array(sha256) })),
  groups: v.array(Group),
  tensors: v.record(v.string(), Tensor),
  adapters: v.array(Adapter),
});

const Version = v.object({ format: v.literal(MANIFEST_FORMAT), version: size });

/**
 * A manifest whose every range lies in its file and has the size its type asks for.
 *
 * @throws AssistantError 'bad-data' that says what is wrong
 */
export function readManifest(json: unknown): Manifest {
  const head = v.safeParse(Version, json);
  if (!head.success) {
    throw bad('is not one of a converted checkpoint', 'Convert the checkpoint first.');
  }
  if (head.output.version > MANIFEST_VERSION) {
    throw bad(
      `has version ${head.output.version}; we read ${MANIFEST_VERSION}`,
      'Update the app.',
    );
  }
  const parsed = v.safeParse(ManifestFile, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw bad(`is damaged at ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}`);
  }
  const manifest: Manifest = parsed.output;
  for (const [name, file] of Object.entries(manifest.files)) {
    const chunks = Math.ceil(file.bytes / manifest.chunkBytes);
    if (file.chunks.length !== chunks) {
      throw bad(`has ${file.chunks.length} hashes for ${name}, which takes ${chunks}`);
    }
  }
  const named = manifest.adapters.flatMap(({ file, card }) => [file, card]);
  for (const file of [...manifest.groups.map((it) => it.file), ...named]) {
    fileBytes(manifest, file);
  }
  for (const [name, tensor] of Object.entries(manifest.tensors)) {
    checkTensor(manifest, name, tensor);
  }
  return manifest;
}

/**
 * Compares one chunk of a file with its hash in the manifest.
 *
 * @param index - which chunk, from 0
 * @throws AssistantError 'bad-data' naming file and chunk when they differ
 */
export async function verifyChunk(
  manifest: Manifest,
  file: string,
  index: number,
  bytes: Uint8Array,
): Promise<void> {
  const wanted = manifest.files[file]?.chunks[index];
  if (wanted !== undefined && (await sha256Hex(bytes)) === wanted) return;
  const from = index * manifest.chunkBytes;
  throw new AssistantError(
    'bad-data',
    `${file} is damaged between bytes ${from} and ${from + bytes.length}. Fetch it again.`,
    { path: file },
  );
}

/**
 * Compares a whole file with the manifest, chunk by chunk.
 *
 * @throws AssistantError 'bad-data' naming the file and what differs
 */
export async function verifyFile(
  manifest: Manifest,
  file: string,
  blob: Blob,
  signal?: AbortSignal,
): Promise<void> {
  const bytes = fileBytes(manifest, file);
  if (blob.size !== bytes) {
    throw new AssistantError(
      'bad-data',
      `${file} is ${blob.size} bytes long, not ${bytes}. Fetch it again.`,
      { path: file },
    );
  }
  const { chunkBytes } = manifest;
  for (let index = 0; index * chunkBytes < bytes; index++) {
    signal?.throwIfAborted();
    const chunk = blob.slice(index * chunkBytes, (index + 1) * chunkBytes);
    await verifyChunk(manifest, file, index, new Uint8Array(await chunk.arrayBuffer()));
  }
}

function fileBytes(manifest: Manifest, file: string): number {
  const stored = manifest.files[file];
  if (!stored) throw bad(`mentions ${file}, which is not among its files`);
  return stored.bytes;
}

function checkTensor(manifest: Manifest, name: string, tensor: StoredTensor): void {
  const end = fileBytes(manifest, tensor.file);
  const rows = tensor.shape[0] ?? 0;
  const row = rowBytes(tensor.type, rowLength(tensor.shape));
  const wanted = {
    data: rows * row.data,
    scales: rows * row.scales,
    zeroPoints: rows * row.zeroPoints,
  };
  for (const part of ['data', 'scales', 'zeroPoints'] as const) {
    const range = tensor[part];
    if ((range?.bytes ?? 0) !== wanted[part]) {
      throw bad(
        `gives the ${part} of "${name}" ${range?.bytes ?? 0} bytes; ${tensor.type} [${tensor.shape.join(', ')}] takes ${wanted[part]}`,
      );
    }
    if (range && range.offset + range.bytes > end) {
      throw bad(`places "${name}" beyond the end of ${tensor.file}`);
    }
  }
}

function bad(
  what: string,
  whatToDo = 'Fetch the checkpoint again.',
): AssistantError<'bad-data'> {
  return new AssistantError('bad-data', `The manifest ${what}. ${whatToDo}`, {
    path: PATH,
  });
}
