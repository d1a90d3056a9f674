/** @file The weights worker's side of the protocol: each request does its work and tells of it. */
import { never } from '../base/assert.ts';
import { AsyncQueue } from '../base/async-queue.ts';
import type { WorkerScope } from '../base/worker-protocol.ts';
import { serveRequests } from '../base/worker-server.ts';
import { FolderSource } from './chunk-source.ts';
import { convertFolder } from './convert-folder.ts';
import { type HttpOptions, HttpSource } from './download.ts';
import { installCheckpoint } from './install.ts';
import { verifyInstalled } from './verify-weights.ts';
import { type Origin, stopped } from './weights-folder.ts';
import type { OnProgress, WeightsEvent, WeightsRequest } from './weights-protocol.ts';

export interface ServeOptions extends HttpOptions {
  readonly retryMs?: number;
}

/** More often than this nobody can see progress. */
const PROGRESS_MS = 50;

export function serveWeights(scope: WorkerScope, options: ServeOptions = {}): void {
  serveRequests<{ request: WeightsRequest; event: WeightsEvent }>(
    scope,
    (request, signal) => {
      const events = new AsyncQueue<WeightsEvent>();
      const worker = new WeightsWorker(options, signal, someOf(events));
      worker.answer(request).then(
        (last) => {
          events.push(last);
          events.end();
        },
        (error: unknown) => events.fail(signal.aborted ? stopped() : (error as Error)),
      );
      return events;
    },
  );
}

class WeightsWorker {
  readonly #options: ServeOptions;
  readonly #signal: AbortSignal;
  readonly #onProgress: OnProgress;

  constructor(options: ServeOptions, signal: AbortSignal, onProgress: OnProgress) {
    this.#options = options;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  async answer(request: WeightsRequest): Promise<WeightsEvent> {
    const common = { signal: this.#signal, onProgress: this.#onProgress };
    switch (request.kind) {
      case 'download': {
        const { url, isBundled, isRepair } = request;
        const source = new HttpSource(url, this.#options);
        const origin: Origin = { version: 1, url, isBundled, installedMs: Date.now() };
        const { retryMs } = this.#options;
        const retry = retryMs === undefined ? {} : { retryMs };
        const wanted = { ...common, ...retry, source, origin, isRepair };
        return { kind: 'installed', ...(await installCheckpoint(wanted)) };
      }
      case 'import': {
        const source = new FolderSource(request.files);
        const origin: Origin = {
          version: 1,
          isBundled: false,
          installedMs: Date.now(),
          work: 'import',
        };
        const { goesOnWith } = request;
        const wanted = { ...common, source, origin, isRepair: false, goesOnWith };
        return { kind: 'installed', ...(await installCheckpoint(wanted)) };
      }
      case 'convert': {
        const { name, files, goesOnWith } = request;
        const wanted = { ...common, name, files, goesOnWith };
        return { kind: 'installed', ...(await convertFolder(wanted)) };
      }
      case 'verify': {
        const wrong = await verifyInstalled(request.id, this.#signal, this.#onProgress);
        return { kind: 'verified', wrong };
      }
      default:
        return never(request);
    }
  }
}

/** Passes on the first progress of each file, its end, and now and then one between. */
function someOf(events: AsyncQueue<WeightsEvent>): OnProgress {
  let lastFile = '';
  let lastMs = -Infinity;
  return (progress) => {
    const now = performance.now();
    const isDone = progress.loadedBytes === progress.totalBytes;
    if (!isDone && progress.file === lastFile && now - lastMs < PROGRESS_MS) return;
    lastFile = progress.file;
    lastMs = now;
    events.push({ kind: 'progress', ...progress });
  };
}
