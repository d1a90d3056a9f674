/**
 * @file Backups that are made by themselves: into a folder that was chosen once,
 * when one is due and the page is open, unlocked and the one that writes.
 *
 * Each day has a file of its own; older ones are left to the person.
 */
import { AssistantError } from '../base/errors.ts';
import type { Actions } from './actions.ts';
import { backupName, permitted } from './archive-actions.ts';
import type { ArchiveWork } from './archive-work.ts';
import type { AppCore } from './core.ts';
import { describeProblem } from './problem.ts';

const HOUR_MS = 3_600_000;
const PERIOD_MS = { daily: 24 * HOUR_MS, weekly: 7 * 24 * HOUR_MS } as const;
/** Looked at this often. */
const LOOK_MS = 60_000;

type ScheduleActions = Pick<Actions, 'scheduleBackups' | 'allowBackupFolder'>;

export class BackupTimer {
  readonly #core: AppCore;
  readonly #work: ArchiveWork;
  readonly #read: () => Promise<void>;
  /** After a failure it is not tried again before. */
  #notBeforeMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param read - shows what is known of backups again */
  constructor(core: AppCore, work: ArchiveWork, read: () => Promise<void>) {
    this.#core = core;
    this.#work = work;
    this.#read = read;
  }

  readonly actions: ScheduleActions = {
    scheduleBackups: (schedule, folder) =>
      this.#core.attempt(async () => {
        const { states } = this.#work.archives;
        await states.write({ schedule, ...(folder !== undefined && { folder }) });
        this.#work.set({ isFolderShut: false });
        this.#notBeforeMs = 0;
        await this.#read();
        await this.look();
      }),
    allowBackupFolder: () =>
      this.#core.attempt(async () => {
        const { folder } = await this.#work.archives.states.read();
        if (folder === undefined) return;
        if (!(await permitted(folder, 'requestPermission'))) return;
        this.#work.set({ isFolderShut: false });
        this.#core.set(({ notices }) => ({
          notices: notices.filter(({ kind }) => kind !== 'backup-due'),
        }));
        await this.look();
      }),
  };

  start(): void {
    this.#timer ??= setInterval(
      () => void this.#core.attempt(() => this.look()),
      LOOK_MS,
    );
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Makes the backup that is due. */
  async look(): Promise<void> {
    const { start, writer, archives } = this.#core.now;
    if (start.kind !== 'started' || writer !== 'writing') return;
    if (this.#work.isBusy || archives.work.kind !== 'idle') return;
    if (Date.now() < this.#notBeforeMs) return;
    const { backups, states } = this.#work.archives;
    const { schedule, folder, lastMs = 0 } = await states.read();
    if (schedule === 'off' || folder === undefined) return;
    if (Date.now() - lastMs < PERIOD_MS[schedule]) return;
    if (!(await backups.hasKey())) return;
    if (!(await permitted(folder, 'queryPermission'))) {
      if (!archives.isFolderShut) this.#core.tell({ kind: 'backup-due' });
      this.#work.set({ isFolderShut: true });
      return;
    }
    await this.#backUp(folder);
  }

  async #backUp(folder: FileSystemDirectoryHandle): Promise<void> {
    await this.#work.run('backup', async (signal) => {
      try {
        const handle = await fileIn(folder, backupName(Date.now()));
        const target = { kind: 'picked', handle } as const;
        await this.#work.write(target, await this.#work.begin(), signal);
        this.#work.set({ work: { kind: 'idle' } });
        await this.#read();
      } catch (error) {
        if (signal.aborted) throw error;
        this.#notBeforeMs = Date.now() + HOUR_MS;
        this.#work.set({ work: { kind: 'idle' } });
        this.#core.tell({ kind: 'problem', problem: describeProblem(error) });
      }
    });
  }
}

async function fileIn(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle> {
  try {
    return await folder.getFileHandle(name, { create: true });
  } catch (cause) {
    throw new AssistantError(
      'bad-data',
      'The backup cannot be written to its place. Connect the disk, allow the page to write there, or choose another place.',
      { path: 'backup:unwritable' },
      { cause },
    );
  }
}
