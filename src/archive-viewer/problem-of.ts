/** @file Which of the page's problems an error is. */
import { isKind } from '../base/errors.ts';
import { archiveFaultOf } from '../store/archive/archive-faults.ts';
import type { Problem } from './strings.ts';

export function problemOf(error: unknown): Problem {
  const fault = archiveFaultOf(error);
  if (fault !== undefined) return fault;
  if (isKind(error, 'bad-input')) return 'passphrase';
  if (error instanceof RangeError) return 'out-of-memory';
  return 'unknown';
}
