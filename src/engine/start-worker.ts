/** @file Starts the engine's worker. The bundler finds its script by this very expression. */

export function startEngineWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
}
