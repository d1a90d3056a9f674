/**
 * @file Where checkpoints lie in OPFS.
 *
 *   checkpoints/{id}/origin.json     where it came from; written first
 *   checkpoints/{id}/…               weight files and small files
 *   checkpoints/{id}/manifest.json   written last: with it, the checkpoint is installed
 *   checkpoints/{id}/verified.json   when it was hashed again, and what was found
 *
 * One tab at a time changes a checkpoint: whoever holds the Web Lock of its id.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';

export const MANIFEST_FILE = 'manifest.json';
export const ORIGIN_FILE = 'origin.json';
export const VERIFIED_FILE = 'verified.json';

const ROOT = 'checkpoints';

const origin = v.object({
  version: v.literal(1),
  /** Where the files are fetched from again; undefined for a folder on disk. */
  url: v.exactOptional(v.string()),
  /** True for the checkpoint that comes with the app. */
  isBundled: v.boolean(),
  installedMs: v.number(),
  /** Of what is on its way: its name and size, to say how far it is. */
  name: v.exactOptional(v.string()),
  totalBytes: v.exactOptional(v.number()),
  /** For a folder on disk: what is being made of it. */
  work: v.exactOptional(v.picklist(['import', 'convert'])),
});

export type Origin = v.InferOutput<typeof origin>;

const verified = v.object({
  version: v.literal(1),
  timeMs: v.number(),
  /** How many chunks and files were wrong. */
  faults: v.number(),
});

/** What the last verification found. */
export type Verified = v.InferOutput<typeof verified>;

/** The folder of all checkpoints. */
export async function openRoot(): Promise<FileSystemDirectoryHandle> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(ROOT, { create: true });
  } catch (cause) {
    throw new AssistantError(
      'unsupported',
      'This browser keeps no files for this page. Leave private browsing, or update the browser.',
      { missing: 'OPFS' },
      { cause },
    );
  }
}

export async function openFolder(id: string): Promise<FileSystemDirectoryHandle> {
  return (await openRoot()).getDirectoryHandle(id, { create: true });
}

/** For who holds its lock, after something else went wrong: a second failure is not told. */
export async function removeFolder(id: string): Promise<void> {
  await (await openRoot()).removeEntry(id, { recursive: true }).catch(() => {});
}

/** A file of `folder`; undefined when there is none. */
export async function readFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    return undefinedWhenMissing(error);
  }
}

/** For a failed look-up: `undefined` when nothing was there; any other error is thrown on. */
export function undefinedWhenMissing(error: unknown): undefined {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}

export async function removeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    undefinedWhenMissing(error);
  }
}

/** Where the checkpoint in `folder` came from; undefined when nobody wrote it down. */
export function readOrigin(
  folder: FileSystemDirectoryHandle,
): Promise<Origin | undefined> {
  return readNote(folder, ORIGIN_FILE, origin);
}

/** When the checkpoint in `folder` was hashed again; undefined when it never was since it is here. */
export function readVerified(
  folder: FileSystemDirectoryHandle,
): Promise<Verified | undefined> {
  return readNote(folder, VERIFIED_FILE, verified);
}

async function readNote<S extends v.GenericSchema>(
  folder: FileSystemDirectoryHandle,
  name: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  const text = await (await readFile(folder, name))?.text();
  try {
    return text === undefined ? undefined : v.parse(schema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Same manifest, same id: a second installation of the same checkpoint finds the first. */
export async function idOfManifest(
  name: string,
  manifest: Uint8Array,
): Promise<string> {
  return `${slug(name)}-${(await sha256Hex(manifest)).slice(0, 12)}`;
}

/** A conversion knows its manifest only at its end: same source, same converter, same id. */
export async function idOfConversion(
  name: string,
  source: readonly string[],
): Promise<string> {
  const mark = new TextEncoder().encode(JSON.stringify(source));
  return `converted-${slug(name)}-${(await sha256Hex(mark)).slice(0, 12)}`;
}

function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 40) || 'checkpoint';
}

export function lockName(id: string): string {
  return `checkpoint:${id}`;
}

/** Runs `work` while no other tab changes checkpoint `id`; waits for its turn. */
export async function withLock<T>(
  id: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  let isStarted = false;
  try {
    return await navigator.locks.request(lockName(id), { signal }, () => {
      isStarted = true;
      return work();
    });
  } catch (error) {
    throw isStarted || !signal.aborted ? error : stopped();
  }
}

export function stopped(): AssistantError {
  return new AssistantError('aborted', 'This was stopped.', { by: 'person' });
}
