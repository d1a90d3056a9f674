/** @file The places of turns on disk once those of an archive are among them. */
import type { Message } from '../clinic/conversation.ts';
import { mergeTurns } from './merge-turns.ts';
import { type KeptMessage, withParents } from './records.ts';

/** A turn at its place; without its message when that does not open. */
export interface PlacedTurn {
  readonly id: string;
  readonly order: number;
  readonly message: KeptMessage | undefined;
}

/** A turn that has to be written. */
export interface TurnToWrite {
  readonly order: number;
  readonly message: Message;
}

/**
 * The turns of both that are new, are another than before, or move. A turn that does
 * not open stays at its place, unless the archive has it.
 *
 * @param ours - in order
 */
export function placeTurns(
  ours: readonly PlacedTurn[],
  theirs: readonly Message[],
): readonly TurnToWrite[] {
  const opened = ours.flatMap(({ message }) =>
    message === undefined ? [] : [message],
  );
  const before = withParents(opened);
  const merged = mergeTurns(before, theirs);
  const same = new Set(before);
  if (merged.length === before.length && merged.every((turn) => same.has(turn))) {
    return [];
  }
  const orders = new Map(ours.map(({ id, order }) => [id, order]));
  const known = new Set(merged.map(({ id }) => id));
  const taken = new Set(
    ours.flatMap(({ id, order }) => (known.has(id) ? [] : [order])),
  );
  // Written when a turn named no parent: its place said it, and may do so no longer.
  const unnamed = new Set(
    opened.flatMap(({ id, parentId }) => (parentId === undefined ? [id] : [])),
  );
  const toWrite: TurnToWrite[] = [];
  let order = -1;
  for (const message of merged) {
    const { id } = message;
    const kept = orders.get(id);
    order = Math.max(order + 1, kept ?? 0);
    while (taken.has(order)) order += 1;
    const stays = same.has(message) && kept === order && !unnamed.has(id);
    if (!stays) toWrite.push({ order, message });
  }
  return toWrite;
}
