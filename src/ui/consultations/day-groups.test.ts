import { expect, test } from 'vitest';
import { groupByDay } from './day-groups.ts';

const at = (day: number, hour: number, id: string) => {
  const updatedMs = new Date(2026, 4, day, hour).getTime();
  return { id, title: id, tags: [], createdMs: updatedMs, updatedMs };
};

test('a day begins at local midnight, and each group is newest first', () => {
  const now = new Date(2026, 4, 20, 9).getTime();
  const list = [
    at(1, 8, 'old'),
    at(20, 0, 'night'),
    at(19, 23, 'eve'),
    at(20, 8, 'morning'),
  ];
  const groups = groupByDay([...list, at(13, 0, 'week')], now);
  expect(
    groups.map(([group, members]) => [group, members.map(({ id }) => id)]),
  ).toEqual([
    ['today', ['morning', 'night']],
    ['yesterday', ['eve']],
    ['lastWeek', ['week']],
    ['older', ['old']],
  ]);
});

test('groups without members are not shown', () => {
  expect(groupByDay([], 0)).toEqual([]);
});
