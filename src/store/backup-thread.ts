/** @file A worker of the page that writes the temporary file of a backup. */
import { must } from '../base/assert.ts';
import { type ErrorRecord, toErrorRecord } from '../base/errors.ts';
import {
  BACKUP_FILE,
  backupFileError,
  backupIsGone,
  openBackupFolder,
} from './backup-folder.ts';
import { openSync, type SyncFile, writeAll } from './opfs-file.ts';

export type BackupRequest =
  /** Cuts the file to `sizeBytes`. */
  | { readonly kind: 'open'; readonly sizeBytes: number }
  | { readonly kind: 'write'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'flush' }
  | { readonly kind: 'close' };

export interface BackupReply {
  readonly error?: ErrorRecord;
}

let file: SyncFile | undefined;
let at = 0;

self.addEventListener('message', ({ data }: MessageEvent<BackupRequest>) => {
  void work(data).then(
    () => self.postMessage({}),
    (error: unknown) =>
      self.postMessage({ error: toErrorRecord(backupFileError(error)) }),
  );
});

async function work(request: BackupRequest): Promise<void> {
  if (request.kind === 'open') return open(request.sizeBytes);
  const opened = must(file, 'it was opened');
  if (request.kind === 'write') {
    at += writeAll(opened, request.bytes, at, BACKUP_FILE);
  } else opened.flush();
  if (request.kind === 'close') opened.close();
}

async function open(sizeBytes: number): Promise<void> {
  file = await openSync(await openBackupFolder(), BACKUP_FILE);
  if (file.getSize() < sizeBytes) {
    file.close();
    throw backupIsGone();
  }
  file.truncate(sizeBytes);
  at = sizeBytes;
}
