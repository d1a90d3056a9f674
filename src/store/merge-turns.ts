/**
 * @file The turns of one consultation from two profiles, as one tree.
 *
 * Turns have ids made by chance and are never changed, so the union of both is the
 * tree: a branch that only one side knows stays. Only an answer that was growing,
 * or was cut off, can be further on one side; the one that is further stays.
 *
 * The order is that of writing: both sides keep theirs, and a turn stands after
 * the one that it answers.
 */
import type { Message } from '../clinic/conversation.ts';

/** @param ours - the order in which they stand is kept where `theirs` adds nothing */
export function mergeTurns(
  ours: readonly Message[],
  theirs: readonly Message[],
): readonly Message[] {
  const known = new Map(ours.map((message) => [message.id, message]));
  const added: Message[] = [];
  for (const message of theirs) {
    const kept = known.get(message.id);
    if (kept === undefined) added.push(message);
    known.set(message.id, further(kept, message));
  }
  const order = parentsFirst(byTime(ours, added));
  return order.map((message) => known.get(message.id) ?? message);
}

/** The one of two states of an answer that is further; `ours` when neither is. */
function further(ours: Message | undefined, theirs: Message): Message {
  if (ours === undefined) {
    return theirs.state === 'growing' ? { ...theirs, state: 'stopped' } : theirs; // nobody makes it here
  }
  const [rankOurs, rankTheirs] = [rank(ours), rank(theirs)];
  if (rankTheirs !== rankOurs) return rankTheirs > rankOurs ? theirs : ours;
  return rankOurs > 0 && theirs.text.length > ours.text.length ? theirs : ours;
}

function rank({ state }: Message): number {
  switch (state) {
    case 'growing':
      return 0;
    case 'failed':
    case 'stopped':
      return 1;
    case 'complete':
      return 2;
  }
}

/** Two rows as one; each keeps its own order. */
function byTime(ours: readonly Message[], added: readonly Message[]): Message[] {
  // A growing answer is being written at its place: nothing is put before it.
  if (ours.some(({ state }) => state === 'growing')) return [...ours, ...added];
  const merged: Message[] = [];
  let next = 0;
  for (const message of ours) {
    for (; next < added.length; next++) {
      const other = added[next];
      if (other === undefined || other.createdMs >= message.createdMs) break;
      merged.push(other);
    }
    merged.push(message);
  }
  return [...merged, ...added.slice(next)];
}

/** A turn whose parent stands later goes behind it. */
function parentsFirst(messages: readonly Message[]): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const ordered: Message[] = [];
  for (const message of messages) {
    const waiting: Message[] = [];
    let at: Message | undefined = message;
    while (at !== undefined && byId.delete(at.id)) {
      // a circle ends here
      waiting.push(at);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    ordered.push(...waiting.toReversed());
  }
  return ordered;
}
