/** @file What this device has to run a checkpoint with, as far as a browser tells. */
import { readAdapter } from '../engine/gpu-adapter.ts';
import type { Browser } from './browser.ts';

export interface DeviceRoom {
  /** Undefined without WebGPU. */
  readonly gpu:
    | {
        readonly description: string;
        /** One that the CPU imitates: slower than the CPU itself. */
        readonly isSoftware: boolean;
        readonly hasF16: boolean;
        readonly maxBufferBytes: number;
        readonly maxBindingBytes: number;
      }
    | undefined;
  readonly threads: number;
  /** Rounded down by the browser, and never said to be more than some limit. */
  readonly memoryBytes: number | undefined;
  /** What this site may keep on disk, and keeps. */
  readonly quotaBytes: number | undefined;
  readonly usedBytes: number | undefined;
}

export async function readDevice(browser: Browser): Promise<DeviceRoom> {
  const [adapter, quotaBytes, usedBytes] = await Promise.all([
    readAdapter().catch(() => undefined),
    browser.quotaBytes().catch(() => undefined),
    browser.usedBytes().catch(() => undefined),
  ]);
  const here = globalThis.navigator as Navigator & { deviceMemory?: number };
  const { deviceMemory: gigabytes } = here;
  return {
    gpu: adapter && { ...adapter.summary, ...adapter.limits },
    threads: here.hardwareConcurrency,
    memoryBytes: gigabytes === undefined ? undefined : gigabytes * 2 ** 30,
    quotaBytes,
    usedBytes,
  };
}
