/** @file Files of OPFS, written in a worker: the only place that has synchronous handles. */
import { AssistantError } from '../base/errors.ts';
import type { CheckpointSink, SinkFile } from '../checkpoint/sink.ts';
import type { RandomAccessFile } from './fill-file.ts';
import { removeFile } from './weights-folder.ts';

/** A synchronous handle; the DOM's types know it only in workers. */
export interface SyncFile extends RandomAccessFile {
  close(): void;
}

/** The file to read and write at any place; whoever opens it closes it. */
export async function openSync(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<SyncFile> {
  const handle = await folder.getFileHandle(name, { create: true });
  return (handle as unknown as WorkerFileHandle).createSyncAccessHandle();
}

interface WorkerFileHandle {
  createSyncAccessHandle(): Promise<SyncFile>;
}

/** Replaces a small file as a whole. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const sink = await new OpfsSink(folder).create(name);
  await sink.write(bytes);
  await sink.close();
}

/** Where a conversion in the page writes: a folder of OPFS. */
export class OpfsSink implements CheckpointSink {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  create(name: string): Promise<SinkFile> {
    return this.goOn(name, 0);
  }

  /** The file cut off behind its first `bytes`, to be written on from there. */
  async goOn(name: string, bytes: number): Promise<SinkFile> {
    const handle = await openSync(this.#folder, name);
    handle.truncate(bytes);
    let at = bytes;
    return {
      write: async (piece) => {
        at += writeAll(handle, piece, at, name);
      },
      close: async () => {
        handle.flush();
        handle.close();
      },
    };
  }

  remove(name: string): Promise<void> {
    return removeFile(this.#folder, name);
  }
}

export function writeAll(
  handle: SyncFile,
  bytes: Uint8Array,
  at: number,
  name: string,
): number {
  let cause: unknown;
  try {
    const own = bytes as Uint8Array<ArrayBuffer>;
    if (handle.write(own, { at }) === bytes.length) return bytes.length;
  } catch (error) {
    cause = error;
    if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) {
      handle.close();
      throw error;
    }
  }
  handle.close();
  throw new AssistantError(
    'out-of-memory',
    `The disk space for this page is used up at ${name}. Free space or remove a checkpoint, then try again.`,
    { where: 'disk', neededBytes: bytes.length },
    { cause },
  );
}
