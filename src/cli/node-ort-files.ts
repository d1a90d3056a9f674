/** @file onnxruntime's CPU build as Node finds it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { OrtFiles } from '../engine/runtime.ts';

const require = createRequire(import.meta.url);
const NAME = 'onnxruntime-web/ort-wasm-simd-threaded';

export const nodeOrtFiles: OrtFiles = {
  baseUrl: '',
  importCpuModule: () =>
    import(/* @vite-ignore */ pathToFileURL(require.resolve(`${NAME}.mjs`)).href),
  async cpuWasmBinary() {
    const bytes = await readFile(require.resolve(`${NAME}.wasm`));
    return new Uint8Array(bytes).buffer;
  },
};
