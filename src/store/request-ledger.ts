/**
 * @file Every request that was made since the app is here, in a cache of its own.
 *
 *   /requests/days              counted by day; the service worker writes it
 *   /requests/page/days         the same, of what pages noted, put together
 *   /requests/page/{id}         a report of a page or worker, until it is counted
 *
 * Not in the database: the service worker would write there while a page does, which
 * Chromium does not always survive (`database.ts`). The service worker is the only one
 * to write its days; pages count theirs under a Web Lock. A report has a name of its
 * own, so that two tabs that hear it keep one.
 */
import * as v from 'valibot';
import type { ReportedRequest, RequestReport } from '../base/report-requests.ts';
import { byDay, mergeDays, type RequestDay, requestRows } from './request-rows.ts';

const CACHE = 'requests';
const OWN_DAYS = '/requests/days';
const PAGE_DAYS = '/requests/page/days';
const REPORT = '/requests/page/report/';
/** Reports that lie about before they are counted. */
const MOST_REPORTS = 20;

const days = v.array(v.object({ day: v.string(), rows: requestRows }));
const report = v.array(
  v.object({
    target: v.string(),
    timeMs: v.number(),
    count: v.picklist([0, 1]),
    bytes: v.exactOptional(v.number()),
    isBlocked: v.exactOptional(v.literal(true)),
  }),
);

/** The page's half. */
export class RequestLedger {
  /** All days, newest first. */
  async read(): Promise<readonly RequestDay[]> {
    const cache = await caches.open(CACHE);
    await countReports(cache, 0);
    return mergeDays([
      ...(await readDays(cache, OWN_DAYS)),
      ...(await readDays(cache, PAGE_DAYS)),
    ]);
  }

  async note({ id, requests }: RequestReport): Promise<void> {
    const cache = await caches.open(CACHE);
    await cache.put(REPORT + id, Response.json(requests));
    await countReports(cache, MOST_REPORTS);
  }
}

/** Counts the reports in, when there are more than `most`. */
async function countReports(cache: Cache, most: number): Promise<void> {
  if ((await reportsIn(cache)).length <= most) return;
  await navigator.locks.request('pulsemind-requests', async () => {
    const keys = await reportsIn(cache); // another tab may have counted some
    const requests: ReportedRequest[] = [];
    for (const key of keys) {
      requests.push(...((await readJson(cache, key, report)) ?? []));
    }
    const before = await readDays(cache, PAGE_DAYS);
    await writeDays(cache, PAGE_DAYS, [...before, ...byDay(requests)]);
    for (const key of keys) await cache.delete(key);
  });
}

async function reportsIn(cache: Cache): Promise<readonly string[]> {
  const keys = await cache.keys();
  const paths = keys.map(({ url }) => new URL(url).pathname);
  return paths.filter((path) => path.startsWith(REPORT));
}

/** The service worker's half: gathers for a moment, then counts in. */
export class RequestCounter {
  #waiting: ReportedRequest[] = [];
  #writing: Promise<void> | undefined;

  /** Resolves once it is written; never rejects. */
  note(request: ReportedRequest): Promise<void> {
    this.#waiting.push(request);
    this.#writing ??= this.#write();
    return this.#writing;
  }

  async #write(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, GATHER_MS);
    });
    this.#writing = undefined;
    const requests = this.#waiting;
    this.#waiting = [];
    await navigator.locks
      .request('pulsemind-requests-worker', async () => {
        const cache = await caches.open(CACHE);
        const before = await readDays(cache, OWN_DAYS);
        await writeDays(cache, OWN_DAYS, [...before, ...byDay(requests)]);
      })
      .catch(() => {}); // a full disk: the page works on
  }
}

const GATHER_MS = 300;

async function readDays(cache: Cache, key: string): Promise<readonly RequestDay[]> {
  return (await readJson(cache, key, days)) ?? [];
}

async function writeDays(
  cache: Cache,
  key: string,
  all: readonly RequestDay[],
): Promise<void> {
  await cache.put(key, Response.json(mergeDays(all)));
}

/** Undefined for what is not there or cannot be read. */
async function readJson<S extends v.GenericSchema>(
  cache: Cache,
  key: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  const kept = await cache.match(key);
  const value: unknown = await kept?.json().catch(() => undefined);
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
