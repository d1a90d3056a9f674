/** @file The WebGPU runtime: onnxruntime-web's sessions over buffers that we own. */
import type * as Ort from 'onnxruntime-web/webgpu';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import type { ElementType, Graph } from '../onnx/graph.ts';
import { serializeGraph } from '../onnx/serialize.ts';
import type { FloatType, RuntimeKind } from './engine.ts';
import { describeInfo, isSoftware } from './gpu-adapter.ts';
import { multiplyByRows } from './row-products.ts';
import {
  sizeBytes,
  type Bindings,
  type DeviceTensor,
  type Mount,
  type OrtFiles,
  type Runtime,
  type RuntimeSession,
} from './runtime.ts';

const ORT_TYPE = {
  f32: 'float32',
  f16: 'float16',
  i32: 'int32',
  i64: 'int64',
  i8: 'int8',
  u8: 'uint8',
  bool: 'bool',
} as const;

export interface WebGpuOptions {
  readonly kind: Exclude<RuntimeKind, 'wasm'>;
  readonly floatType: FloatType;
  /** Subgroups are fast, and wrong on adapters with small ones (see the self-check). */
  readonly subgroups: boolean;
  /**
   * How quantized matrices of one row are multiplied: onnxruntime's `tiles`, or the
   * `rows` of row-products.ts; left out, whichever is faster on the adapter.
   */
  readonly products?: 'tiles' | 'rows';
}

class GpuTensor implements DeviceTensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly buffer: GPUBuffer;
  readonly ort: Ort.Tensor;
  readonly views = new Map<string, GpuTensor>();

  constructor(
    ort: typeof Ort,
    type: ElementType,
    shape: readonly number[],
    buffer: GPUBuffer,
  ) {
    this.type = type;
    this.shape = shape;
    this.buffer = buffer;
    // i64 and bool buffers are made by ONNX operators too; the type list of the wrapper is narrower
    this.ort = ort.Tensor.fromGpuBuffer(buffer, {
      dataType: ORT_TYPE[type] as Ort.Tensor.GpuBufferDataTypes,
      dims: shape,
    });
  }
}

/** Small integers that onnxruntime reads on the CPU while it plans a run. */
class HostTensor implements DeviceTensor {
  readonly type = 'i32';
  readonly shape: readonly number[];
  readonly values: Int32Array;
  readonly ort: Ort.Tensor;

  constructor(ort: typeof Ort, shape: readonly number[]) {
    this.shape = shape;
    this.values = new Int32Array(sizeBytes('i32', shape) / 4);
    this.ort = new ort.Tensor('int32', this.values, shape);
  }
}

const gpu = (tensor: DeviceTensor) =>
  must(tensor instanceof GpuTensor ? tensor : undefined, 'the tensor is on the GPU');

const ortOf = (tensor: DeviceTensor) =>
  tensor instanceof HostTensor ? tensor.ort : gpu(tensor).ort;

/** One call at a time: onnxruntime-web throws or hangs when two overlap. */
class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => {});
    return result;
  }
}

const mutex = new Mutex();

/**
 * Opens a GPU device and onnxruntime on it.
 *
 * @throws AssistantError `unsupported` when the browser has no WebGPU adapter,
 *   no JSPI for the JSPI build, or the adapter has no f16
 */
export async function createWebGpuRuntime(
  files: OrtFiles,
  options: WebGpuOptions,
): Promise<Runtime> {
  const adapter = await requestAdapter();
  if (options.floatType === 'f16' && !adapter.features.has('shader-f16')) {
    throw new AssistantError(
      'unsupported',
      'This GPU does not compute in half precision.',
      {
        missing: 'shader-f16',
      },
    );
  }
  const device = await requestDevice(adapter, options);
  const products = options.products ?? (isSoftware(adapter.info) ? 'rows' : 'tiles');
  if (products === 'rows') multiplyByRows(device);
  const ort = await importOrt(options.kind);
  ort.env.wasm.wasmPaths = files.baseUrl;
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return new WebGpuRuntime(ort, device, adapter.info, options);
}

async function requestAdapter(): Promise<GPUAdapter> {
  const adapter = await globalThis.navigator?.gpu?.requestAdapter({
    powerPreference: 'high-performance',
  });
  if (adapter) return adapter;
  throw new AssistantError('unsupported', 'This browser offers no WebGPU device.', {
    missing: 'webgpu',
  });
}

const WANTED_LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBuffersPerShaderStage',
] as const;

