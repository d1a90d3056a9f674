/** @file Backing up, restoring and exporting, as a person asks for it. */
import { isKind } from '../base/errors.ts';
import type { BackupTarget } from '../store/backup-target.ts';
import type { RestorePlan } from '../store/restore.ts';
import type { Actions } from './actions.ts';
import type { ArchiveWork } from './archive-work.ts';
import { showConsultation } from './consultation-actions.ts';
import type { Desk } from './desk.ts';
import { currentId } from './selectors.ts';
import { APP_VERSION } from './version.ts';

export type ArchiveActions = Pick<
  Actions,
  | 'readBackups'
  | 'setBackupPassphrase'
  | 'backUp'
  | 'goOnWithBackup'
  | 'readArchive'
  | 'restoreArchive'
  | 'exportCases'
  | 'cancelArchiveWork'
  | 'dismissArchiveWork'
>;

export class ArchiveDesk {
  readonly #desk: Desk;
  readonly #work: ArchiveWork;
  /** The archive that was read; its key and what it holds go at a lock. */
  #plan: RestorePlan | undefined;

  constructor(desk: Desk, work: ArchiveWork) {
    this.#desk = desk;
    this.#work = work;
  }

  readonly actions: ArchiveActions = {
    readBackups: () => this.#desk.core.attempt(() => this.read()),
    setBackupPassphrase: (passphrase) =>
      this.#desk.core.attempt(async () => {
        await this.#work.archives.backups.setPassphrase(passphrase);
        await this.read();
      }),
    backUp: (handle) => this.#backUp(handle),
    goOnWithBackup: () => this.#goOn(),
    readArchive: (file, typed) => this.#readArchive(file, typed),
    restoreArchive: (bringBackErased) => this.#restore(bringBackErased),
    exportCases: (request) => this.#export(request),
    cancelArchiveWork: () => this.#work.cancel(),
    dismissArchiveWork: () => this.#dismiss(),
  };

  /** For a lock: nothing of an archive, and nothing exported, stays in memory. */
  drop(): void {
    this.#work.cancel();
    this.#dismiss();
    this.#work.set({ isFolderShut: false });
  }

  /** What is known of backups. */
  async read(): Promise<void> {
    const { backups, states } = this.#work.archives;
    const [state, hasKey] = [await states.read(), await backups.hasKey()];
    const { lastMs, folder, schedule } = state;
    this.#work.set({
      needsPassphrase: !hasKey,
      canGoOn: state.begun !== undefined,
      schedule,
      ...(lastMs !== undefined && { lastMs }),
      ...(folder !== undefined && { folderName: folder.name }),
    });
  }

  #dismiss(): void {
    this.#plan = undefined;
    this.#work.set({ work: { kind: 'idle' } });
  }

  #backUp(handle: FileSystemFileHandle | undefined): Promise<void> {
    const target: BackupTarget =
      handle === undefined ? { kind: 'temporary' } : { kind: 'picked', handle };
    return this.#work.run('backup', async (signal) => {
      await this.#write(target, await this.#work.begin(), signal);
    });
  }

  #goOn(): Promise<void> {
    return this.#work.run('backup', async (signal) => {
      const { begun } = await this.#work.archives.states.read();
      if (begun === undefined) return this.read();
      const { target, checkpoint } = begun;
      if (target.kind === 'picked') await allow(target.handle);
      try {
        await this.#write(target, checkpoint, signal);
      } catch (error) {
        if (!isKind(error, 'bad-data') || error.details.path !== 'archive:changed') {
          throw error;
        }
        // Another passphrase was set since: what was begun would open by the old one.
        await this.#write(target, await this.#work.begin(), signal);
      }
    });
  }

  async #write(
    target: BackupTarget,
    from: Awaited<ReturnType<ArchiveWork['begin']>>,
    signal: AbortSignal,
  ): Promise<void> {
    const counts = await this.#work.write(target, from, signal);
    const { files } = this.#work.archives;
    const blob = target.kind === 'temporary' ? await files.read() : undefined;
    const name = backupName(Date.now());
    this.#work.set({
      work: { kind: 'backed-up', counts, ...(blob && { file: { name, blob } }) },
    });
    await this.read();
  }

  async #readArchive(file: File, typed: string): Promise<boolean> {
    let isRight = true;
    await this.#work.run('restore', async (signal) => {
      const { restores } = this.#work.archives;
      const onProgress = (doneBytes: number, ofBytes: number) =>
        this.#work.tell({ kind: 'reading', doneBytes, ofBytes });
      try {
        const plan = await restores.read(file, typed, { onProgress, signal });
        signal.throwIfAborted();
        this.#plan = plan;
        this.#work.set({ work: { kind: 'read', summary: plan.summary } });
      } catch (error) {
        if (!isKind(error, 'bad-input')) throw error;
        isRight = false; // nothing of it was read
      }
    });
    return isRight;
  }

  #restore(bringBackErased: boolean): Promise<void> {
    const plan = this.#plan;
    if (plan === undefined) return Promise.resolve();
    this.#plan = undefined;
    const { core } = this.#desk;
    return this.#work.run('restore', async (signal) => {
      const ofConsultations = plan.summary.consultations;
      this.#work.set({
        work: { kind: 'restoring', doneConsultations: 0, ofConsultations },
      });
      const subject = new Date(plan.summary.madeMs).toISOString();
      core.audit.note({ what: 'restore', subject });
      try {
        for await (const event of plan.restore({ bringBackErased, signal })) {
          if (event.kind === 'progress') {
            this.#work.tell({ ...event, kind: 'restoring' });
          } else {
            this.#work.set({ work: { kind: 'restored', result: event.result } });
          }
        }
      } finally {
        await core.attempt(() => this.#showRestored());
      }
    });
  }

  /** The list, the search and the open consultation as they are now; the other tabs hear of it. */
  async #showRestored(): Promise<void> {
    const { core, answering, list } = this.#desk;
    if (core.now.start.kind !== 'started') return; // it was locked meanwhile
    core.changed({ kind: 'everything' });
    await list.read();
    core.search.drop();
    void core.search.open();
    const id = currentId(core.now);
    if (id !== undefined) await showConsultation(core, answering, id, 'again');
  }

  #export({ conversationIds, handle }: Parameters<Actions['exportCases']>[0]) {
    const { core } = this.#desk;
    return this.#work.run('export', async (signal) => {
      const { exports } = this.#work.archives;
      const start = { doneConsultations: 0, ofConsultations: 1 };
      this.#work.set({ work: { kind: 'exporting', ...start } });
      const madeMs = Date.now();
      const name = exportName(madeMs);
      if (conversationIds === undefined) {
        core.audit.note({ what: 'export', subject: name });
      }
      for (const conversationId of conversationIds ?? []) {
        core.audit.note({ what: 'export', conversationId });
      }
      const zip = exports.zip({
        app: APP_VERSION,
        madeMs,
        signal,
        ...(conversationIds !== undefined && { conversationIds }),
        onProgress: (doneConsultations, ofConsultations) =>
          this.#work.tell({ kind: 'exporting', doneConsultations, ofConsultations }),
      });
      if (handle === undefined) {
        // In memory: it is not encrypted, so no file of the page's own may hold it.
        const blob = await new Response(zip, {
          headers: { 'Content-Type': 'application/zip' },
        }).blob();
        signal.throwIfAborted();
        this.#work.set({ work: { kind: 'exported', file: { name, blob } } });
      } else {
        await zip.pipeTo(await handle.createWritable(), { signal });
        this.#work.set({ work: { kind: 'exported' } });
      }
    });
  }
}

export function backupName(timeMs: number): string {
  return `pulsemind-${dayOf(timeMs)}.pulsemind`;
}

function exportName(timeMs: number): string {
  return `pulsemind-cases-${dayOf(timeMs)}.zip`;
}

function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** Asks to write into a file that was picked at an earlier visit. */
async function allow(handle: FileSystemFileHandle): Promise<void> {
  await permitted(handle, 'requestPermission');
}

interface Permitted {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** True when the page may write there; a browser that does not ask lets it. */
export async function permitted(
  handle: FileSystemHandle,
  how: 'queryPermission' | 'requestPermission',
): Promise<boolean> {
  const asked = handle as FileSystemHandle & Permitted;
  return (await (asked[how]?.({ mode: 'readwrite' }) ?? 'granted')) === 'granted';
}
