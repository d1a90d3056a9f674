import { expect, test } from 'vitest';
import {
  byDay,
  countIn,
  mergeDays,
  MOST_DAYS,
  MOST_ROWS,
  type RequestDay,
} from './request-rows.ts';

const total = (days: readonly RequestDay[]) =>
  days.flatMap(({ rows }) => rows).reduce((sum, { count }) => sum + count, 0);

test('requests are counted by day and target, bytes where they are known', () => {
  const timeMs = Date.parse('2026-11-22T23:59:59Z');
  expect(
    byDay([
      { target: '/a.js', timeMs, count: 1, bytes: 5 },
      { target: '/a.js', timeMs, count: 1 },
      { target: '/a.js', timeMs: timeMs + 2000, count: 0, bytes: 7 },
    ]),
  ).toEqual([
    { day: '2026-11-22', rows: [{ target: '/a.js', count: 2, bytes: 5 }] },
    { day: '2026-11-23', rows: [{ target: '/a.js', count: 0, bytes: 7 }] },
  ]);
});

test('an attempt that was refused is never counted with requests that were made', () => {
  const target = 'https://elsewhere.example/x';
  const rows = countIn(
    [{ target, count: 1, bytes: 3 }],
    [{ target, count: 1, bytes: 0, isBlocked: true }],
  );
  expect(rows).toHaveLength(2);
});

test('a day of very many targets stays small and counts every request', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({
    target: at % 2 === 0 ? `/checkpoints/x/${at}.bin` : `https://${at}.example/`,
    count: 1,
    bytes: 1,
  }));
  const counted = countIn([], rows);
  expect(counted.length).toBeLessThanOrEqual(MOST_ROWS + 2);
  expect(total([{ day: '', rows: counted }])).toBe(5000);
});

test('days beyond the most that are kept become one, and nothing is forgotten', () => {
  const many = Array.from({ length: MOST_DAYS + 50 }, (_, at) => ({
    day: new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
    rows: [{ target: '/index.html', count: 1, bytes: 2 }],
  }));
  const merged = mergeDays(mergeDays(many));
  expect(merged).toHaveLength(MOST_DAYS + 1);
  expect(merged.at(-1)).toEqual({
    day: '',
    rows: [{ target: '/index.html', count: 50, bytes: 100 }],
  });
  expect(total(merged)).toBe(MOST_DAYS + 50);
  expect(merged[0]?.day).toBe(many.at(-1)?.day);
});
