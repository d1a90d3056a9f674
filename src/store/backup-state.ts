/**
 * @file What is known of backups: when they are due and where they go, and the one
 * that is not finished. In the clear, for nothing of a consultation is in it.
 */
import * as v from 'valibot';
import { archiveCheckpoint } from './archive/write-archive.ts';
import type { BackupTarget } from './backup-target.ts';
import { type Database, writing } from './database.ts';
import { time } from './records.ts';

const KEY = 'backup';

const target = v.custom<BackupTarget>((value) => {
  const { kind, handle } = value as { kind?: unknown; handle?: unknown };
  return kind === 'temporary' || (kind === 'picked' && typeof handle === 'object');
});

const backupState = v.object({
  schedule: v.optional(v.picklist(['off', 'daily', 'weekly']), 'off'),
  /** Where scheduled backups go. */
  folder: v.exactOptional(
    v.custom<FileSystemDirectoryHandle>((value) => typeof value === 'object'),
  ),
  /** The last one, wherever it went. */
  lastMs: v.exactOptional(time),
  /** The one that can be gone on with. */
  begun: v.exactOptional(v.object({ target, checkpoint: archiveCheckpoint })),
});

export type BackupState = v.InferOutput<typeof backupState>;
export type BackupSchedule = BackupState['schedule'];

export class BackupStates {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What cannot be read is as if it had not been kept. */
  async read(): Promise<BackupState> {
    const kept: unknown = await this.#database.get('settings', KEY);
    const result = v.safeParse(backupState, kept ?? {});
    return result.success ? result.output : { schedule: 'off' };
  }

  /** Changes what `change` names; `undefined` forgets it. */
  async write(change: {
    readonly [K in keyof BackupState]?: BackupState[K] | undefined;
  }): Promise<void> {
    const changed = Object.entries({ ...(await this.read()), ...change });
    const state = Object.fromEntries(
      changed.filter(([, value]) => value !== undefined),
    );
    await writing(this.#database, ['settings'], async (transaction) => {
      const settings = transaction.objectStore('settings');
      await settings.put(state, KEY);
      const { lastMs } = change;
      if (lastMs !== undefined) await settings.put(lastMs, 'lastBackupMs');
    });
  }
}
