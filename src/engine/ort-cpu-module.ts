/**
 * @file onnxruntime's CPU build, through its C functions.
 *
 * The JavaScript wrapper copies every input into the wasm heap and every output
 * out of it at every call, which for a KV cache of thousands of positions costs
 * more than the model. Here tensors live on the heap and are bound by address.
 */
import { AssistantError } from '../base/errors.ts';

/** The functions of the Emscripten module that we call (onnxruntime-web 1.30). */
export interface OrtCpuModule {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  stackSave(): number;
  stackRestore(stack: number): void;
  stackAlloc(bytes: number): number;
  setValue(address: number, value: number, type: 'i32' | '*'): void;
  getValue(address: number, type: 'i32' | '*'): number;
  UTF8ToString(address: number): string;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, address: number, bytes: number): void;
  mountExternalData(path: string, data: Uint8Array): void;
  unmountExternalData(): void;
  _OrtInit(threads: number, logLevel: number): number;
  _OrtGetLastError(code: number, message: number): number;
  _OrtCreateSessionOptions(
    optimizationLevel: number,
    cpuArena: boolean,
    memoryPattern: boolean,
    executionMode: number,
    profiling: boolean,
    profilePrefix: number,
    logId: number,
    logSeverity: number,
    logVerbosity: number,
    optimizedPath: number,
  ): number;
  _OrtReleaseSessionOptions(options: number): number;
  _OrtAddSessionConfigEntry(options: number, key: number, value: number): number;
  _OrtCreateSession(
    data: number,
    bytes: number,
    options: number,
  ): Promise<number> | number;
  _OrtReleaseSession(session: number): number;
  _OrtCreateRunOptions(
    severity: number,
    verbosity: number,
    terminate: boolean,
    tag: number,
  ): number;
  _OrtCreateTensor(
    type: number,
    data: number,
    bytes: number,
    dims: number,
    rank: number,
    location: number,
  ): number;
  _OrtReleaseTensor(tensor: number): number;
  _OrtRun(
    session: number,
    inputNames: number,
    inputs: number,
    inputCount: number,
    outputNames: number,
    outputCount: number,
    outputs: number,
    options: number,
  ): Promise<number> | number;
}

export type OrtCpuFactory = (config: {
  numThreads: number;
  wasmBinary?: ArrayBuffer;
  locateFile: (name: string) => string;
}) => Promise<OrtCpuModule>;

/** Throws what onnxruntime last complained about. */
export function throwLastError(module: OrtCpuModule, doing: string): never {
  const stack = module.stackSave();
  const cells = module.stackAlloc(8);
  module._OrtGetLastError(cells, cells + 4);
  const text = module.UTF8ToString(module.getValue(cells + 4, '*'));
  module.stackRestore(stack);
  if (/alloc|memory/i.test(text)) {
    throw new AssistantError(
      'out-of-memory',
      `The memory of the CPU runtime ran out while ${doing} (${text}). Choose a smaller checkpoint or a shorter context.`,
      { where: 'wasm' },
    );
  }
  throw new Error(`onnxruntime failed while ${doing}: ${text}`);
}

/** A 32-bit heap: a larger size would be taken for what is left of it after a wrap. */
const HEAP_BYTES = 2 ** 32;

/** Memory on the wasm heap; throws `out-of-memory` when there is none left. */
export function allocate(module: OrtCpuModule, bytes: number, what: string): number {
  const address = bytes < HEAP_BYTES ? module._malloc(Math.max(bytes, 16)) : 0;
  if (address === 0) {
    throw new AssistantError(
      'out-of-memory',
      `The CPU runtime has no ${Math.ceil(bytes / 1e6)} MB left for ${what}: its heap ends at 4 GB. Choose a smaller checkpoint or a shorter context.`,
      { where: 'wasm', neededBytes: bytes },
    );
  }
  return address;
}

/** A C string on the heap; the caller frees it. */
export function allocateString(module: OrtCpuModule, text: string): number {
  const bytes = module.lengthBytesUTF8(text) + 1;
  const address = allocate(module, bytes, 'a name');
  module.stringToUTF8(text, address, bytes);
  return address;
}

/** An array of addresses on the heap; the caller frees it. */
export function allocatePointers(
  module: OrtCpuModule,
  values: readonly number[],
): number {
  const address = allocate(module, values.length * 4, 'names');
  values.forEach((value, i) => module.setValue(address + 4 * i, value, '*'));
  return address;
}
