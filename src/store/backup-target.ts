/** @file Where a backup is written to. */
import type { ArchiveSink } from './archive/write-archive.ts';

export type BackupTarget =
  /** A file of the page's own, from where it is saved. */
  | { readonly kind: 'temporary' }
  | { readonly kind: 'picked'; readonly handle: FileSystemFileHandle };

/** A file that is being written. */
export interface BackupFile extends ArchiveSink {
  /** True when what was written so far is there after a crash. */
  flush(): Promise<boolean>;
  /** Ends the writing; what was written stays. */
  close(): Promise<void>;
  /** Ends the writing; nothing of it stays in a file that was picked. */
  discard(): Promise<void>;
}

export interface BackupFiles {
  /**
   * Opens a file to be written on from `sizeBytes`; what is behind is cut off.
   *
   * @throws AssistantError 'bad-data' when it is shorter, or cannot be written
   */
  open(target: BackupTarget, sizeBytes: number): Promise<BackupFile>;
  /** The temporary one; undefined when there is none. */
  read(): Promise<File | undefined>;
  removeTemporary(): Promise<void>;
}
