/** @file The record of requests: what this page and its workers report is noted, and can be read. */
import {
  reportRequests,
  type RequestReport,
  REQUESTS_CHANNEL,
} from '../base/report-requests.ts';
import { RequestLedger } from '../store/request-ledger.ts';
import type { RequestDay, RequestRow } from '../store/request-rows.ts';

export interface RequestBook {
  /** All days, newest first; undefined where the browser keeps none. */
  read(): Promise<readonly RequestDay[] | undefined>;
}

/** Begins to note; where the browser keeps nothing, nothing is noted. */
export function openRequestBook(): RequestBook {
  const ledger = new RequestLedger();
  const note = (report: RequestReport) => void ledger.note(report).catch(() => {});
  const channel = new BroadcastChannel(REQUESTS_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<RequestReport>) =>
    note(data),
  );
  reportRequests(note);
  return { read: () => ledger.read().catch(() => undefined) };
}

export type RequestKind =
  | 'page'
  | 'code'
  | 'runtime'
  | 'checkpoint'
  | 'other'
  | 'elsewhere'
  | 'blocked';

/** What was asked for, by where it lies. */
export function kindOf({ target, isBlocked }: RequestRow): RequestKind {
  if (isBlocked === true) return 'blocked';
  if (!target.startsWith('/')) return 'elsewhere';
  if (target.startsWith('/ort/')) return 'runtime';
  if (target.startsWith('/checkpoints/')) return 'checkpoint';
  if (/(^|\/)(index\.html)?$/.test(target)) return 'page';
  return /\.(m?js|css|wasm)$/.test(target) ? 'code' : 'other';
}

/** The whole record as a table for spreadsheets. */
export function requestsCsv(days: readonly RequestDay[]): string {
  const lines = days.flatMap(({ day, rows }) =>
    rows.map((row) =>
      [day || 'before', kindOf(row), quoted(row.target), row.count, row.bytes].join(
        ',',
      ),
    ),
  );
  return ['day,kind,target,requests,known bytes', ...lines, ''].join('\r\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