async function requestDevice(
  adapter: GPUAdapter,
  options: WebGpuOptions,
): Promise<GPUDevice> {
  const wanted = [
    ...(options.floatType === 'f16' ? ['shader-f16'] : []),
    ...(options.subgroups ? ['subgroups', 'subgroup-size-control'] : []),
  ];
  const requiredFeatures = wanted.filter((it) =>
    adapter.features.has(it),
  ) as GPUFeatureName[];
  const requiredLimits = Object.fromEntries(
    WANTED_LIMITS.map((name) => [name, adapter.limits[name]]),
  );
  return adapter.requestDevice({ requiredFeatures, requiredLimits });
}

async function importOrt(kind: WebGpuOptions['kind']): Promise<typeof Ort> {
  if (kind === 'webgpu-asyncify') return import('onnxruntime-web/webgpu');
  if (!('Suspending' in WebAssembly)) {
    throw new AssistantError(
      'unsupported',
      'This browser cannot suspend WebAssembly (JSPI).',
      {
        missing: 'jspi',
      },
    );
  }
  return import('onnxruntime-web/jspi');
}

class WebGpuRuntime implements Runtime {
  readonly kind: RuntimeKind;
  readonly floatType: FloatType;
  readonly threads = 1;
  readonly subgroups: boolean;
  readonly hasSmallSubgroups: boolean;
  readonly description: string;
  readonly maxBindingBytes: number;
  readonly lost: Promise<string>;
  readonly #ort: typeof Ort;
  readonly #device: GPUDevice;
  readonly #staging = new Map<number, GPUBuffer>();
  #failure: AssistantError | undefined;

  constructor(
    ort: typeof Ort,
    device: GPUDevice,
    info: GPUAdapterInfo,
    options: WebGpuOptions,
  ) {
    this.kind = options.kind;
    this.floatType = options.floatType;
    this.subgroups = device.features.has('subgroups');
    this.hasSmallSubgroups = (info.subgroupMinSize ?? 16) < 16;
    this.description = describeInfo(info);
    this.maxBindingBytes = device.limits.maxStorageBufferBindingSize;
    this.#ort = ort;
    this.#device = device;
    this.lost = new Promise((resolve) => {
      void device.lost.then(({ reason, message }) => {
        if (reason === 'destroyed') return;
        this.#failure = deviceLost(message);
        resolve(message);
      });
    });
    device.addEventListener('uncapturederror', ({ error }) => {
      this.#failure ??= readGpuError(error);
    });
  }

  allocate(
    type: ElementType,
    shape: readonly number[],
    place: 'device' | 'host' = 'device',
  ): DeviceTensor {
    if (place === 'host') return new HostTensor(this.#ort, shape);
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const size = Math.ceil(sizeBytes(type, shape) / 16) * 16;
    if (size > this.#device.limits.maxBufferSize) throw outOfGpuMemory(size);
    const buffer = this.#device.createBuffer({
      size,
      usage: STORAGE | COPY_SRC | COPY_DST,
    });
    return new GpuTensor(this.#ort, type, shape, buffer);
  }

  view(tensor: DeviceTensor, shape: readonly number[]): DeviceTensor {
    const { views, buffer, type } = gpu(tensor);
    const key = String(shape);
    const known = views.get(key);
    if (known) return known;
    const made = new GpuTensor(this.#ort, type, shape, buffer);
    views.set(key, made);
    return made;
  }

  write(tensor: DeviceTensor, data: ArrayBufferView, offsetBytes = 0): void {
    if (tensor instanceof HostTensor) {
      tensor.values.set(
        new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4),
        offsetBytes / 4,
      );
      return;
    }
    const { buffer } = gpu(tensor);
    this.#device.queue.writeBuffer(
      buffer,
      offsetBytes,
      data.buffer,
      data.byteOffset,
      data.byteLength,
    );
  }

  copy(
    from: DeviceTensor,
    fromByte: number,
    to: DeviceTensor,
    toByte: number,
    bytes: number,
  ): void {
    const encoder = this.#device.createCommandEncoder();
    encoder.copyBufferToBuffer(
      gpu(from).buffer,
      fromByte,
      gpu(to).buffer,
      toByte,
      bytes,
    );
    this.#device.queue.submit([encoder.finish()]);
  }

  async read(tensor: DeviceTensor): Promise<ArrayBuffer> {
    const [bytes] = await this.readAll([tensor]);
    return bytes;
  }

