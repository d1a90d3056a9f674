/** @file A folder on disk as the place a conversion writes to. */
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointSink, SinkFile } from '../checkpoint/sink.ts';

/** Writes into `folder`, which is made when it is not there. */
export class FolderSink implements CheckpointSink {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async create(name: string): Promise<SinkFile> {
    await mkdir(this.folder, { recursive: true });
    const file = await open(join(this.folder, name), 'w');
    return {
      write: async (bytes) => {
        await file.writeFile(bytes);
      },
      close: async () => file.close(),
    };
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}
