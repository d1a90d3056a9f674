/**
 * @file Installed checkpoints: which there are, and their files for an engine.
 *
 * Reading works in page and worker alike; whatever writes is in the weights worker.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import { readJson } from '../checkpoint/read-json.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import {
  lockName,
  MANIFEST_FILE,
  openRoot,
  type Origin,
  readFile,
  readOrigin,
  undefinedWhenMissing,
  withLock,
} from './weights-folder.ts';

/** A checkpoint that was installed completely. */
export interface InstalledCheckpoint {
  readonly id: string;
  readonly manifest: Manifest;
  readonly origin: Origin | undefined;
  readonly sizeBytes: number;
}

/** A folder with a manifest that cannot be read. Shown, never removed unasked. */
export interface DamagedCheckpoint {
  readonly id: string;
  readonly error: AssistantError;
  readonly origin: Origin | undefined;
}

export interface ListedCheckpoints {
  readonly installed: readonly InstalledCheckpoint[];
  readonly damaged: readonly DamagedCheckpoint[];
  readonly unfinished: readonly UnfinishedCheckpoint[];
}

/** A folder without a manifest: work that stopped halfway, or one that runs now. */
export interface UnfinishedCheckpoint {
  readonly id: string;
  readonly origin: Origin | undefined;
  /** How much of it lies here, sooner or later verified. */
  readonly haveBytes: number;
}

/** An installed checkpoint as an engine takes it. */
export interface OpenedWeights {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Blob>;
}

export async function listInstalled(): Promise<ListedCheckpoints> {
  const installed: InstalledCheckpoint[] = [];
  const damaged: DamagedCheckpoint[] = [];
  const unfinished: UnfinishedCheckpoint[] = [];
  for await (const handle of (await openRoot()).values()) {
    if (!(handle instanceof FileSystemDirectoryHandle)) continue;
    const id = handle.name;
    const origin = await readOrigin(handle);
    try {
      const manifest = await readManifestOf(handle);
      if (manifest === undefined) {
        unfinished.push({ id, origin, haveBytes: await bytesIn(handle) });
      } else installed.push({ id, manifest, origin, sizeBytes: sizeOf(manifest) });
    } catch (error) {
      if (!isKind(error, 'bad-data')) throw error;
      damaged.push({ id, error, origin });
    }
  }
  return { installed, damaged, unfinished };
}

/**
 * The manifest and a blob per file, of the size the manifest says.
 *
 * @throws AssistantError 'bad-data' naming a file that is missing or too short
 */
export async function openInstalled(
  id: string,
  sizes: 'right-size' | 'any-size' = 'right-size',
): Promise<OpenedWeights> {
  const folder = await findFolder(id);
  const manifest = folder && (await readManifestOf(folder));
  if (folder === undefined || manifest === undefined) throw notInstalled(id);
  const files = new Map<string, Blob>();
  for (const [name, stored] of Object.entries(manifest.files)) {
    const file = await readFile(folder, name);
    if (sizes === 'right-size' && file?.size !== stored.bytes) {
      throw wrongSize(name, file?.size, stored.bytes);
    }
    if (file !== undefined) files.set(name, file);
  }
  return { manifest, files };
}

/** Removes a checkpoint, installed or not. */
export async function removeInstalled(id: string): Promise<void> {
  await withLock(id, new AbortController().signal, async () => {
    const root = await openRoot();
    const folder = await findFolder(id);
    if (folder === undefined) return;
    await folder.removeEntry(MANIFEST_FILE).catch(() => {}); // first: half of it is none of it
    await root.removeEntry(id, { recursive: true });
  });
}

/**
 * Removes what cannot go on: what nobody knows the origin of, and bundled
 * checkpoints that a newer one overtook. What another tab works on is left alone.
 */
export async function removeDeadWork(): Promise<void> {
  const { installed, unfinished } = await listInstalled();
  const times = installed.flatMap(({ origin }) =>
    origin?.isBundled === true ? [origin.installedMs] : [],
  );
  const newestMs = Math.max(...times);
  const { held = [] } = await navigator.locks.query();
  const busy = new Set(held.map((lock) => lock.name));
  for (const { id, origin } of unfinished) {
    const isOvertaken = origin?.isBundled === true && origin.installedMs < newestMs;
    const isKnown = origin?.url !== undefined || origin?.work !== undefined;
    const canGoOn = isKnown && !isOvertaken;
    if (!canGoOn && !busy.has(lockName(id))) await removeInstalled(id);
  }
}

async function bytesIn(folder: FileSystemDirectoryHandle): Promise<number> {
  let bytes = 0;
  for await (const handle of folder.values()) {
    if (!(handle instanceof FileSystemFileHandle)) continue;
    bytes += (await handle.getFile().catch(() => undefined))?.size ?? 0; // it may go meanwhile
  }
  return bytes;
}

export async function findFolder(
  id: string,
): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await openRoot()).getDirectoryHandle(id);
  } catch (error) {
    return undefinedWhenMissing(error);
  }
}

async function readManifestOf(
  folder: FileSystemDirectoryHandle,
): Promise<Manifest | undefined> {
  const file = await readFile(folder, MANIFEST_FILE);
  return file && readManifest(await readJson(MANIFEST_FILE, file));
}

/** Bytes of all its files. */
export function sizeOf(manifest: Manifest): number {
  return Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
}

function notInstalled(id: string): AssistantError {
  return new AssistantError(
    'bad-data',
    `The checkpoint ${id} is not on this computer any more. Choose or fetch one.`,
    { path: id },
  );
}

function wrongSize(
  name: string,
  has: number | undefined,
  wanted: number,
): AssistantError {
  return new AssistantError(
    'bad-data',
    has === undefined
      ? `${name} is missing. Fetch the checkpoint again.`
      : `${name} is ${has} bytes long, not ${wanted}. Fetch the checkpoint again.`,
    { path: name },
  );
}
