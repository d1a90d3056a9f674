/** @file Writing a file of a checkpoint while hashing it chunk by chunk. */
import { assert, must } from '../base/assert.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { StoredFile } from './manifest.ts';
import type { CheckpointSink, SinkFile } from './sink.ts';

/** Bytes a chunk of a converted checkpoint has; each is verified on its own. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

/** What lies in a file already: whole chunks by their hashes, and the bytes behind them. */
export interface FileBeginning {
  readonly hashes: readonly string[];
  /** Fewer than a chunk. */
  readonly rest: Uint8Array;
}

/** Told of each chunk once it is written. */
export type OnChunk = (index: number, hash: string) => void;

/** Gathers what is written into chunks, and hashes and passes on each full one. */
export class ChunkedFile {
  private readonly file: SinkFile;
  private readonly chunkBytes: number;
  private readonly chunk: Uint8Array;
  private readonly hashes: string[] = [];
  private readonly onChunk: OnChunk | undefined;
  private filled = 0;
  private written = 0;

  private constructor(file: SinkFile, chunkBytes: number, onChunk?: OnChunk) {
    this.file = file;
    this.chunkBytes = chunkBytes;
    this.onChunk = onChunk;
    this.chunk = new Uint8Array(chunkBytes);
  }

  static async create(
    sink: CheckpointSink,
    name: string,
    chunkBytes = CHUNK_BYTES,
  ): Promise<ChunkedFile> {
    return new ChunkedFile(await sink.create(name), chunkBytes);
  }

  /** Goes on in a file that begins with `beginning`; `file` appends behind its whole chunks. */
  static goOn(
    file: SinkFile,
    { hashes, rest }: FileBeginning,
    onChunk: OnChunk,
  ): ChunkedFile {
    const going = new ChunkedFile(file, CHUNK_BYTES, onChunk);
    assert(rest.length < CHUNK_BYTES, 'what follows whole chunks is less than one');
    going.hashes.push(...hashes);
    going.written = hashes.length * CHUNK_BYTES;
    going.chunk.set(rest);
    going.filled = rest.length;
    return going;
  }

  /** Bytes so far: where the next write begins. */
  get position(): number {
    return this.written + this.filled;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const count = Math.min(bytes.length - from, this.chunkBytes - this.filled);
      this.chunk.set(bytes.subarray(from, from + count), this.filled);
      this.filled += count;
      from += count;
      if (this.filled === this.chunkBytes) await this.flush();
    }
  }

  /** Zeros up to `offset`. */
  async padTo(offset: number): Promise<void> {
    assert(
      offset >= this.position,
      `cannot pad from ${this.position} back to ${offset}`,
    );
    await this.write(new Uint8Array(offset - this.position));
  }

  /** Ends the file; what the manifest says about it. */
  async close(): Promise<StoredFile> {
    if (this.filled > 0) await this.flush();
    await this.file.close();
    return { bytes: this.written, chunks: this.hashes };
  }

  /** Lets go of the file as it is. Where somebody notes chunks, what waits is written too. */
  async abandon(): Promise<void> {
    try {
      if (this.filled > 0 && this.onChunk !== undefined) await this.flush();
    } catch {
      // it may be the very thing that went wrong
    }
    await this.file.close().catch(() => {});
  }

  private async flush(): Promise<void> {
    const bytes = this.chunk.subarray(0, this.filled);
    const [hash] = await Promise.all([sha256Hex(bytes), this.file.write(bytes)]);
    this.hashes.push(must(hash, 'a chunk has a hash'));
    this.onChunk?.(this.hashes.length - 1, hash);
    this.written += this.filled;
    this.filled = 0;
  }
}
