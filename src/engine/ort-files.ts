/** @file Where the page finds onnxruntime's files: served by the app itself, never from elsewhere. */
import type { OrtFiles } from './runtime.ts';

/** The folder `ort/` beside the app. */
export function browserOrtFiles(): OrtFiles {
  const baseUrl = new URL(`${import.meta.env.BASE_URL}ort/`, globalThis.location.origin)
    .href;
  return {
    baseUrl,
    importCpuModule: () =>
      import(/* @vite-ignore */ `${baseUrl}ort-wasm-simd-threaded.mjs`),
    cpuWasmBinary: () => Promise.resolve(undefined),
  };
}
