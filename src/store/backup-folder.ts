/** @file Where a backup lies on its way out of the page: `backups/backup.pulsemind` of OPFS. */
import { AssistantError } from '../base/errors.ts';

const FOLDER = 'backups';
export const BACKUP_FILE = 'backup.pulsemind';

export async function openBackupFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** The unfinished backup is not there any more. */
export function backupIsGone(): AssistantError<'bad-data'> {
  return new AssistantError(
    'bad-data',
    'The unfinished backup is not where it was. Begin a new one.',
    { path: 'backup:gone' },
  );
}

/** Removes it with what is in it; false while a tab writes there. */
export async function removeBackupFolder(): Promise<boolean> {
  if (typeof navigator === 'undefined' || !navigator.storage?.getDirectory) return true;
  const root = await navigator.storage.getDirectory();
  try {
    await root.removeEntry(FOLDER, { recursive: true });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError';
  }
}

/** A file that cannot be written, in words. */
export function backupFileError(cause: unknown): unknown {
  if (!(cause instanceof DOMException)) return cause;
  if (cause.name === 'QuotaExceededError') {
    return new AssistantError(
      'out-of-memory',
      'There is no space left for the backup. Free space there, or choose another place.',
      { where: 'disk' },
      { cause },
    );
  }
  return new AssistantError(
    'bad-data',
    'The backup cannot be written to its place. Connect the disk, allow the page to write there, or choose another place.',
    { path: 'backup:unwritable' },
    { cause },
  );
}
