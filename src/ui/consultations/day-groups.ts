/** @file The list of consultations cut by day, as one remembers them. */
import type { ConversationSummary } from '../../app/state.ts';

export type DayGroup = 'today' | 'yesterday' | 'lastWeek' | 'older';

const DAYS: readonly (readonly [DayGroup, number])[] = [
  ['today', 0],
  ['yesterday', 1],
  ['lastWeek', 7],
  ['older', Infinity],
];

/** Groups that have something, newest first; a day begins at local midnight. */
export function groupByDay(
  conversations: readonly ConversationSummary[],
  nowMs: number,
): readonly (readonly [DayGroup, readonly ConversationSummary[]])[] {
  const newestFirst = conversations.toSorted((a, b) => b.updatedMs - a.updatedMs);
  return DAYS.map(
    ([group]) =>
      [
        group,
        newestFirst.filter((one) => groupOf(one.updatedMs, nowMs) === group),
      ] as const,
  ).filter(([, members]) => members.length > 0);
}

function groupOf(updatedMs: number, nowMs: number): DayGroup {
  for (const [group, days] of DAYS) {
    const begin = new Date(nowMs);
    begin.setHours(0, 0, 0, 0);
    begin.setDate(begin.getDate() - Math.min(days, 100_000));
    if (updatedMs >= begin.getTime()) return group;
  }
  return 'older';
}
