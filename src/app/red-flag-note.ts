/** @file Noting in the audit which red flags a turn had when it was sent. */
import { findRedFlags } from '../clinic/red-flags/find-red-flags.ts';
import type { AppCore } from './core.ts';

/** Rules are noted by id, never with the words they were seen in. */
export function noteRedFlags(
  core: Pick<AppCore, 'audit'>,
  conversationId: string,
  text: string,
): void {
  const subject = findRedFlags(text)
    .map(({ rule }) => rule.id)
    .join(', ');
  if (subject === '') return;
  core.audit.note({ what: 'red-flag', conversationId, subject });
}
