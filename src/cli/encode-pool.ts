/** @file Worker threads that quantize blocks of rows side by side. */
import { Worker } from 'node:worker_threads';
import { must } from '../base/assert.ts';
import type { TensorBytes } from '../checkpoint/dequantize.ts';
import type { EncodeReply, EncodeRequest } from '../checkpoint/encode-worker.ts';
import type { StoredType } from '../checkpoint/manifest.ts';

interface Waiting {
  readonly resolve: (bytes: TensorBytes) => void;
  readonly reject: (error: Error) => void;
}

/** Requests go to the threads in turn. The values given are moved, not copied. */
export class EncodePool {
  private readonly workers: readonly Worker[];
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 0;

  constructor(threads: number) {
    this.workers = Array.from({ length: threads }, () => this.start());
  }

  async encodeRows(
    type: StoredType,
    columns: number,
    values: Float32Array,
  ): Promise<TensorBytes> {
    const id = this.nextId++;
    const worker = must(this.workers[id % this.workers.length], 'the pool has threads');
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const request: EncodeRequest = { id, type, columns, values };
      worker.postMessage(request, [values.buffer as ArrayBuffer]);
    });
  }

  async dispose(): Promise<void> {
    await Promise.all(this.workers.map(async (worker) => worker.terminate()));
  }

  private start(): Worker {
    const worker = new Worker(new URL('./encode-thread.ts', import.meta.url));
    worker.on('message', ({ id, bytes }: EncodeReply) => {
      this.waiting.get(id)?.resolve(bytes);
      this.waiting.delete(id);
    });
    worker.on('error', (error: Error) => {
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    });
    return worker;
  }
}
