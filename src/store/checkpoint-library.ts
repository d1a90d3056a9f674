/**
 * @file The checkpoints on this computer, as the app has them: a list, and work
 * on it that tells how far it is.
 */
import { AssistantError } from '../base/errors.ts';
import { WorkerClient } from '../base/worker-client.ts';
import type { WorkerHandle } from '../base/worker-protocol.ts';
import { type CheckpointPapers, readPapers } from './checkpoint-papers.ts';
import {
  type ListedCheckpoints,
  listInstalled,
  openInstalled,
  type OpenedWeights,
  removeDeadWork,
  removeInstalled,
} from './weights.ts';
import type { WeightsEvent, WeightsRequest } from './weights-protocol.ts';

export interface CheckpointLibrary {
  list(): Promise<ListedCheckpoints>;
  /** @throws AssistantError 'bad-data' when files are missing or too short */
  open(id: string): Promise<OpenedWeights>;
  /** What is known of it beyond its manifest; undefined when it is gone. */
  describe(id: string): Promise<CheckpointPapers | undefined>;
  remove(id: string): Promise<void>;
  /** Removes what earlier visits left of work that cannot go on. */
  cleanUp(): Promise<void>;
  /** Downloads, imports, converts or verifies. Leaving the iteration early stops it. */
  work(request: WeightsRequest, signal: AbortSignal): AsyncIterable<WeightsEvent>;
  dispose(): void;
}

export class OpfsLibrary implements CheckpointLibrary {
  readonly #client: WorkerClient<WeightsRequest, WeightsEvent>;

  constructor(start: () => WorkerHandle = startWeightsWorker) {
    this.#client = new WorkerClient({ start, crashed });
  }

  list(): Promise<ListedCheckpoints> {
    return listInstalled();
  }

  open(id: string): Promise<OpenedWeights> {
    return openInstalled(id);
  }

  describe(id: string): Promise<CheckpointPapers | undefined> {
    return readPapers(id);
  }

  remove(id: string): Promise<void> {
    return removeInstalled(id);
  }

  cleanUp(): Promise<void> {
    return removeDeadWork();
  }

  work(request: WeightsRequest, signal: AbortSignal): AsyncIterable<WeightsEvent> {
    return this.#client.call(request, signal);
  }

  dispose(): void {
    this.#client.terminate(
      new AssistantError('aborted', 'The page was closed.', { by: 'page' }),
    );
  }
}

function startWeightsWorker(): Worker {
  return new Worker(new URL('./weights-worker.ts', import.meta.url), {
    type: 'module',
    name: 'weights',
  });
}

function crashed(reason: string): Error {
  const what = `The worker that writes weights stopped (${reason}).`;
  return /memory/i.test(reason)
    ? new AssistantError('out-of-memory', `${what} Close other tabs and try again.`, {
        where: 'wasm',
      })
    : new Error(what);
}
