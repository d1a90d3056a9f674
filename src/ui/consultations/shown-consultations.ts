/** @file Which consultations the list shows: the pinned ones first, or the archive; with a tag, or all. */
import type { ConversationSummary } from '../../app/state.ts';
import { type DayGroup, groupByDay } from './day-groups.ts';

export interface ListFilter {
  readonly isArchive: boolean;
  /** Undefined for all. */
  readonly tag: string | undefined;
}

export const ALL: ListFilter = { isArchive: false, tag: undefined };

type Group = readonly [DayGroup | 'pinned', readonly ConversationSummary[]];

/** Groups that have something, in the order of the list. */
export function shownGroups(
  conversations: readonly ConversationSummary[],
  { isArchive, tag }: ListFilter,
  nowMs: number,
): readonly Group[] {
  const here = conversations
    .filter(({ shelf }) => (shelf === 'archived') === isArchive)
    .filter(({ tags }) => tag === undefined || tags.includes(tag));
  const pinned = here
    .filter(({ shelf }) => shelf === 'pinned')
    .toSorted((a, b) => b.updatedMs - a.updatedMs);
  const others = here.filter(({ shelf }) => shelf !== 'pinned');
  const days = groupByDay(others, nowMs);
  return pinned.length === 0 ? days : [['pinned', pinned], ...days];
}

/** Every tag of the consultations that are read, in the order of their letters. */
export function tagsOf(
  conversations: readonly ConversationSummary[],
): readonly string[] {
  return [...new Set(conversations.flatMap(({ tags }) => tags))].toSorted((a, b) =>
    a.localeCompare(b),
  );
}
