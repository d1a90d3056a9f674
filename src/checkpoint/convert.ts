/**
 * @file Conversion: a checkpoint as it was downloaded becomes weight files that
 * sessions can mount, with a manifest.
 *
 * What is stored where is decided before the first weight is read; then files
 * are written from beginning to end, and the manifest last, so that a folder
 * with a manifest is complete.
 */
import { ChunkedFile, CHUNK_BYTES } from './chunked-file.ts';
import { checkSource } from './check-source.ts';
import type { ConvertOptions } from './convert-options.ts';
import { layOutFiles, type FileLayout } from './file-layout.ts';
import { type BegunFile, findBegun, type TellPosition } from './kept-work.ts';
import {
  MANIFEST_FORMAT,
  MANIFEST_VERSION,
  type Manifest,
  type StoredFile,
  type StoredTensor,
} from './manifest.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import type { OpenedCheckpoint } from './opened-checkpoint.ts';
import { quantizeRows } from './quantize.ts';
import { quantizationName } from './recipe.ts';
import { jsonBlob } from './read-json.ts';
import type { CheckpointSink } from './sink.ts';
import { planStorage, QUERY_SCALE_LOG2 } from './storage-plan.ts';
import { writeTensor, type TensorWriter } from './write-tensor.ts';

/** Changes when the same source would give other bytes. */
export const CONVERTER = 'pulsemind-browser 1';
const MANIFEST = 'manifest.json';
const DEFAULT_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Converts a checkpoint folder into `sink`.
 *
 * @param files - by name in the folder
 * @throws AssistantError 'bad-input' or 'bad-data' that says what is wrong with
 *   the source; whatever the signal was aborted with
 */
export async function convertCheckpoint(
  files: ReadonlyMap<string, Blob>,
  sink: CheckpointSink,
  options: ConvertOptions,
): Promise<Manifest> {
  return convertOpened(await openCheckpoint(files, options.folder), sink, options);
}

/** Converts what `openCheckpoint` opened, or anything of that form. */
export async function convertOpened(
  opened: OpenedCheckpoint,
  sink: CheckpointSink,
  options: ConvertOptions,
): Promise<Manifest> {
  const plan = planStorage(opened.config, {
    bits: options.bits,
    typeOf: options.typeOf,
  });
  checkSource(opened.tensors, plan);
  const layout = layOutFiles(plan, options.maxFileBytes ?? DEFAULT_FILE_BYTES);
  await sink.remove(MANIFEST);
  const files: Record<string, StoredFile> = {};
  for (const [name, blob] of opened.smallFiles) {
    files[name] = await copyFile(sink, name, blob);
  }
  Object.assign(files, await writeWeights(opened, sink, options, layout));
  const manifest = describe(opened, options, layout, files);
  options.signal?.throwIfAborted();
  await copyFile(sink, MANIFEST, jsonBlob(manifest));
  return manifest;
}

async function copyFile(
  sink: CheckpointSink,
  name: string,
  blob: Blob,
): Promise<StoredFile> {
  const file = await ChunkedFile.create(sink, name);
  for (let from = 0; from < blob.size; from += CHUNK_BYTES) {
    await file.write(
      new Uint8Array(await blob.slice(from, from + CHUNK_BYTES).arrayBuffer()),
    );
  }
  return file.close();
}

async function writeWeights(
  opened: OpenedCheckpoint,
  sink: CheckpointSink,
  options: ConvertOptions,
  layout: readonly FileLayout[],
): Promise<Record<string, StoredFile>> {
  const writer: TensorWriter = {
    source: opened.tensors,
    encodeRows: options.encodeRows ?? (async (...block) => quantizeRows(...block)),
    concurrency: options.concurrency ?? 1,
    signal: options.signal,
  };
  const totalBytes = layout.reduce((sum, file) => sum + file.bytes, 0);
  const files: Record<string, StoredFile> = {};
  let doneBytes = 0;
  for (const file of layout) {
    const from = doneBytes;
    const tell: TellPosition = (tensor, position) =>
      options.onProgress?.({ tensor, doneBytes: from + position, totalBytes });
    const begun = options.kept && (await findBegun(options.kept, file, writer, tell));
    files[file.group.file] =
      begun?.kind === 'whole'
        ? begun.stored
        : await writeWeightFile(
            writer,
            file,
            begun ?? (await fromTheBeginning(sink, file)),
            tell,
          );
    doneBytes += file.bytes;
    tell(file.tensors.at(-1)?.planned.name ?? '', file.bytes);
  }
  return files;
}

async function fromTheBeginning(
  sink: CheckpointSink,
  { group }: FileLayout,
): Promise<BegunFile> {
  return {
    kind: 'begun',
    file: await ChunkedFile.create(sink, group.file),
    nextTensor: 0,
  };
}

async function writeWeightFile(
  writer: TensorWriter,
  { tensors }: FileLayout,
  { file, nextTensor }: BegunFile,
  tell: TellPosition,
): Promise<StoredFile> {
  try {
    for (const { planned, stored } of tensors.slice(nextTensor)) {
      tell(planned.name, file.position);
      await writeTensor(writer, file, planned, stored);
    }
    return await file.close();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

function describe(
  opened: OpenedCheckpoint,
  options: ConvertOptions,
  layout: readonly FileLayout[],
  files: Record<string, StoredFile>,
): Manifest {
  const tensors: Record<string, StoredTensor> = {};
  for (const file of layout) {
    for (const { planned, stored } of file.tensors) tensors[planned.name] = stored;
  }
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    name: options.name ?? opened.name,
    config: opened.config,
    quantization: quantizationName(options.bits),
    queryScaleLog2: QUERY_SCALE_LOG2,
    understandsImages: options.understandsImages ?? opened.config.vision.depth > 0,
    ...(options.isDemonstration === true && { isDemonstration: true }),
    ...(options.languages && { languages: options.languages }),
    source: options.source ?? { description: opened.description },
    licence: options.licence ?? opened.licence,
    converter: CONVERTER,
    chunkBytes: CHUNK_BYTES,
    files,
    groups: layout.map((file) => file.group),
    tensors,
    adapters: [],
  };
}
