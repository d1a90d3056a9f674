/** @file Starts the thread that reads files. The bundler finds its script by this very expression. */

export function startPictureThread(): Worker {
  return new Worker(new URL('./picture-thread.ts', import.meta.url), {
    type: 'module',
    name: 'pictures',
  });
}
