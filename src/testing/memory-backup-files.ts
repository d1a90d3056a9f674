/** @file Backup files, a folder and handles in memory, which can be made to refuse. */
import { concatBytes } from '../base/bytes.ts';
import type { BackupFile, BackupFiles, BackupTarget } from '../store/backup-target.ts';

export class MemoryBackupFiles implements BackupFiles {
  /** What was closed or flushed, by the name of the file; '' is the temporary one. */
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Called before each write. */
  beforeWrite: (sizeBytes: number) => Promise<void> = async () => {};

  async open(target: BackupTarget, sizeBytes: number): Promise<BackupFile> {
    const name = target.kind === 'temporary' ? '' : target.handle.name;
    const parts: Uint8Array[] = [
      (this.kept.get(name) ?? new Uint8Array()).slice(0, sizeBytes),
    ];
    let written = sizeBytes;
    const keep = () => void this.kept.set(name, new Uint8Array(concatBytes(parts)));
    return {
      write: async (bytes) => {
        await this.beforeWrite(written);
        parts.push(bytes.slice());
        written += bytes.length;
      },
      flush: async () => {
        keep();
        return true;
      },
      close: async () => keep(),
      discard: async () => void this.kept.delete(name),
    };
  }

  async read(): Promise<File | undefined> {
    const bytes = this.kept.get('');
    return bytes && new File([bytes], 'backup.pulsemind');
  }

  async removeTemporary(): Promise<void> {
    this.kept.delete('');
  }
}

/** A folder that was chosen; `state` is what the browser says when it is asked. */
export class FakeFolder {
  readonly name: string;
  state: PermissionState = 'granted';

  constructor(name: string) {
    this.name = name;
  }

  async queryPermission(): Promise<PermissionState> {
    return this.state;
  }

  async requestPermission(): Promise<PermissionState> {
    this.state = 'granted';
    return this.state;
  }

  async getFileHandle(name: string): Promise<{ name: string }> {
    return { name };
  }

  get handle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }
}
