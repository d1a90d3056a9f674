/**
 * @file Bringing a checkpoint into OPFS: fetched or copied, always verified.
 *
 * Runs in a worker. An installation that was interrupted goes on where it was,
 * and a repair is the same thing over a damaged one.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import { readJson } from '../checkpoint/read-json.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { ChunkSource } from './chunk-source.ts';
import { fillFile } from './fill-file.ts';
import { openSync, writeFile } from './opfs-file.ts';
import type { OnProgress } from './weights-protocol.ts';
import {
  idOfManifest,
  MANIFEST_FILE,
  openFolder,
  type Origin,
  ORIGIN_FILE,
  readFile,
  readVerified,
  removeFile,
  removeFolder,
  VERIFIED_FILE,
  withLock,
} from './weights-folder.ts';
import { sizeOf } from './weights.ts';

export interface Installation {
  readonly source: ChunkSource;
  readonly origin: Origin;
  /** Hashes what is installed already, instead of trusting that it is whole unless it was found damaged. */
  readonly isRepair: boolean;
  /** For a folder: the id it has to have. */
  readonly goesOnWith?: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly retryMs?: number;
}

export interface Installed {
  readonly id: string;
  readonly name: string;
}

const RETRY_MS = 1000;

/**
 * Installs what `source` offers, and gives its id.
 *
 * @throws AssistantError as `fillFile`, and 'bad-data' for a manifest that cannot be read
 */
export async function installCheckpoint(wanted: Installation): Promise<Installed> {
  const { source, signal } = wanted;
  const bytes = await source.readManifest(signal);
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const manifest = readManifest(await readJson(MANIFEST_FILE, blob));
  const id = await idOfManifest(manifest.name, bytes);
  requireSame(wanted.goesOnWith, id);
  wanted.onProgress({
    id,
    name: manifest.name,
    file: '',
    loadedBytes: 0,
    totalBytes: 0,
  });
  await withLock(id, signal, async () => {
    const folder = await openFolder(id);
    const isWhole = !wanted.isRepair && (await isInstalled(folder, bytes));
    if (isWhole && ((await readVerified(folder))?.faults ?? 0) === 0) return;
    await removeFile(folder, MANIFEST_FILE);
    const totalBytes = sizeOf(manifest);
    const origin = { ...wanted.origin, name: manifest.name, totalBytes };
    await writeFile(folder, ORIGIN_FILE, encodeJson(origin));
    await removeFile(folder, VERIFIED_FILE); // every chunk is hashed now
    try {
      await fillFolder(wanted, id, manifest, folder);
    } catch (error) {
      if (wanted.origin.url === undefined && !canGoOn(error, signal)) {
        await removeFolder(id); // nobody could go on
      }
      throw error;
    }
    await writeFile(folder, MANIFEST_FILE, bytes);
  });
  return { id, name: manifest.name };
}

/** True when `folder` holds this very manifest, which is written last. */
async function isInstalled(
  folder: FileSystemDirectoryHandle,
  manifest: Uint8Array,
): Promise<boolean> {
  const kept = await readFile(folder, MANIFEST_FILE);
  if (kept?.size !== manifest.length) return false;
  const bytes = new Uint8Array(await kept.arrayBuffer());
  return bytes.every((byte, index) => byte === manifest[index]);
}

async function fillFolder(
  { source, signal, onProgress, retryMs = RETRY_MS }: Installation,
  id: string,
  manifest: Manifest,
  folder: FileSystemDirectoryHandle,
): Promise<void> {
  const files = Object.entries(manifest.files);
  const totalBytes = sizeOf(manifest);
  let doneBytes = 0;
  for (const [name, stored] of files) {
    const target = await openSync(folder, name);
    try {
      await fillFile({
        name,
        stored,
        chunkBytes: manifest.chunkBytes,
        source,
        target,
        signal,
        retryMs,
        onProgress: (haveBytes) =>
          onProgress({
            id,
            name: manifest.name,
            file: name,
            loadedBytes: doneBytes + haveBytes,
            totalBytes,
          }),
      });
    } finally {
      target.close();
    }
    doneBytes += stored.bytes;
  }
}

/** True after a stop, and when there was no room: what is here is good. */
export function canGoOn(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted || isKind(error, 'out-of-memory');
}

/** @throws AssistantError 'bad-input' when what was picked is not what was begun */
export function requireSame(wanted: string | undefined, id: string): void {
  if (wanted === undefined || wanted === id) return;
  throw new AssistantError(
    'bad-input',
    'This is not the folder that was begun with, or it has changed since. Pick that folder, or remove what is unfinished and begin anew.',
    { what: 'other-folder' },
  );
}

export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