  async readAll(tensors: readonly DeviceTensor[]): Promise<ArrayBuffer[]> {
    const parts: { start: number; bytes: number }[] = [];
    let size = 0;
    for (const { type, shape } of tensors) {
      const bytes = sizeBytes(type, shape);
      parts.push({ start: size, bytes });
      size += Math.ceil(bytes / 16) * 16;
    }
    const staging = this.#stagingBuffer(size);
    const encoder = this.#device.createCommandEncoder();
    for (const [i, { start, bytes }] of parts.entries()) {
      const rounded = Math.ceil(bytes / 16) * 16;
      encoder.copyBufferToBuffer(gpu(tensors[i]).buffer, 0, staging, start, rounded);
    }
    this.#device.queue.submit([encoder.finish()]);
    try {
      await staging.mapAsync(GPUMapMode.READ);
    } catch (error) {
      throw this.#failure ?? deviceLost(String(error));
    }
    const mapped = staging.getMappedRange();
    const copies = parts.map(({ start, bytes }) => mapped.slice(start, start + bytes));
    staging.unmap();
    if (!this.#staging.has(size)) staging.destroy();
    if (this.#failure) throw this.#failure;
    return copies;
  }

  #stagingBuffer(size: number): GPUBuffer {
    const known = this.#staging.get(size);
    if (known) return known;
    const { MAP_READ, COPY_DST } = GPUBufferUsage;
    const made = this.#device.createBuffer({ size, usage: MAP_READ | COPY_DST });
    if (size <= 65_536) this.#staging.set(size, made);
    return made;
  }

  free(tensor: DeviceTensor): void {
    if (tensor instanceof GpuTensor) tensor.buffer.destroy();
  }

  async createSession(graph: Graph, mounts: readonly Mount[]): Promise<RuntimeSession> {
    const session = await mutex.run(() => this.#create(graph, mounts));
    return new WebGpuSession(session, graph, () => this.#failure);
  }

  async #create(graph: Graph, mounts: readonly Mount[]): Promise<Ort.InferenceSession> {
    try {
      return await this.#ort.InferenceSession.create(serializeGraph(graph), {
        executionProviders: [
          // WebGPU still validates, and its complaints reach us as uncaptured errors;
          // onnxruntime's own mode waits for the GPU process after every run
          { name: 'webgpu', device: this.#device, validationMode: 'wgpuOnly' } as never,
        ],
        externalData: mounts.map(({ location, data }) => ({ path: location, data })),
        preferredOutputLocation: Object.fromEntries(
          graph.outputs.map(({ name }) => [name, 'gpu-buffer' as const]),
        ),
        extra: { session: { disable_cpu_ep_fallback: '1' } },
      });
    } catch (error) {
      throw this.#failure ?? readOrtError(error, graph.name);
    }
  }

  async dispose(): Promise<void> {
    await mutex.run(() => Promise.resolve(this.#device.destroy()));
  }
}

class WebGpuSession implements RuntimeSession {
  readonly #session: Ort.InferenceSession;
  readonly #graph: Graph;
  readonly #failure: () => AssistantError | undefined;

  constructor(
    session: Ort.InferenceSession,
    graph: Graph,
    failure: () => AssistantError | undefined,
  ) {
    this.#session = session;
    this.#graph = graph;
    this.#failure = failure;
  }

  async run(bindings: Bindings): Promise<void> {
    const pick = (values: Graph['inputs']) =>
      Object.fromEntries(
        values.map(({ name }) => [
          name,
          ortOf(must(bindings[name], `"${name}" is bound`)),
        ]),
      );
    const { inputs, outputs, name } = this.#graph;
    try {
      await mutex.run(() => this.#session.run(pick(inputs), pick(outputs)));
    } catch (error) {
      throw this.#failure() ?? readOrtError(error, name);
    }
    const failure = this.#failure();
    if (failure) throw failure;
  }

  async dispose(): Promise<void> {
    await mutex.run(() => this.#session.release());
  }
}

function deviceLost(reason: string): AssistantError {
  return new AssistantError(
    'device-lost',
    `The GPU was lost (${reason || 'no reason given'}). The model is loaded again; the conversation is intact.`,
    { reason },
  );
}

function outOfGpuMemory(neededBytes?: number): AssistantError {
  return new AssistantError(
    'out-of-memory',
    'The GPU has no memory left for this checkpoint. Close other pages that use the GPU, choose a shorter context or a smaller checkpoint.',
    { where: 'gpu', ...(neededBytes !== undefined && { neededBytes }) },
  );
}

function readGpuError(error: GPUError): AssistantError {
  if (error instanceof GPUOutOfMemoryError) return outOfGpuMemory();
  return new AssistantError(
    'unsupported',
    `The GPU refused an operation: ${error.message}`,
    {
      missing: 'a valid WebGPU operation',
    },
  );
}

function readOrtError(error: unknown, graphName: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  if (/out of memory|bad_alloc|allocat/i.test(text)) return outOfGpuMemory();
  if (/device (is )?lost|destroyed/i.test(text)) return deviceLost(text);
  return new Error(`onnxruntime failed in "${graphName}": ${text}`, { cause: error });
}
