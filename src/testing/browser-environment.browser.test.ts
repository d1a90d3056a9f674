/** @file The browser that the other browser tests rely on. */
import { expect, test } from 'vitest';

test('the page is cross-origin isolated, so wasm may have threads', () => {
  expect(crossOriginIsolated).toBe(true);
  expect(new SharedArrayBuffer(8).byteLength).toBe(8);
});

test('there is a WebGPU adapter, of software if need be', async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter?.requestDevice();
  expect(device?.limits.maxStorageBufferBindingSize).toBeGreaterThanOrEqual(2 ** 27);
  device?.destroy();
});

test('the runtime lies at /ort/, ready to be compiled while it streams', async () => {
  const response = await fetch('/ort/ort-wasm-simd-threaded.wasm');
  const module = await WebAssembly.compileStreaming(response);
  expect(WebAssembly.Module.exports(module).length).toBeGreaterThan(0);
});

test('a module worker is isolated too', async () => {
  const worker = new Worker(new URL('./isolated-worker.ts', import.meta.url), {
    type: 'module',
  });
  const answer = await new Promise((heard, failed) => {
    worker.addEventListener('message', (event) => heard(event.data));
    worker.addEventListener('error', () =>
      failed(new Error('The worker did not start.')),
    );
  });
  worker.terminate();
  expect(answer).toBe(true);
});
