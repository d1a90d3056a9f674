/** @file Where a conversion writes: memory, a folder on disk, or OPFS. */

export interface SinkFile {
  /** Appends; the bytes may be reused by the caller once the promise resolves. */
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface CheckpointSink {
  /** An empty file of this name; one that was there is replaced. */
  create(name: string): Promise<SinkFile>;
  /** Makes the file go away; not an error when it is not there. */
  remove(name: string): Promise<void>;
}

/** The place where a conversion writes, when it outlives an interruption. */
export interface KeptWork {
  /** Hashes of the chunks of `file` as they were noted, in order. */
  chunksOf(file: string): readonly string[];
  /** The file as it lies there; undefined when there is none. */
  read(file: string): Promise<Blob | undefined>;
  /** The file cut off behind its first `bytes`, to be written on from there. */
  goOn(file: string, bytes: number): Promise<SinkFile>;
  /** Chunk `index` of `file` is written and has this hash. */
  note(file: string, index: number, hash: string): void;
}

/** Keeps what is written as blobs, by name. */
export class MemorySink implements CheckpointSink {
  readonly files = new Map<string, Blob>();

  async create(name: string): Promise<SinkFile> {
    const parts: Blob[] = [];
    this.files.delete(name);
    return {
      write: async (bytes) => {
        parts.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
      },
      close: async () => {
        this.files.set(name, new Blob(parts));
      },
    };
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}
