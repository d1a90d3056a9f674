/** @file Everything that takes a profile out of the browser, and back. */
import type { Stretch } from './argon2.ts';
import { BackupStates } from './backup-state.ts';
import type { BackupFiles } from './backup-target.ts';
import { Backups } from './backup.ts';
import type { Database } from './database.ts';
import type { Erasures } from './erasures.ts';
import { OpenExport } from './open-export.ts';
import { Restores } from './restore.ts';
import type { Vault } from './vault.ts';

export interface Archives {
  readonly backups: Backups;
  readonly restores: Restores;
  readonly exports: OpenExport;
  readonly states: BackupStates;
  readonly files: BackupFiles;
}

interface ArchiveParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly erasures: Erasures;
  readonly stretch: Stretch;
  readonly files: BackupFiles;
}

export function openArchives(parts: ArchiveParts): Archives {
  return {
    backups: new Backups(parts),
    restores: new Restores(parts),
    exports: new OpenExport(parts),
    states: new BackupStates(parts.database),
    files: parts.files,
  };
}
