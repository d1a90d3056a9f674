/** @file Where an installation gets its bytes: the network, or a folder on disk. */
import { AssistantError } from '../base/errors.ts';

export interface ChunkSource {
  /** The whole manifest, as bytes. */
  readManifest(signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Bytes [from, to) of a file in pieces of any size. A source that ends early
   * throws or just ends; who reads counts.
   *
   * @param size - of the whole file
   */
  read(span: FileSpan, signal: AbortSignal): AsyncIterable<Uint8Array>;
}

export interface FileSpan {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** Bytes of the whole file. */
  readonly size: number;
}

const PIECE_BYTES = 1024 * 1024;

/** A converted checkpoint in a folder that a person picked. */
export class FolderSource implements ChunkSource {
  readonly #files: ReadonlyMap<string, Blob>;

  constructor(files: ReadonlyMap<string, Blob>) {
    this.#files = files;
  }

  async readManifest(): Promise<Uint8Array> {
    return new Uint8Array(await this.#file('manifest.json').arrayBuffer());
  }

  async *read({ file, from, to, size }: FileSpan): AsyncGenerator<Uint8Array> {
    const blob = this.#file(file);
    if (blob.size !== size) throw wrongSize(file, blob.size, size);
    for (let at = from; at < to; at += PIECE_BYTES) {
      const piece = blob.slice(at, Math.min(to, at + PIECE_BYTES));
      yield new Uint8Array(await piece.arrayBuffer());
    }
  }

  #file(name: string): Blob {
    const blob = this.#files.get(name);
    if (blob !== undefined) return blob;
    throw new AssistantError(
      'bad-input',
      `The folder has no ${name}. Pick the folder that the conversion wrote.`,
      { what: 'folder' },
    );
  }
}

function wrongSize(file: string, has: number, wanted: number): AssistantError {
  return new AssistantError(
    'bad-data',
    `${file} is ${has} bytes long, not ${wanted}. Copy or convert the folder again.`,
    { path: file },
  );
}
