/**
 * @file Finding a configuration that works: each is opened, checked and loaded,
 * and the first that passes is kept.
 */
import { AsyncQueue } from '../base/async-queue.ts';
import { AssistantError, isKind } from '../base/errors.ts';
import {
  chunkTokensFor,
  createRuntime,
  describeConfiguration,
  listConfigurations,
  strategyFor,
  type Configuration,
  type Rejected,
} from './configurations.ts';
import type {
  CheckpointSource,
  DeviceReport,
  LoadEvent,
  LoadOptions,
} from './engine.ts';
import { loadNetwork, type Network } from './network.ts';
import type { OrtFiles } from './runtime.ts';
import { selfCheck } from './self-check.ts';

export interface LoadedNetwork {
  readonly network: Network;
  readonly device: DeviceReport;
}

export interface LoadRequest {
  readonly files: OrtFiles;
  /** For `findNetwork` with its adapter laid over it. */
  readonly source: CheckpointSource;
  readonly options: LoadOptions;
  readonly signal: AbortSignal;
}

/**
 * Yields what happens; returns the network.
 *
 * @throws AssistantError `self-check-failed` when every configuration computes
 *   wrong numbers, `out-of-memory` when it fits in none, `unsupported` when there
 *   is none
 */
export async function* findNetwork(
  request: LoadRequest,
): AsyncGenerator<LoadEvent, LoadedNetwork> {
  const startMs = performance.now();
  const { configurations, rejected } = await listConfigurations(request.options);
  const failures: unknown[] = [];
  for (const configuration of configurations) {
    const name = describeConfiguration(configuration);
    yield { kind: 'trying', configuration: name };
    try {
      const { network, selfCheckError } = yield* tryConfiguration(
        request,
        configuration,
      );
      const { runtime } = network;
      const device: DeviceReport = {
        runtime: runtime.kind,
        floatType: runtime.floatType,
        description: runtime.description,
        subgroups: runtime.subgroups,
        threads: runtime.threads,
        sessions: network.sessions,
        contextTokens: contextTokens(request),
        rejected,
        selfCheckError,
        loadMs: performance.now() - startMs,
      };
      return { network, device };
    } catch (error) {
      if (request.signal.aborted || isKind(error, 'bad-data', 'aborted')) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(isNoMemory(error) ? outOfMemory(error) : error);
      rejected.push({ configuration: name, reason });
    }
  }
  throw explainFailure(failures, rejected);
}

/** Tokens a conversation may hold: what is asked for, within what the model was trained for. */
export function contextTokens({ options, source }: LoadRequest): number {
  return Math.min(options.contextTokens, source.manifest.config.text.maxPositions);
}

async function* tryConfiguration(
  { files, source, signal }: LoadRequest,
  configuration: Configuration,
): AsyncGenerator<LoadEvent, { network: Network; selfCheckError: number }> {
  signal.throwIfAborted();
  const runtime = await createRuntime(files, configuration);
  try {
    const strategy = strategyFor(runtime.kind);
    const chunkTokens = chunkTokensFor(runtime);
    yield { kind: 'self-check' };
    const selfCheckError = await selfCheck({ runtime, source, strategy, chunkTokens });
    const totalBytes = source.manifest.groups.reduce(
      (sum, { file }) => sum + (source.manifest.files[file]?.bytes ?? 0),
      0,
    );
    const progress = new AsyncQueue<number>();
    const loading = loadNetwork({
      runtime,
      source,
      strategy,
      chunkTokens,
      signal,
      onProgress: (loadedBytes) => progress.push(loadedBytes),
    }).finally(() => progress.end());
    // its failure is met below, after the last step
    loading.catch(() => {});
    progress.push(0);
    for await (const loadedBytes of progress) {
      yield { kind: 'progress', loadedBytes, totalBytes };
    }
    return { network: await loading, selfCheckError };
  } catch (error) {
    await runtime.dispose();
    throw error;
  }
}

/** An array that JavaScript itself had no memory for. */
const isNoMemory = (error: unknown) =>
  error instanceof RangeError && /allocation|array length/i.test(error.message);

function outOfMemory(cause: unknown): AssistantError {
  return new AssistantError(
    'out-of-memory',
    'The browser has no memory left to load this checkpoint. Close other pages, or choose a smaller checkpoint.',
    { where: 'wasm' },
    { cause },
  );
}

function explainFailure(
  failures: readonly unknown[],
  rejected: readonly Rejected[],
): unknown {
  const tried = rejected.map(
    ({ configuration, reason }) => `${configuration}: ${reason}`,
  );
  if (failures.some((it) => isKind(it, 'self-check-failed'))) {
    return new AssistantError(
      'self-check-failed',
      `This device computed wrong numbers in every way tried, so the model is not used. Update the browser or its graphics driver, or use another device. Tried: ${tried.join('; ')}`,
      { tried },
    );
  }
  const memory = failures.find((it) => isKind(it, 'out-of-memory'));
  if (memory) return memory;
  return (
    failures.at(-1) ??
    new AssistantError(
      'unsupported',
      `This browser cannot run the model: ${rejected.map((it) => it.reason).join(' ')}`,
      { missing: 'a runtime' },
    )
  );
}
