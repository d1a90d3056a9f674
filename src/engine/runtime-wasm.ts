/** @file The CPU runtime: graphs over tensors that live on the wasm heap. */
import { assert, must } from '../base/assert.ts';
import type { ElementType, Graph, GraphValue } from '../onnx/graph.ts';
import { DATA_TYPE, serializeGraph } from '../onnx/serialize.ts';
import {
  allocate,
  allocatePointers,
  allocateString,
  throwLastError,
  type OrtCpuFactory,
  type OrtCpuModule,
} from './ort-cpu-module.ts';
import {
  sizeBytes,
  type Bindings,
  type DeviceTensor,
  type Mount,
  type OrtFiles,
  type Runtime,
  type RuntimeSession,
} from './runtime.ts';

/** GraphOptimizationLevel: all. */
const OPTIMIZE_ALL = 99;
/** Log severity: errors only. */
const LOG_ERRORS = 3;
/** OrtValue on the CPU. */
const LOCATION_CPU = 1;

class HeapTensor implements DeviceTensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly address: number;
  readonly handle: number;
  readonly views: HeapTensor[] = [];

  constructor(
    module: OrtCpuModule,
    type: ElementType,
    shape: readonly number[],
    address: number,
  ) {
    this.type = type;
    this.shape = shape;
    this.address = address;
    const stack = module.stackSave();
    const dims = module.stackAlloc(4 * Math.max(1, shape.length));
    shape.forEach((size, i) => module.setValue(dims + 4 * i, size, 'i32'));
    const bytes = sizeBytes(type, shape);
    this.handle = module._OrtCreateTensor(
      DATA_TYPE[type],
      address,
      bytes,
      dims,
      shape.length,
      LOCATION_CPU,
    );
    module.stackRestore(stack);
    if (this.handle === 0) throwLastError(module, `making a tensor of ${bytes} bytes`);
  }
}

const heap = (tensor: DeviceTensor) =>
  must(
    tensor instanceof HeapTensor ? tensor : undefined,
    'the tensor is on the wasm heap',
  );

/** Beyond a tensor lies another one, or onnxruntime's own memory. */
function assertInside({ type, shape }: DeviceTensor, offset: number, bytes: number) {
  assert(
    offset + bytes <= sizeBytes(type, shape),
    `${bytes} bytes from byte ${offset} on are inside a ${type} tensor [${shape.join(', ')}]`,
  );
}

/** Starts the CPU build with this many threads. */
export async function createWasmRuntime(
  files: OrtFiles,
  threads: number,
): Promise<Runtime> {
  const imported = await files.importCpuModule();
  const wasmBinary = await files.cpuWasmBinary();
  const module = await (imported.default as OrtCpuFactory)({
    numThreads: threads,
    locateFile: (name) => files.baseUrl + name,
    ...(wasmBinary && { wasmBinary }),
  });
  if (module._OrtInit(threads, LOG_ERRORS) !== 0) throwLastError(module, 'starting');
  return new WasmRuntime(module, threads);
}

class WasmRuntime implements Runtime {
  readonly kind = 'wasm';
  readonly floatType = 'f32';
  readonly subgroups = false;
  readonly hasSmallSubgroups = false;
  readonly maxBindingBytes = 2 ** 31;
  readonly lost = new Promise<string>(() => {});
  readonly threads: number;
  readonly description: string;
  readonly #module: OrtCpuModule;
  readonly #runOptions: number;

