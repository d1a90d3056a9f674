/** @file Stretching a passphrase beside the page, in a worker that ends with it, memory and all. */
import type { Stretch } from './argon2.ts';

export const stretchInWorker: Stretch = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2-thread.ts', import.meta.url), {
      type: 'module',
      name: 'passphrase',
    });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
        worker.terminate();
        resolve(data);
      },
    );
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(new Error(`The passphrase could not be stretched: ${message}`));
    });
    worker.postMessage(request);
  });
