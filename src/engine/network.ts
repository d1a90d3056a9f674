/**
 * @file A checkpoint on a device: vision tower, embedding, decoder and head, each
 * in its sessions.
 */
import type { WeightGroup } from '../checkpoint/manifest.ts';
import { Decoder } from './decoder.ts';
import type { LinearStrategy } from './device-weights.ts';
import { Embedding } from './embedding.ts';
import type { CheckpointSource } from './engine.ts';
import { Head } from './head.ts';
import type { Runtime } from './runtime.ts';
import { VisionTower } from './vision-tower.ts';

export interface Network {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  readonly tower: VisionTower;
  readonly embedding: Embedding;
  readonly decoder: Decoder;
  readonly head: Head;
  readonly sessions: number;
  dispose(): Promise<void>;
}

export interface NetworkRequest {
  readonly runtime: Runtime;
  readonly source: CheckpointSource;
  readonly strategy: LinearStrategy;
  readonly chunkTokens: number;
  readonly hasTaps?: boolean;
  readonly signal?: AbortSignal;
  /** Told after each session, with the bytes of the weight files mounted so far. */
  readonly onProgress?: (loadedBytes: number) => void;
}

type LayerGroup = Extract<WeightGroup, { from: number }>;

/** Vision blocks of one session at most. */
const VISION_BLOCKS = 4;

/** Most stored bytes one session mounts, unless one file alone has more. */
const SESSION_BYTES = 512 * 2 ** 20;

/** The same on the CPU, where weights are derived in memory beside the heap they go to. */
const CPU_SESSION_BYTES = 32 * 2 ** 20;

/**
 * Puts a checkpoint on a device. What was loaded is freed when it fails.
 *
 * @throws AssistantError `out-of-memory`, `device-lost`; what `signal` was aborted with
 */
export async function loadNetwork(request: NetworkRequest): Promise<Network> {
  const { runtime, source, strategy, chunkTokens, hasTaps = false, signal } = request;
  const loaded: { dispose(): Promise<void> }[] = [];
  let loadedBytes = 0;
  const count = (groups: readonly WeightGroup[]) => {
    for (const { file } of groups) {
      loadedBytes += source.manifest.files[file]?.bytes ?? 0;
    }
    request.onProgress?.(loadedBytes);
  };
  const keep = <T extends { dispose(): Promise<void> }>(part: T): T => {
    loaded.push(part);
    return part;
  };
  const shared = { runtime, source, strategy, hasTaps, ...(signal && { signal }) };
  const groupsOf = (...kinds: WeightGroup['kind'][]) =>
    source.manifest.groups.filter((group) => kinds.includes(group.kind));
  try {
    const embedding = await Embedding.open(source);
    const visionSegments = splitSegments(planSegments(source, 'vision'), VISION_BLOCKS);
    const tower = keep(await VisionTower.load({ ...shared, segments: visionSegments }));
    count(groupsOf('vision'));
    const most = runtime.kind === 'wasm' ? CPU_SESSION_BYTES : SESSION_BYTES;
    const segments = planSegments(source, 'layers', most);
    const decoder = keep(
      await Decoder.load({
        ...shared,
        segments,
        chunkTokens,
        onSession: (index) => count(segments[index]?.groups ?? []),
      }),
    );
    const head = keep(await Head.load({ runtime, source, strategy }));
    count(groupsOf('embedding', 'head'));
    const sessions = tower.sessions + decoder.sessions + head.sessions;
    const dispose = () => disposeAll(loaded);
    return {
      runtime,
      source,
      strategy,
      tower,
      embedding,
      decoder,
      head,
      sessions,
      dispose,
    };
  } catch (error) {
    await disposeAll(loaded).catch(() => {});
    throw error;
  }
}

async function disposeAll(parts: { dispose(): Promise<void> }[]): Promise<void> {
  for (const part of parts.splice(0)) await part.dispose();
}

/** Cuts runs of blocks so that none is longer than `most`: a stop is heard between two sessions. */
function splitSegments(
  segments: readonly { from: number; to: number }[],
  most: number,
): { from: number; to: number }[] {
  return segments.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / most) }, (_, i) => ({
      from: from + i * most,
      to: Math.min(to, from + (i + 1) * most),
    })),
  );
}

/** Joins neighbouring weight files into sessions of at most `most` bytes. */
export function planSegments(
  { manifest }: CheckpointSource,
  kind: LayerGroup['kind'],
  most = SESSION_BYTES,
): { from: number; to: number; groups: LayerGroup[] }[] {
  const segments: { from: number; to: number; groups: LayerGroup[]; bytes: number }[] =
    [];
  for (const group of manifest.groups) {
    if (group.kind !== kind) continue;
    const bytes = manifest.files[group.file]?.bytes ?? 0;
    const last = segments.at(-1);
    if (last && last.bytes + bytes <= most) {
      last.to = group.to;
      last.bytes += bytes;
      last.groups.push(group);
    } else {
      segments.push({ from: group.from, to: group.to, groups: [group], bytes });
    }
  }
  return segments;
}
