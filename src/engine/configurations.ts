/**
 * @file The ways this device could run a checkpoint, best first. Which one is
 * used is found by trying.
 */
import type { LinearStrategy } from './device-weights.ts';
import type { FloatType, LoadOptions, RuntimeKind } from './engine.ts';
import { describeAdapter } from './gpu-adapter.ts';
import type { OrtFiles, Runtime } from './runtime.ts';
import { createWasmRuntime } from './runtime-wasm.ts';
import { createWebGpuRuntime } from './runtime-webgpu.ts';

export interface Configuration {
  readonly runtime: RuntimeKind;
  readonly floatType: FloatType;
  readonly subgroups: boolean;
  readonly threads: number;
}

/** A configuration that will not be tried, and why. */
export interface Rejected {
  readonly configuration: string;
  readonly reason: string;
}

/** Threads beyond which small products gain nothing. */
const MOST_THREADS = 8;

export function describeConfiguration(it: Configuration): string {
  if (it.runtime === 'wasm') {
    return `CPU, ${it.threads} ${it.threads === 1 ? 'thread' : 'threads'}`;
  }
  const build = it.runtime === 'webgpu-jspi' ? 'JSPI' : 'asyncify';
  return `WebGPU (${build}), ${it.floatType}, ${it.subgroups ? 'with' : 'without'} subgroups`;
}

/**
 * What to try for `options`, best first. A software GPU is left out of `auto`:
 * the CPU build is faster than a GPU that is the CPU.
 */
export async function listConfigurations(
  options: LoadOptions,
): Promise<{ configurations: Configuration[]; rejected: Rejected[] }> {
  const rejected: Rejected[] = [];
  const configurations: Configuration[] = [];
  if (options.runtime !== 'wasm') {
    const adapter = await describeAdapter();
    if (adapter === undefined) {
      rejected.push({
        configuration: 'WebGPU',
        reason: 'This browser offers no WebGPU device.',
      });
    } else if (adapter.isSoftware && options.runtime === 'auto') {
      const reason = `The only WebGPU device is a software one (${adapter.description}), slower than the CPU build.`;
      rejected.push({ configuration: 'WebGPU', reason });
    } else {
      configurations.push(...gpuConfigurations(options, adapter));
    }
  }
  if (options.runtime === 'wasm' || options.runtime === 'auto') {
    const threads = options.threads || chooseThreads();
    configurations.push({
      runtime: 'wasm',
      floatType: 'f32',
      subgroups: false,
      threads,
    });
    if (threads > 1) {
      configurations.push({
        runtime: 'wasm',
        floatType: 'f32',
        subgroups: false,
        threads: 1,
      });
    }
  }
  return { configurations, rejected };
}

function gpuConfigurations(
  options: LoadOptions,
  adapter: { hasF16: boolean; subgroups: 'none' | 'small' | 'usual' },
): Configuration[] {
  const kinds = (['webgpu-jspi', 'webgpu-asyncify'] as const).filter(
    (kind) =>
      options.runtime === 'auto' ||
      options.runtime === 'webgpu' ||
      options.runtime === kind,
  );
  const floatTypes: FloatType[] =
    options.floatType !== 'auto'
      ? [options.floatType]
      : adapter.hasF16
        ? ['f16', 'f32']
        : ['f32'];
  // attention is silently wrong with subgroups of 4 or 8, so those are not even tried
  const subgroups = adapter.subgroups === 'usual' ? [true, false] : [false];
  return kinds.flatMap((runtime) =>
    floatTypes.flatMap((floatType) =>
      subgroups.map((it) => ({ runtime, floatType, subgroups: it, threads: 1 })),
    ),
  );
}

function chooseThreads(): number {
  if (!globalThis.crossOriginIsolated) return 1;
  return Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency));
}

export function createRuntime(
  files: OrtFiles,
  configuration: Configuration,
): Promise<Runtime> {
  const { runtime, floatType, subgroups, threads } = configuration;
  if (runtime === 'wasm') return createWasmRuntime(files, threads);
  return createWebGpuRuntime(files, { kind: runtime, floatType, subgroups });
}

/** Which operators multiply on a runtime; see `device-weights.ts`. */
export function strategyFor(kind: RuntimeKind): LinearStrategy {
  return kind === 'wasm' ? 'columns' : 'blocks';
}

/**
 * Tokens of one prefill pass. Long passes are fast, short ones stop soon; on
 * adapters with small subgroups f16 attention over 32 positions never compiles.
 */
export function chunkTokensFor(runtime: Runtime): number {
  if (runtime.kind === 'wasm') return 64;
  return runtime.hasSmallSubgroups && runtime.floatType === 'f16' ? 31 : 256;
}
