/**
 * @file The files that this browser writes backups into.
 *
 * One that the person picked is written by the browser beside its place and moved
 * there when it is closed. Where there is no picker, a file of the page's own takes
 * the backup, from where it is saved; what is written there survives a crash.
 */
import {
  BACKUP_FILE,
  backupFileError,
  backupIsGone,
  openBackupFolder,
} from './backup-folder.ts';
import type { BackupFile, BackupFiles } from './backup-target.ts';
import { TemporaryFile } from './temporary-backup.ts';
import { readFile, removeFile } from './weights-folder.ts';

export const browserBackupFiles: BackupFiles = {
  async open(target, sizeBytes) {
    try {
      return target.kind === 'temporary'
        ? await TemporaryFile.open(sizeBytes)
        : await PickedFile.open(target.handle, sizeBytes);
    } catch (error) {
      throw backupFileError(error);
    }
  },
  read: async () => readFile(await openBackupFolder(), BACKUP_FILE),
  removeTemporary: async () => removeFile(await openBackupFolder(), BACKUP_FILE),
};

class PickedFile implements BackupFile {
  readonly #writable: FileSystemWritableFileStream;

  private constructor(writable: FileSystemWritableFileStream) {
    this.#writable = writable;
  }

  static async open(handle: FileSystemFileHandle, sizeBytes: number) {
    const keepExistingData = sizeBytes > 0;
    if (keepExistingData) {
      const { size } = await handle.getFile();
      if (size < sizeBytes) throw backupIsGone();
    }
    const writable = await handle.createWritable({ keepExistingData });
    if (keepExistingData) {
      await writable.truncate(sizeBytes);
      await writable.seek(sizeBytes);
    }
    return new PickedFile(writable);
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#told(this.#writable.write(bytes));
  }

  async flush(): Promise<boolean> {
    return false; // it is moved to its place when it is closed
  }

  close(): Promise<void> {
    return this.#told(this.#writable.close());
  }

  async discard(): Promise<void> {
    await this.#writable.abort().catch(() => {}); // it failed already
  }

  async #told(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      throw backupFileError(error);
    }
  }
}
