/** @file Workers of the page that quantize blocks of rows side by side. */
import { must } from '../base/assert.ts';
import type { TensorBytes } from '../checkpoint/dequantize.ts';
import type { EncodeReply, EncodeRequest } from '../checkpoint/encode-worker.ts';
import type { StoredType } from '../checkpoint/manifest.ts';

interface Waiting {
  readonly resolve: (bytes: TensorBytes) => void;
  readonly reject: (error: Error) => void;
}

/** Blocks go to the workers in turn. The values given are moved, not copied. */
export class EncodePool {
  readonly #workers: readonly Worker[];
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(threads: number) {
    this.#workers = Array.from({ length: threads }, () => this.#start());
  }

  encodeRows(
    type: StoredType,
    columns: number,
    values: Float32Array,
  ): Promise<TensorBytes> {
    const id = ++this.#lastId;
    const worker = must(this.#workers[id % this.#workers.length], 'a pool has threads');
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const request: EncodeRequest = { id, type, columns, values };
      worker.postMessage(request, [values.buffer as ArrayBuffer]);
    });
  }

  dispose(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./encode-thread.ts', import.meta.url), {
      type: 'module',
      name: 'quantizing',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<EncodeReply>) => {
      this.#waiting.get(data.id)?.resolve(data.bytes);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`A quantizing worker stopped: ${message}`));
      }
      this.#waiting.clear();
    });
    return worker;
  }
}
