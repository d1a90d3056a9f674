/**
 * @file The temporary file of a backup. A worker writes it in place, which only
 * workers can, so that what is written is there after a crash.
 */
import { fromErrorRecord } from '../base/errors.ts';
import type { BackupFile } from './backup-target.ts';
import type { BackupRequest, BackupReply } from './backup-thread.ts';

export class TemporaryFile implements BackupFile {
  readonly #worker = new Worker(new URL('./backup-thread.ts', import.meta.url), {
    type: 'module',
    name: 'backup',
  });

  static async open(sizeBytes: number): Promise<TemporaryFile> {
    const file = new TemporaryFile();
    await file.#ask({ kind: 'open', sizeBytes });
    return file;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#ask({ kind: 'write', bytes });
  }

  async flush(): Promise<boolean> {
    await this.#ask({ kind: 'flush' });
    return true;
  }

  async close(): Promise<void> {
    await this.#ask({ kind: 'close' });
    this.#worker.terminate();
  }

  discard(): Promise<void> {
    return this.close();
  }

  /** One at a time: who writes waits for the answer. */
  #ask(request: BackupRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      const { signal } = listening;
      const fail = (error: Error) => {
        listening.abort();
        this.#worker.terminate(); // and lets go of the file
        reject(error);
      };
      this.#worker.addEventListener(
        'message',
        ({ data }: MessageEvent<BackupReply>) => {
          if (data.error !== undefined) return fail(fromErrorRecord(data.error));
          listening.abort();
          resolve();
        },
        { signal },
      );
      this.#worker.addEventListener(
        'error',
        ({ message }) => fail(new Error(`The backup could not be written: ${message}`)),
        { signal },
      );
      this.#worker.postMessage(request);
    });
  }
}
