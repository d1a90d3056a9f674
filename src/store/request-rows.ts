/**
 * @file Requests as they are counted: by day and target, nothing of what was asked.
 *
 * A day has at most `MOST_ROWS` targets; further ones are counted by their folder.
 * Beyond `MOST_DAYS` days the oldest are one row for each target. So the record
 * stays small, and every request stays counted.
 */
import * as v from 'valibot';
import type { ReportedRequest } from '../base/report-requests.ts';
import { count } from './records.ts';

const row = v.object({
  /** Path on our own origin, `https://elsewhere/path` of another. */
  target: v.string(),
  count,
  /** Of those whose size is known. */
  bytes: count,
  /** True for attempts that the content security policy refused. */
  isBlocked: v.exactOptional(v.literal(true)),
});

export const requestRows = v.array(row);

export type RequestRow = v.InferOutput<typeof row>;

export interface RequestDay {
  /** "2026-11-22", in UTC; empty for everything before the days that are kept. */
  readonly day: string;
  readonly rows: readonly RequestRow[];
}

export const MOST_ROWS = 400;
export const MOST_DAYS = 400;

export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** `rows` with `added` counted in. */
export function countIn(
  rows: readonly RequestRow[],
  added: readonly RequestRow[],
): readonly RequestRow[] {
  const counted = new Map(rows.map((one) => [keyOf(one), one]));
  for (const one of added) {
    const isKnown = counted.has(keyOf(one));
    const fits = isKnown || counted.size < MOST_ROWS;
    const placed = fits ? one : { ...one, target: folderOf(one.target) };
    const before = counted.get(keyOf(placed));
    counted.set(keyOf(placed), before === undefined ? placed : sum(before, placed));
  }
  return [...counted.values()];
}

export function rowOf({ target, count: times, bytes, isBlocked }: ReportedRequest) {
  return {
    target,
    count: times,
    bytes: bytes ?? 0,
    ...(isBlocked && { isBlocked }),
  } satisfies RequestRow;
}

/** Requests by their day. */
export function byDay(requests: readonly ReportedRequest[]): readonly RequestDay[] {
  const days = new Map<string, RequestRow[]>();
  for (const request of requests) {
    const day = dayOf(request.timeMs);
    days.set(day, [...(days.get(day) ?? []), rowOf(request)]);
  }
  return [...days].map(([day, rows]) => ({ day, rows: countIn([], rows) }));
}

/** Days put together, newest first; what is too old is one day without a name. */
export function mergeDays(days: readonly RequestDay[]): readonly RequestDay[] {
  const merged = new Map<string, readonly RequestRow[]>();
  for (const { day, rows } of days) {
    merged.set(day, countIn(merged.get(day) ?? [], rows));
  }
  const named = [...merged.keys()].filter(Boolean).toSorted().toReversed();
  const kept = named.slice(0, MOST_DAYS);
  const old = ['', ...named.slice(MOST_DAYS)].flatMap((day) => merged.get(day) ?? []);
  return [
    ...kept.map((day) => ({ day, rows: merged.get(day) ?? [] })),
    ...(old.length === 0 ? [] : [{ day: '', rows: countIn([], old) }]),
  ];
}

function keyOf({ target, isBlocked }: RequestRow): string {
  return isBlocked === true ? `refused ${target}` : target;
}

/** Everything in it is counted together: there are few folders. */
function folderOf(target: string): string {
  const [, origin = '', first = ''] =
    /^(https?:\/\/[^/]+)?(\/[^/]*\/?)/.exec(target) ?? [];
  return origin === '' ? `${first.replace(/\/?$/, '/')}…` : 'https://…';
}

function sum(one: RequestRow, other: RequestRow): RequestRow {
  return {
    ...one,
    count: one.count + other.count,
    bytes: one.bytes + other.bytes,
  };
}
