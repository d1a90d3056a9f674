/** @file What the browser says when its storage fails, as errors somebody can act on. */
import { AssistantError } from '../base/errors.ts';

/** Faults of the disk, of the database's files, and of a connection that was closed. */
const FAULTS: ReadonlySet<string> = new Set([
  'UnknownError',
  'DataError',
  'AbortError',
  'TimeoutError',
  'TransactionInactiveError',
  'InvalidStateError',
]);

/** True for what IndexedDB throws where nobody gave it a sentence: when reading. */
export function isDatabaseFault(error: unknown): boolean {
  const names = ['QuotaExceededError', 'UnknownError', 'InvalidStateError'];
  return error instanceof DOMException && names.includes(error.name);
}

/** A full disk, a disk that fails, a closed database; anything else as it is. */
export function storageError(cause: unknown): unknown {
  if (!(cause instanceof DOMException)) return cause;
  const { name } = cause;
  if (name === 'QuotaExceededError') {
    return new AssistantError(
      'out-of-memory',
      'The disk space for this page is used up. Remove a checkpoint or free space on the disk.',
      { where: 'disk' },
      { cause },
    );
  }
  if (!FAULTS.has(name)) return cause;
  const message =
    name === 'InvalidStateError'
      ? 'The browser closed the database of this page. Reload the page; what was kept is still there.'
      : `The browser could not read or write its database (${name}). Try again; if it stays so, check the disk and restart the browser. What is on screen stays there.`;
  return new AssistantError('storage-failed', message, { reason: name }, { cause });
}
