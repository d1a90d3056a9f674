/** @file Backup, restore and export on screen. */
import type { BackupCounts } from '../store/backup.ts';
import type { BackupSchedule } from '../store/backup-state.ts';
import type { ArchiveSummary, RestoreResult } from '../store/restore.ts';
import type { Problem } from './problem.ts';

export type { ArchiveSummary, BackupCounts, BackupSchedule, RestoreResult };

/** What goes on; one thing at a time. What it came to stays until dismissed. */
export type ArchiveWork =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'backing-up';
      readonly doneConsultations: number;
      readonly ofConsultations: number;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: 'backed-up';
      readonly counts: BackupCounts;
      /** To be saved, when it was not written where the person wants it. */
      readonly file?: SavedFile;
    }
  /** The archive is read, to see that it is whole. */
  | { readonly kind: 'reading'; readonly doneBytes: number; readonly ofBytes: number }
  /** Nothing was written; `restoreArchive` begins. */
  | { readonly kind: 'read'; readonly summary: ArchiveSummary }
  | {
      readonly kind: 'restoring';
      readonly doneConsultations: number;
      readonly ofConsultations: number;
    }
  | { readonly kind: 'restored'; readonly result: RestoreResult }
  | {
      readonly kind: 'exporting';
      readonly doneConsultations: number;
      readonly ofConsultations: number;
    }
  | { readonly kind: 'exported'; readonly file?: SavedFile }
  | {
      readonly kind: 'failed';
      readonly what: 'backup' | 'restore' | 'export';
      readonly problem: Problem;
    };

/** A file that waits to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface ArchivesState {
  readonly work: ArchiveWork;
  /** True when a passphrase for backups has to be set first. */
  readonly needsPassphrase: boolean;
  /** True when a backup was begun and can be gone on with. */
  readonly canGoOn: boolean;
  readonly lastMs?: number;
  readonly schedule: BackupSchedule;
  /** Where scheduled backups go. */
  readonly folderName?: string;
  /** True when the browser lets the page write there only once the person says so again. */
  readonly isFolderShut: boolean;
}

export const NO_ARCHIVES: ArchivesState = {
  work: { kind: 'idle' },
  needsPassphrase: false,
  canGoOn: false,
  schedule: 'off',
  isFolderShut: false,
};
