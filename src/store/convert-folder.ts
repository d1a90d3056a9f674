/**
 * @file A Hugging Face folder becomes an installed checkpoint, in the page.
 *
 * Runs in a worker. A conversion that was stopped goes on where it was, when the
 * same folder is converted again: also after a reload or a crash.
 */
import { AssistantError } from '../base/errors.ts';
import { CONVERTER, convertCheckpoint } from '../checkpoint/convert.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import { EncodePool } from './encode-pool.ts';
import { markOfFolder } from './folder-mark.ts';
import { canGoOn, encodeJson, type Installed, requireSame } from './install.ts';
import { KeptConversion, removeLog } from './kept-conversion.ts';
import { OpfsSink, writeFile } from './opfs-file.ts';
import { openInstalled } from './weights.ts';
import type { OnProgress } from './weights-protocol.ts';
import {
  idOfConversion,
  openFolder,
  type Origin,
  ORIGIN_FILE,
  readVerified,
  removeFile,
  removeFolder,
  VERIFIED_FILE,
  withLock,
} from './weights-folder.ts';

export interface Conversion {
  /** For people: the folder's own name. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Blob>;
  /** The unfinished conversion that has to be this one. */
  readonly goesOnWith?: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

const BITS = 'mixed';

/** @throws AssistantError as `convertCheckpoint`, and 'out-of-memory' when the disk is full */
export async function convertFolder(wanted: Conversion): Promise<Installed> {
  const { name, files, signal } = wanted;
  const mark = await markOfFolder(files);
  const id = await idOfConversion(name, [name, mark, BITS, CONVERTER]);
  requireSame(wanted.goesOnWith, id);
  wanted.onProgress({ id, name, file: '', loadedBytes: 0, totalBytes: 0 });
  return withLock(id, signal, async () => {
    const folder = await openFolder(id);
    const manifest = await manifestOf(id);
    const faults = (await readVerified(folder))?.faults ?? 0;
    const isWhole = manifest !== undefined && faults === 0;
    if (!isWhole) await convertInto(folder, id, wanted, manifest);
    return { id, name: manifest?.name ?? name };
  });
}

/** @param damaged - the manifest of what is here, when that is not whole */
async function convertInto(
  folder: FileSystemDirectoryHandle,
  id: string,
  { name, files, signal, onProgress }: Conversion,
  damaged: Manifest | undefined,
): Promise<void> {
  const threads = Math.max(1, navigator.hardwareConcurrency - 1);
  const pool = new EncodePool(threads);
  const kept = await KeptConversion.open(folder, damaged);
  const note = new OriginNote(folder, name);
  try {
    await note.write();
    await removeFile(folder, VERIFIED_FILE);
    await convertCheckpoint(files, new OpfsSink(folder), {
      bits: BITS,
      name,
      signal,
      kept,
      encodeRows: (type, columns, values) => pool.encodeRows(type, columns, values),
      concurrency: threads + 1,
      onProgress: ({ tensor, doneBytes, totalBytes }) => {
        note.tell(totalBytes);
        onProgress({ id, name, file: tensor, loadedBytes: doneBytes, totalBytes });
      },
    });
    kept.close();
    await removeLog(folder);
  } catch (error) {
    kept.close();
    if (!canGoOn(error, signal)) await removeFolder(id);
    throw error;
  } finally {
    pool.dispose();
    await note.written;
  }
}

/** What the list of checkpoints says of a conversion that is not finished. */
class OriginNote {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #name: string;
  #totalBytes: number | undefined;
  /** Never rejects: without the note nothing but a number is missing. */
  written = Promise.resolve();

  constructor(folder: FileSystemDirectoryHandle, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /** Notes how large it will be, the first time it is told. */
  tell(totalBytes: number): void {
    if (this.#totalBytes !== undefined) return;
    this.#totalBytes = totalBytes;
    this.written = this.write().catch(() => {});
  }

  async write(): Promise<void> {
    const totalBytes = this.#totalBytes;
    const origin: Origin = {
      version: 1,
      isBundled: false,
      installedMs: Date.now(),
      name: this.#name,
      ...(totalBytes !== undefined && { totalBytes }),
      work: 'convert',
    };
    await writeFile(this.#folder, ORIGIN_FILE, encodeJson(origin));
  }
}

/** The manifest of the checkpoint that is here; undefined when there is none that can be read. */
async function manifestOf(id: string): Promise<Manifest | undefined> {
  try {
    return (await openInstalled(id, 'any-size')).manifest;
  } catch (error) {
    if (error instanceof AssistantError) return undefined;
    throw error;
  }
}
