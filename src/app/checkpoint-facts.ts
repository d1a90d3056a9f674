/** @file All that is known of one installed checkpoint, and whether this device can hold it. */
import type { ListedAdapter } from '../checkpoint/manifest.ts';
import {
  type MemoryNeeds,
  memoryNeeds,
  WASM_HEAP_BYTES,
} from '../engine/memory-needs.ts';
import type { CheckpointPapers } from '../store/checkpoint-papers.ts';
import type { AppCore } from './core.ts';
import { type DeviceRoom, readDevice } from './device-room.ts';
import { CONTEXT_TOKENS } from './engine-loader.ts';
import type { Settings } from './state.ts';

export interface CheckpointFacts {
  readonly manifestSha256: string;
  /** What it was made from. */
  readonly source: string;
  readonly converter: string;
  readonly parameters: number;
  /** What was trained over it, and the hash of that. */
  readonly adapter: ListedAdapter | undefined;
  /** Where it was fetched; undefined for a folder. */
  readonly url: string | undefined;
  readonly installedMs: number | undefined;
  /** Every chunk is hashed when it is installed, and by each verification. */
  readonly verifiedMs: number | undefined;
  readonly faults: number;
  readonly card: string | undefined;
  readonly notice: string | undefined;
  readonly fit: Fit;
}

/** Whether a device can hold a checkpoint, by what the browser lets one know. */
export interface Fit {
  readonly runtime: 'webgpu' | 'wasm';
  readonly needs: MemoryNeeds;
  /** What the verdict compares with: the heap, the memory, or the largest piece of the GPU's. */
  readonly holdsBytes: number;
  readonly verdict:
    | 'fits'
    /** Browsers do not say how much memory a GPU has; no single piece is too large. */
    | 'depends-on-gpu'
    /** More than the device says it has. */
    | 'tight'
    | 'too-large';
}

export async function readCheckpoint(
  core: AppCore,
  id: string,
): Promise<CheckpointFacts | undefined> {
  const papers = await core.parts.library.describe(id).catch(() => undefined);
  if (papers === undefined) return undefined;
  const { manifest, origin, verified, manifestSha256, card, notice } = papers;
  const device = await readDevice(core.parts.browser);
  return {
    manifestSha256,
    source: manifest.source.description,
    converter: manifest.converter,
    parameters: parametersOf(papers),
    adapter: manifest.adapters[0],
    url: origin?.url,
    installedMs: origin?.installedMs,
    verifiedMs: verified?.timeMs ?? origin?.installedMs,
    faults: verified?.faults ?? 0,
    card,
    notice,
    fit: fitOf(papers, device, core.now.settings.runtime),
  };
}

function parametersOf({ manifest }: CheckpointPapers): number {
  const sizes = Object.values(manifest.tensors).map(({ shape }) =>
    shape.reduce((product, size) => product * size, 1),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** On which runtime it would be tried first, and whether that can hold it. */
export function fitOf(
  { manifest }: Pick<CheckpointPapers, 'manifest'>,
  { gpu, memoryBytes }: DeviceRoom,
  chosen: Settings['runtime'],
): Fit {
  const isOnGpu = chosen === 'auto' ? gpu?.isSoftware === false : chosen !== 'wasm';
  const runtime = isOnGpu ? 'webgpu' : 'wasm';
  const floatType = isOnGpu && gpu?.hasF16 === true ? 'f16' : 'f32';
  const request = { runtime, floatType, contextTokens: CONTEXT_TOKENS } as const;
  const needs = memoryNeeds(manifest, request);
  if (isOnGpu) {
    const holdsBytes = gpu?.maxBindingBytes ?? 0;
    const isTooLarge = needs.largestBytes > holdsBytes;
    const verdict = isTooLarge ? 'too-large' : 'depends-on-gpu';
    return { runtime, needs, holdsBytes, verdict };
  }
  const neededBytes = needs.weightBytes + needs.cacheBytes;
  const heap = { runtime, needs, holdsBytes: WASM_HEAP_BYTES } as const;
  if (neededBytes > WASM_HEAP_BYTES) return { ...heap, verdict: 'too-large' };
  if (memoryBytes === undefined || neededBytes <= memoryBytes / 2) {
    return { ...heap, verdict: 'fits' };
  }
  return { ...heap, holdsBytes: memoryBytes, verdict: 'tight' };
}
