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
