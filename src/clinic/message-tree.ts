/**
 * @file Walking the tree of turns.
 *
 *   question ─┬─ answer ── question ── answer
 *             └─ answer (made again)
 *
 * `messages` are in the order in which they were written, so a parent stands
 * before its children. A turn whose parent could not be read begins a branch.
 */
import type { Conversation, Message } from './conversation.ts';

/** From the first turn to `leafId`; to the newest turn when that is not there. */
export function branchTo(
  messages: readonly Message[],
  leafId: string | undefined,
): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: Message[] = [];
  let at = (leafId === undefined ? undefined : byId.get(leafId)) ?? messages.at(-1);
  while (at !== undefined) {
    branch.push(at);
    byId.delete(at.id); // a damaged record cannot lead in a circle
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return branch.toReversed();
}

/** The branch on screen. The same array for the same conversation. */
export function shownBranch(conversation: Conversation): readonly Message[] {
  const known = branches.get(conversation);
  if (known !== undefined) return known;
  const branch = branchTo(conversation.messages, conversation.leafId);
  branches.set(conversation, branch);
  return branch;
}

const branches = new WeakMap<Conversation, readonly Message[]>();

/** The turns that stand where `message` stands, itself included, oldest first. */
export function siblingsOf(
  messages: readonly Message[],
  message: Message,
): readonly Message[] {
  return messages.filter((other) => other.parentId === message.parentId);
}

/** The end of the newest branch through the turn `id`. */
export function newestLeafBelow(messages: readonly Message[], id: string): string {
  let leaf = id;
  let from = messages.findIndex((message) => message.id === id);
  for (;;) {
    const at = messages.findLastIndex((message) => message.parentId === leaf);
    const child = messages[at];
    if (child === undefined || at <= from) return leaf;
    leaf = child.id;
    from = at;
  }
}
