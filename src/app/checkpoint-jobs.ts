/**
 * @file Work on checkpoints: fetching, importing, converting, verifying, one
 * at a time, each ending as a notice or as a job that failed.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import type { InstalledCheckpoint } from '../store/weights.ts';
import type { WeightsEvent, WeightsRequest } from '../store/weights-protocol.ts';
import { lastPart } from './checkpoint-address.ts';
import type { AppCore } from './core.ts';
import { describeProblem } from './problem.ts';
import type { CheckpointJob, CheckpointSummary, CheckpointWork } from './state.ts';
import { refreshStorage } from './storage-state.ts';

export class CheckpointJobs {
  readonly #core: AppCore;
  #stopping = new AbortController();

  constructor(core: AppCore) {
    this.#core = core;
  }

  get isRunning(): boolean {
    return this.#core.now.checkpoints.job.kind === 'running';
  }

  /**
   * Does one job, shown as the running one.
   *
   * @param name - shown until the checkpoint says its own
   * @returns the last event; undefined when it failed, was stopped, or another job runs
   */
  async run(
    work: CheckpointWork,
    name: string,
    request: WeightsRequest,
  ): Promise<WeightsEvent | undefined> {
    if (this.isRunning) return undefined;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.#setJob(startOfJob(work, name));
    try {
      const last = await this.#follow(request, signal);
      await this.refresh();
      this.#setJob({ kind: 'idle' });
      return last;
    } catch (error) {
      await this.refresh();
      this.#setJob(
        isKind(error, 'aborted')
          ? { kind: 'idle' }
          : { kind: 'failed', work, name, problem: describeProblem(error) },
      );
      return undefined;
    }
  }

  cancel(): void {
    this.#stopping.abort();
  }

  dismiss(): void {
    if (!this.isRunning) this.#setJob({ kind: 'idle' });
  }

  /**
   * Shows `error` as what became of a job.
   *
   * @param repairs - id of a checkpoint that can be fetched again
   */
  fail(work: CheckpointWork, name: string, error: unknown, repairs?: string): void {
    const problem = describeProblem(error);
    const mended = repairs === undefined ? {} : { repairs };
    this.#setJob({ kind: 'failed', work, name, problem, ...mended });
  }

  /** Reads the list of installed checkpoints anew. */
  async refresh(): Promise<readonly InstalledCheckpoint[]> {
    const { installed, unfinished, damaged } = await this.#core.parts.library.list();
    const shown = newestFirst(installed);
    this.#core.set(({ checkpoints }) => ({
      checkpoints: {
        ...checkpoints,
        installed: shown.map(summarize),
        unfinished: unfinished.flatMap(({ id, origin, haveBytes }) =>
          origin?.url === undefined
            ? []
            : [
                {
                  id,
                  url: origin.url,
                  name: origin.name ?? lastPart(origin.url),
                  haveBytes,
                  totalBytes: origin.totalBytes,
                },
              ],
        ),
        damaged: damaged.map(({ id, error, origin }) => ({
          id,
          name: origin?.name ?? id,
          canFetchAgain: origin?.url !== undefined,
          problem: describeProblem(error),
        })),
      },
    }));
    await refreshStorage(this.#core);
    return shown;
  }

  async #follow(
    request: WeightsRequest,
    signal: AbortSignal,
  ): Promise<WeightsEvent | undefined> {
    let last: WeightsEvent | undefined;
    for await (const event of this.#core.parts.library.work(request, signal)) {
      last = event;
      if (event.kind !== 'progress') continue;
      const { name, file, loadedBytes, totalBytes } = event;
      const { job } = this.#core.now.checkpoints;
      if (job.kind === 'running') {
        this.#setJob({ ...job, name, file, loadedBytes, totalBytes });
      }
    }
    return last;
  }

  #setJob(job: CheckpointJob): void {
    this.#core.set(({ checkpoints }) => ({ checkpoints: { ...checkpoints, job } }));
  }
}

/** What the repair of a checkpoint that came from a folder can only say. */
export function noWayToRepair(name: string): AssistantError {
  return new AssistantError(
    'bad-data',
    `${name} came from a folder on this computer. Add the folder again: only what is damaged is copied.`,
    { path: name },
  );
}

export function summarize({
  id,
  manifest,
  origin,
  sizeBytes,
}: InstalledCheckpoint): CheckpointSummary {
  const { name, quantization, licence, understandsImages, languages } = manifest;
  return {
    id,
    name,
    quantization,
    licence,
    understandsImages,
    ...(languages && { languages }),
    sizeBytes,
    isBundled: origin?.isBundled === true,
    canFetchAgain: origin?.url !== undefined,
  };
}

function newestFirst(
  installed: readonly InstalledCheckpoint[],
): readonly InstalledCheckpoint[] {
  const time = ({ origin }: InstalledCheckpoint) => origin?.installedMs ?? 0;
  return installed.toSorted((a, b) => time(b) - time(a));
}

function startOfJob(work: CheckpointWork, name: string): CheckpointJob {
  const bytes = { loadedBytes: 0, totalBytes: 0 };
  return { kind: 'running', work, name, file: '', ...bytes, startedMs: Date.now() };
}
