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
