/**
 * @file Work on checkpoints: fetching, importing, converting, verifying, one
 * at a time, each ending as a notice or as a job that failed.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import type { InstalledCheckpoint, UnfinishedCheckpoint } from '../store/weights.ts';
import type { PickedFolder } from '../store/picked-folder.ts';
import type { WeightsEvent, WeightsRequest } from '../store/weights-protocol.ts';
import { lastPart } from './checkpoint-address.ts';
import { CheckpointFolders } from './checkpoint-folders.ts';
import type { AppCore } from './core.ts';
import { Pace } from './pace.ts';
import { describeProblem } from './problem.ts';
import type {
  CheckpointJob,
  CheckpointSummary,
  CheckpointWork,
  UnfinishedCheckpoint as Unfinished,
} from './state.ts';
import { refreshStorage } from './storage-state.ts';

export class CheckpointJobs {
  readonly folders: CheckpointFolders;
  readonly #core: AppCore;
  #stopping = new AbortController();
  #isDiscarding = false;

  constructor(core: AppCore) {
    this.#core = core;
    this.folders = new CheckpointFolders(core);
  }

  get isRunning(): boolean {
    return this.#core.now.checkpoints.job.kind === 'running';
  }

  /**
   * Does one job, shown as the running one.
   *
   * @param name - shown until the checkpoint says its own
   * @param folder - what it is made from, remembered for when it stops halfway
   * @returns the last event; undefined when it failed, was stopped, or another job runs
   */
  async run(
    work: CheckpointWork,
    name: string,
    request: WeightsRequest,
    folder?: PickedFolder,
  ): Promise<WeightsEvent | undefined> {
    if (this.isRunning) return undefined;
    this.#stopping = new AbortController();
    this.#isDiscarding = false;
    const { signal } = this.#stopping;
    this.#setJob(startOfJob(work, name));
    try {
      const last = await this.#follow(request, signal, folder);
      await this.refresh();
      this.#setJob({ kind: 'idle' });
      return last;
    } catch (error) {
      if (this.#isDiscarding) await this.#discard();
      await this.refresh();
      this.#setJob(
        isKind(error, 'aborted')
          ? { kind: 'idle' }
          : { kind: 'failed', work, name, problem: describeProblem(error) },
      );
      return undefined;
    }
  }

  /** What is here stays. */
  pause(): void {
    this.#stopping.abort();
  }

  /** What the job brought here goes; a verification brings nothing. */
  discard(): void {
    this.#isDiscarding = true;
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
    const known = await this.folders.known(new Set(unfinished.map(({ id }) => id)));
    this.#core.set(({ checkpoints }) => ({
      checkpoints: {
        ...checkpoints,
        installed: shown.map(summarize),
        unfinished: unfinished.flatMap((begun) => describeBegun(begun, known) ?? []),
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
    folder: PickedFolder | undefined,
  ): Promise<WeightsEvent | undefined> {
    let last: WeightsEvent | undefined;
    const pace = new Pace();
    for await (const event of this.#core.parts.library.work(request, signal)) {
      last = event;
      if (event.kind !== 'progress') continue;
      const { kind: _, ...progress } = event;
      const { job } = this.#core.now.checkpoints;
      if (job.kind !== 'running') continue;
      if (job.id === undefined && folder !== undefined) {
        await this.folders.remember(event.id, folder);
      }
      if (event.totalBytes > 0) pace.note(Date.now(), event.loadedBytes);
      const remainingMs = pace.remainingMs(event.totalBytes);
      this.#setJob({ ...job, ...progress, remainingMs });
    }
    return last;
  }

  async #discard(): Promise<void> {
    const { job } = this.#core.now.checkpoints;
    if (job.kind !== 'running' || job.id === undefined || job.work === 'verify') return;
    await this.#core.parts.library.remove(job.id);
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
  const { isDemonstration } = manifest;
  return {
    id,
    name,
    quantization,
    licence,
    understandsImages,
    ...(isDemonstration === true && { isDemonstration }),
    ...(languages && { languages }),
    sizeBytes,
    isBundled: origin?.isBundled === true,
    canFetchAgain: origin?.url !== undefined,
  };
}

function describeBegun(
  { id, origin, haveBytes }: UnfinishedCheckpoint,
  knownFolders: ReadonlySet<string>,
): Unfinished | undefined {
  if (origin === undefined) return undefined;
  const { url, work, totalBytes } = origin;
  const name = origin.name ?? (url === undefined ? id : lastPart(url));
  const common = { id, name, haveBytes, totalBytes };
  if (url !== undefined) return { ...common, source: { kind: 'address', url } };
  if (work === undefined) return undefined;
  const hasFolder = knownFolders.has(id);
  return { ...common, source: { kind: 'folder', work, hasFolder } };
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