  constructor(module: OrtCpuModule, threads: number) {
    this.#module = module;
    this.threads = threads;
    this.description = `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    this.#runOptions = module._OrtCreateRunOptions(LOG_ERRORS, 0, false, 0);
  }

  allocate(type: ElementType, shape: readonly number[]): DeviceTensor {
    const bytes = sizeBytes(type, shape);
    const address = allocate(
      this.#module,
      bytes,
      `a ${type} tensor [${shape.join(', ')}]`,
    );
    this.#module.HEAPU8.fill(0, address, address + bytes);
    return new HeapTensor(this.#module, type, shape, address);
  }

  view(tensor: DeviceTensor, shape: readonly number[]): DeviceTensor {
    const { address, views } = heap(tensor);
    const known = views.find((it) => String(it.shape) === String(shape));
    if (known) return known;
    const made = new HeapTensor(this.#module, tensor.type, shape, address);
    views.push(made);
    return made;
  }

  write(tensor: DeviceTensor, data: ArrayBufferView, offsetBytes = 0): void {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    assertInside(tensor, offsetBytes, bytes.byteLength);
    this.#module.HEAPU8.set(bytes, heap(tensor).address + offsetBytes);
  }

  copy(
    from: DeviceTensor,
    fromByte: number,
    to: DeviceTensor,
    toByte: number,
    bytes: number,
  ): void {
    assertInside(from, fromByte, bytes);
    assertInside(to, toByte, bytes);
    const start = heap(from).address + fromByte;
    this.#module.HEAPU8.copyWithin(heap(to).address + toByte, start, start + bytes);
  }

  readAll(tensors: readonly DeviceTensor[]): Promise<ArrayBuffer[]> {
    return Promise.all(tensors.map((tensor) => this.read(tensor)));
  }

  read(tensor: DeviceTensor): Promise<ArrayBuffer> {
    const { address, type, shape } = heap(tensor);
    const copy = new Uint8Array(sizeBytes(type, shape));
    copy.set(this.#module.HEAPU8.subarray(address, address + copy.byteLength));
    return Promise.resolve(copy.buffer);
  }

  free(tensor: DeviceTensor): void {
    const { address, handle, views } = heap(tensor);
    for (const it of [handle, ...views.map((view) => view.handle)]) {
      this.#module._OrtReleaseTensor(it);
    }
    this.#module._free(address);
  }

  async createSession(graph: Graph, mounts: readonly Mount[]): Promise<RuntimeSession> {
    const module = this.#module;
    for (const { location, data } of mounts) {
      module.mountExternalData(location, new Uint8Array(await data.arrayBuffer()));
    }
    const options = module._OrtCreateSessionOptions(
      OPTIMIZE_ALL,
      true,
      true,
      0,
      false,
      0,
      0,
      LOG_ERRORS,
      0,
      0,
    );
    const bytes = serializeGraph(graph);
    const address = allocate(module, bytes.byteLength, 'a graph');
    try {
      module.HEAPU8.set(bytes, address);
      const session = await module._OrtCreateSession(
        address,
        bytes.byteLength,
        options,
      );
      if (session === 0) throwLastError(module, `creating the session "${graph.name}"`);
      return new WasmSession(module, graph, session, this.#runOptions);
    } finally {
      module._free(address);
      module._OrtReleaseSessionOptions(options);
      module.unmountExternalData();
    }
  }

  /** The heap goes when the module does: the worker that holds it is ended, or collects it. */
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

class WasmSession implements RuntimeSession {
  readonly #module: OrtCpuModule;
  readonly #graph: Graph;
  readonly #session: number;
  readonly #runOptions: number;
  readonly #inputNames: number;
  readonly #outputNames: number;
  readonly #owned: number[] = [];

  constructor(module: OrtCpuModule, graph: Graph, session: number, runOptions: number) {
    this.#module = module;
    this.#graph = graph;
    this.#session = session;
    this.#runOptions = runOptions;
    const names = (values: readonly GraphValue[]) => {
      const strings = values.map(({ name }) => allocateString(module, name));
      const pointers = allocatePointers(module, strings);
      this.#owned.push(...strings, pointers);
      return pointers;
    };
    this.#inputNames = names(graph.inputs);
    this.#outputNames = names(graph.outputs);
  }

  async run(bindings: Bindings): Promise<void> {
    const { inputs, outputs, name } = this.#graph;
    const module = this.#module;
    const stack = module.stackSave();
    try {
      const code = await module._OrtRun(
        this.#session,
        this.#inputNames,
        this.#handles(inputs, bindings),
        inputs.length,
        this.#outputNames,
        outputs.length,
        this.#handles(outputs, bindings),
        this.#runOptions,
      );
      if (code !== 0) throwLastError(module, `running "${name}"`);
    } finally {
      module.stackRestore(stack);
    }
  }

  #handles(values: readonly GraphValue[], bindings: Bindings): number {
    const cells = this.#module.stackAlloc(4 * values.length);
    values.forEach(({ name }, i) => {
      const tensor = must(bindings[name], `"${name}" is bound`);
      this.#module.setValue(cells + 4 * i, heap(tensor).handle, '*');
    });
    return cells;
  }

  dispose(): Promise<void> {
    this.#module._OrtReleaseSession(this.#session);
    for (const address of this.#owned) this.#module._free(address);
    return Promise.resolve();
  }
}
