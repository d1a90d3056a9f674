/** @file What can be wrong with an archive, each in a sentence of its own. */
import { AssistantError } from '../../base/errors.ts';

const SENTENCES = {
  'no-archive':
    'This file is not an archive of consultations. Choose a file that ends in .pulsemind.',
  truncated:
    'The archive is cut short: its end is missing. Copy it again from where it was made, or use an older one.',
  changed:
    'The archive was damaged or changed after it was made. Copy it again from where it was made, or use an older one.',
  newer:
    'The archive was made by a newer version of the application. Update the application, then open it again.',
  'too-large':
    'The archive holds a record larger than the application accepts. Leave out the image in question and make the archive again.',
  mismatch:
    'The archive does not hold what its own list says. Make it again, or use an older one.',
  unreadable:
    'The archive cannot be read from where it lies. Connect the disk or copy the file to this computer, then open it again.',
} as const;

export type ArchiveFault = keyof typeof SENTENCES;

/** Beginning of the path in the details; the fault follows. */
const PREFIX = 'archive:';

export function archiveError(
  fault: ArchiveFault,
  cause?: unknown,
): AssistantError<'bad-data'> {
  return new AssistantError(
    'bad-data',
    SENTENCES[fault],
    { path: `${PREFIX}${fault}` },
    { cause },
  );
}

/** Which fault of an archive an error tells of, if it tells of one. */
export function archiveFaultOf(error: unknown): ArchiveFault | undefined {
  const details = error instanceof AssistantError ? error.details : undefined;
  if (details === undefined || !('path' in details)) return undefined;
  const { path } = details;
  return (Object.keys(SENTENCES) as ArchiveFault[]).find(
    (fault) => path === `${PREFIX}${fault}`,
  );
}

export function wrongPassphrase(): AssistantError<'bad-input'> {
  return new AssistantError(
    'bad-input',
    'That is neither the passphrase nor the recovery code of this archive. It opens with the passphrase that was set when it was made.',
    { what: 'passphrase' },
  );
}
