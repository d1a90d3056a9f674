/** @file What the browser's WebGPU adapter is and can do, without opening a device. */

export interface GpuAdapterSummary {
  readonly description: string;
  readonly isSoftware: boolean;
  readonly hasF16: boolean;
  /** `small` ones (4 or 8 lanes) break onnxruntime's attention kernels. */
  readonly subgroups: 'none' | 'small' | 'usual';
}

/** The largest pieces of memory an adapter gives, in bytes. How much there is in all no browser says. */
export interface GpuLimits {
  readonly maxBufferBytes: number;
  readonly maxBindingBytes: number;
}

/** What the adapter can do; undefined when there is none. */
export async function describeAdapter(): Promise<GpuAdapterSummary | undefined> {
  return (await readAdapter())?.summary;
}

/** The same with its limits. */
export async function readAdapter(): Promise<
  { readonly summary: GpuAdapterSummary; readonly limits: GpuLimits } | undefined
> {
  const adapter = await globalThis.navigator?.gpu?.requestAdapter({
    powerPreference: 'high-performance',
  });
  if (!adapter) return undefined;
  const { info, features, limits } = adapter;
  const smallest = info.subgroupMinSize ?? 0;
  const description = describeInfo(info);
  return {
    summary: {
      description,
      isSoftware: isSoftware(info),
      hasF16: features.has('shader-f16'),
      subgroups: !features.has('subgroups')
        ? 'none'
        : smallest < 16
          ? 'small'
          : 'usual',
    },
    limits: {
      maxBufferBytes: limits.maxBufferSize,
      maxBindingBytes: limits.maxStorageBufferBindingSize,
    },
  };
}

/** True for a GPU that is the CPU. */
export function isSoftware(info: GPUAdapterInfo): boolean {
  return (
    info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe/i.test(describeInfo(info))
  );
}

/** "apple m2" */
export function describeInfo({
  vendor,
  architecture,
  description,
}: GPUAdapterInfo): string {
  return [vendor, architecture, description].filter(Boolean).join(' ') || 'unnamed GPU';
}
