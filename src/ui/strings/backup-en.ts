/** @file What the page says about backup, restore and export, in English. */
import { some } from './plural-en.ts';

export const backupEn = {
  menu: 'Backup and export…',
  title: 'Backup',
  about:
    'A backup holds all consultations, images, patients and reviews in one encrypted file. Drafts that were not sent are not in it.',
  opensBy:
    'It opens with the passphrase or the recovery code that this profile has now.',
  opensByOwn: 'It opens with the passphrase that you set for backups.',
  noPassphrase:
    'This profile has no passphrase. Set one for your backups; without it nobody can open them, not even you.',
  passphrase: 'Passphrase for backups',
  repeat: 'The same once more',
  setPassphrase: 'Set the passphrase',
  last: (when: string) => `Last backup: ${when}`,
  never: 'There is no backup yet.',
  backUp: 'Back up now',
  goOn: 'Go on with the unfinished backup',
  backingUp: 'Backing up',
  backedUp: (consultations: string, size: string) =>
    `Backed up: ${some(consultations, 'consultation')}, ${size}.`,
  leftOut: (count: string) =>
    `${some(count, 'damaged record')} could not be read, and not backed up.`,
  save: (name: string) => `Save ${name}`,
  saveNow: 'The file is ready. Save it where it is safe.',
  viewer: 'Save the page that opens backups without this app',
  viewerWhy: 'It works from any disk, without a network.',
  schedule: 'Back up by itself',
  schedules: { off: 'Off', daily: 'Every day', weekly: 'Every week' },
  folder: (name: string) => `Into the folder “${name}”`,
  noFolder: 'Choose the folder that backups go into.',
  chooseFolder: 'Choose a folder',
  noFolders:
    'This browser cannot write into a folder. Back up by hand, or use Chrome or Edge.',
  scheduleWhy:
    'A backup is written when it is due and this page is open and unlocked. Older backups stay in the folder.',
  due: 'A backup is due. Allow the page to write into its folder.',
  allow: 'Allow and back up',
  restore: 'Restore',
  restoreAbout:
    'Adds what a backup holds to this profile. Nothing here is lost: branches of both stay.',
  chooseFile: 'Choose a backup',
  typed: 'Passphrase or recovery code of the backup',
  wrong:
    'That is neither the passphrase nor the recovery code of this backup. It opens with the passphrase that was set when it was made.',
  read: 'Read the backup',
  reading: 'Reading the backup',
  madeOn: (when: string) => `Made on ${when}.`,
  holds: (consultations: string, turns: string, images: string, patients: string) =>
    `It is whole, and holds ${some(consultations, 'consultation')} with ${some(turns, 'turn')} and ${some(images, 'image')}, and ${some(patients, 'patient')}.`,
  news: (count: string) => `${count} of the consultations are not here.`,
  erased: (count: string) =>
    `Restore also what was erased here: ${some(count, 'consultation')}`,
  restoreNow: 'Restore now',
  restoring: 'Restoring',
  restored: (added: string, changed: string, same: string) =>
    `Restored: ${some(added, 'consultation')} added, ${changed} completed, ${same} unchanged.`,
  leftErased: (count: string) => `${count} were erased here and stay so.`,
  nothingWritten: 'Nothing was written so far.',
  export: 'Export',
  exportAbout:
    'Writes consultations as JSON with their images, for other programs. The file is not encrypted: whoever has it can read it.',
  exportAll: 'Export everything',
  exportOne: 'Export this consultation',
  exporting: 'Exporting',
  exported: 'Exported.',
  cancel: 'Cancel',
  done: 'Done',
  failed: {
    backup: 'The backup was not finished',
    restore: 'The backup was not restored',
    export: 'The export was not finished',
  },
};

export type BackupStrings = typeof backupEn;
