/**
 * @file A conversion in OPFS that can be gone on with: its folder, and the log of
 * the chunks that were written, a line each.
 */
import type { Manifest } from '../checkpoint/manifest.ts';
import type { KeptWork, SinkFile } from '../checkpoint/sink.ts';
import { openSync, OpfsSink, type SyncFile } from './opfs-file.ts';
import { readFile, removeFile } from './weights-folder.ts';

const LOG = 'conversion.log';
const LINE = /^(\S+) (\d+) ([0-9a-f]{64})$/;

export class KeptConversion implements KeptWork {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #sink: OpfsSink;
  readonly #log: SyncFile;
  readonly #hashes: Map<string, string[]>;

  private constructor(
    folder: FileSystemDirectoryHandle,
    log: SyncFile,
    hashes: Map<string, string[]>,
  ) {
    this.#folder = folder;
    this.#sink = new OpfsSink(folder);
    this.#log = log;
    this.#hashes = hashes;
  }

  /**
   * Reads the log of `folder`. Whoever opens it closes it.
   *
   * @param manifest - of a converted checkpoint that is damaged: its hashes count too
   */
  static async open(
    folder: FileSystemDirectoryHandle,
    manifest: Manifest | undefined,
  ): Promise<KeptConversion> {
    const hashes = new Map<string, string[]>();
    for (const [file, { chunks }] of Object.entries(manifest?.files ?? {})) {
      hashes.set(file, [...chunks]);
    }
    const text = (await (await readFile(folder, LOG))?.text()) ?? '';
    for (const line of text.split('\n')) {
      const [, file, index, hash] = LINE.exec(line) ?? [];
      if (file === undefined || hash === undefined) continue;
      const ofFile = hashes.get(file) ?? [];
      ofFile[Number(index)] = hash;
      hashes.set(file, ofFile);
    }
    return new KeptConversion(folder, await openSync(folder, LOG), hashes);
  }

  chunksOf(file: string): readonly string[] {
    return this.#hashes.get(file) ?? [];
  }

  read(file: string): Promise<Blob | undefined> {
    return readFile(this.#folder, file);
  }

  goOn(file: string, bytes: number): Promise<SinkFile> {
    return this.#sink.goOn(file, bytes);
  }

  /** Begins with the end of the line, for a line before it may have been cut off. */
  note(file: string, index: number, hash: string): void {
    const line = new TextEncoder().encode(`\n${file} ${index} ${hash}`);
    this.#log.write(line, { at: this.#log.getSize() });
  }

  close(): void {
    this.#log.close();
  }
}

/** For a conversion that came to its end. */
export function removeLog(folder: FileSystemDirectoryHandle): Promise<void> {
  return removeFile(folder, LOG);
}
