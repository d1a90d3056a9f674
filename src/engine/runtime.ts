/**
 * @file What computes: memory on a device, and sessions that run graphs over it.
 *
 * Every input and output of a session is a tensor that was allocated before, so
 * nothing is allocated per token and a hidden state goes from session to
 * session without leaving the device. There are two runtimes, one over WebGPU
 * and one over the CPU build's own heap; neither copies a KV cache.
 */
import type { ElementType, Graph } from '../onnx/graph.ts';
import type { FloatType, RuntimeKind } from './engine.ts';

/** Memory on the device, seen as a tensor. Owned by whoever allocated it. */
export interface DeviceTensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** A weight file as a session sees it: the location its initializers name. */
export interface Mount {
  readonly location: string;
  readonly data: Blob;
}

/** Which tensor stands for which graph input or output. */
export type Bindings = Readonly<Record<string, DeviceTensor>>;

export interface RuntimeSession {
  /** Runs the graph; every input and output must be bound. */
  run(bindings: Bindings): Promise<void>;
  dispose(): Promise<void>;
}

export interface Runtime {
  readonly kind: RuntimeKind;
  readonly floatType: FloatType;
  readonly threads: number;
  readonly subgroups: boolean;
  /** The adapter's subgroups have fewer than 16 lanes, whether or not they are used. */
  readonly hasSmallSubgroups: boolean;
  readonly description: string;
  /** Most bytes one weight may have, or the graph must split it. */
  readonly maxBindingBytes: number;

  /** Zeroed memory. `host` keeps it where shapes are read: small integers only. */
  allocate(
    type: ElementType,
    shape: readonly number[],
    place?: 'device' | 'host',
  ): DeviceTensor;
  /** The first elements of `tensor` under another shape; shares its memory. */
  view(tensor: DeviceTensor, shape: readonly number[]): DeviceTensor;
  write(tensor: DeviceTensor, data: ArrayBufferView, offsetBytes?: number): void;
  /** Copies bytes on the device. */
  copy(
    from: DeviceTensor,
    fromByte: number,
    to: DeviceTensor,
    toByte: number,
    bytes: number,
  ): void;
  /** Copies of some tensors' bytes, in one round trip. */
  readAll(tensors: readonly DeviceTensor[]): Promise<ArrayBuffer[]>;
  /** A copy of the tensor's bytes. */
  read(tensor: DeviceTensor): Promise<ArrayBuffer>;
  free(tensor: DeviceTensor): void;

  createSession(graph: Graph, mounts: readonly Mount[]): Promise<RuntimeSession>;
  /** Settles when the device is lost; never when it is disposed of. */
  readonly lost: Promise<string>;
  dispose(): Promise<void>;
}

/** Bytes of a tensor of this type and shape. */
export function sizeBytes(type: ElementType, shape: readonly number[]): number {
  return (
    shape.reduce((a, b) => a * b, 1) *
    { f32: 4, f16: 2, i32: 4, i64: 8, i8: 1, u8: 1, bool: 1 }[type]
  );
}

/** onnxruntime's files: where they are served, or how Node finds them. */
export interface OrtFiles {
  /** Imports `ort-wasm-simd-threaded.mjs`, the Emscripten module of the CPU build. */
  importCpuModule(): Promise<{ default: unknown }>;
  /** The bytes of its .wasm where it cannot be fetched by address, else undefined. */
  cpuWasmBinary(): Promise<ArrayBuffer | undefined>;
  /** Address of the folder that holds the .mjs and .wasm files, with a slash at its end. */
  readonly baseUrl: string;
}
