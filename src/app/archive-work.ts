/**
 * @file The work behind backup, restore and export: one at a time, told as it goes,
 * ended by the person or by a lock.
 */
import { isKind } from '../base/errors.ts';
import type { ArchiveCheckpoint } from '../store/archive/write-archive.ts';
import type { Archives } from '../store/archives.ts';
import type { BackupFile, BackupTarget } from '../store/backup-target.ts';
import type { BackupCounts } from '../store/backup.ts';
import type { ArchivesState, ArchiveWork as Work } from './archive-state.ts';
import type { AppCore } from './core.ts';
import { describeProblem } from './problem.ts';
import { APP_VERSION } from './version.ts';

/** Where to go on is noted this often. */
const NOTE_MS = 2000;
/** Numbers on screen change this often. */
const TELL_MS = 150;

export class ArchiveWork {
  readonly #core: AppCore;
  #abort = new AbortController();
  #toldMs = 0;
  #isBusy = false;

  constructor(core: AppCore) {
    this.#core = core;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get archives(): Archives {
    return this.#core.kept.archives;
  }

  set(change: Partial<ArchivesState>): void {
    this.#core.set(({ archives }) => ({ archives: { ...archives, ...change } }));
  }

  /** Ends what goes on; a backup can be gone on with. */
  cancel(): void {
    this.#abort.abort();
  }

  /** Runs work that nothing else goes on beside; a failure is shown. */
  async run(
    what: 'backup' | 'restore' | 'export',
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      await work(signal);
    } catch (error) {
      const isEnded = signal.aborted || isKind(error, 'aborted');
      this.set({
        work: isEnded
          ? { kind: 'idle' }
          : { kind: 'failed', what, problem: describeProblem(error) },
      });
    } finally {
      this.#isBusy = false;
    }
  }

  /** Shows how far it is, not more often than somebody can read. */
  tell(work: Work): void {
    const nowMs = performance.now();
    if (nowMs - this.#toldMs < TELL_MS) return;
    this.#toldMs = nowMs;
    this.set({ work });
  }

  async begin(): Promise<ArchiveCheckpoint> {
    return this.archives.backups.begin(APP_VERSION, Date.now());
  }

  /** Writes a backup from a checkpoint to its end; notes where to go on when it is ended before. */
  async write(
    target: BackupTarget,
    from: ArchiveCheckpoint,
    signal: AbortSignal,
  ): Promise<BackupCounts> {
    const { files, states } = this.archives;
    const start = {
      doneConsultations: 0,
      ofConsultations: 0,
      sizeBytes: from.sizeBytes,
    };
    this.set({ work: { kind: 'backing-up', ...start } });
    const file = await files.open(target, from.sizeBytes);
    const begun = { target, checkpoint: from };
    try {
      const counts = await this.#writeAll(file, begun, signal);
      await file.close();
      await states.write({ begun: undefined, lastMs: Date.now() });
      this.#core.audit.note({ what: 'backup' });
      return counts;
    } catch (error) {
      await this.#pause(file, begun);
      throw error;
    }
  }

  async #writeAll(
    file: BackupFile,
    begun: { readonly target: BackupTarget; checkpoint: ArchiveCheckpoint },
    signal: AbortSignal,
  ): Promise<BackupCounts> {
    const { backups, states } = this.archives;
    const request = { from: begun.checkpoint, sink: file, signal };
    let notedMs = performance.now();
    let counts: BackupCounts | undefined;
    for await (const event of backups.write(request)) {
      ({ counts } = event);
      if (event.kind === 'done') return counts;
      const { ofConsultations, checkpoint } = event;
      this.tell({
        kind: 'backing-up',
        doneConsultations: counts.consultations,
        ofConsultations,
        sizeBytes: counts.sizeBytes,
      });
      if (checkpoint === undefined) continue;
      begun.checkpoint = checkpoint;
      if (performance.now() - notedMs > NOTE_MS && (await file.flush())) {
        await states.write({ begun: { ...begun } });
        notedMs = performance.now();
      }
    }
    throw new Error('a backup ends with what it holds');
  }

  /** Keeps what was written, when it can be gone on with. */
  async #pause(
    file: BackupFile,
    { target, checkpoint }: { target: BackupTarget; checkpoint: ArchiveCheckpoint },
  ): Promise<void> {
    const { states } = this.archives;
    try {
      if (checkpoint.sizeBytes === 0) throw new Error('nothing to go on with');
      await file.close();
      await states.write({ begun: { target, checkpoint } });
      this.set({ canGoOn: true });
    } catch {
      await file.discard();
      await states.write({ begun: undefined }).catch(() => {}); // the failure before is told
      this.set({ canGoOn: false });
    }
  }
}
