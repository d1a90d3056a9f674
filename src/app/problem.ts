/**
 * @file An error as it is shown: a sentence, and the way out.
 *
 * The way out names what the interface should offer next to the sentence. It is
 * read off the error's kind, so every part of the page offers the same one.
 */
import {
  AssistantError,
  type ErrorKind,
  type ErrorRecord,
  isKind,
  toErrorRecord,
} from '../base/errors.ts';
import { never } from '../base/assert.ts';
import { isDatabaseFault, storageError } from '../store/storage-error.ts';

/** What the person can do about a problem. `none`: nothing but reading it. */
export type WayOut =
  | 'none'
  | 'retry'
  | 'reload-engine'
  | 'smaller-checkpoint'
  | 'choose-checkpoint'
  | 'fetch-again'
  | 'free-disk-space'
  | 'new-consultation'
  | 'change-input'
  | 'write-here'
  | 'report';

/** An error on screen: `kind` and `details` choose the translation, `message` is the English sentence. */
export interface Problem {
  readonly kind: ErrorKind | 'bug';
  readonly message: string;
  readonly record: ErrorRecord;
  readonly wayOut: WayOut;
}

export function describeProblem(thrown: unknown): Problem {
  const error = isDatabaseFault(thrown) ? storageError(thrown) : thrown;
  const record = toErrorRecord(error);
  return {
    kind: record.kind,
    message: record.message,
    record,
    wayOut: error instanceof AssistantError ? wayOut(error) : 'report',
  };
}

function wayOut(error: AssistantError): WayOut {
  if (isKind(error, 'out-of-memory')) {
    return error.details.where === 'disk' ? 'free-disk-space' : 'smaller-checkpoint';
  }
  if (isKind(error, 'bad-input')) {
    return error.details.what === 'context-full' ? 'new-consultation' : 'change-input';
  }
  return wayOutOfKind(error.kind);
}

function wayOutOfKind(kind: ErrorKind): WayOut {
  switch (kind) {
    case 'aborted':
      return 'none';
    case 'unsupported':
    case 'self-check-failed':
      return 'choose-checkpoint';
    case 'out-of-memory':
      return 'smaller-checkpoint';
    case 'device-lost':
      return 'reload-engine';
    case 'bad-input':
      return 'change-input';
    case 'bad-data':
      return 'fetch-again';
    case 'not-writer':
      return 'write-here';
    case 'storage-failed':
    case 'network':
      return 'retry';
    default:
      return never(kind);
  }
}
