/**
 * @file What this page or worker asked of the network, told as it happens.
 *
 * Requests that a service worker hears are noted there; what is left is what was
 * asked before one was in control, how many bytes came for requests that it lets
 * pass, and what the content security policy refused. The browser's own list of
 * resources has the first two.
 *
 * Import this in the page and in every worker that fetches by itself. Whoever
 * notes them listens on the channel: a tab hears the workers of all tabs, and
 * `id` says that it is the same report.
 */

export const REQUESTS_CHANNEL = 'pulsemind-requests';

export interface ReportedRequest {
  /** Path on our own origin, a whole address elsewhere; never a query. */
  readonly target: string;
  readonly timeMs: number;
  /** On the wire; undefined when nobody knows. */
  readonly bytes?: number;
  /** 0 when the service worker counted it already. */
  readonly count: 0 | 1;
  readonly isBlocked?: true;
}

export interface RequestReport {
  readonly id: string;
  readonly requests: readonly ReportedRequest[];
}

/** The address as it is noted: without query and fragment, without our own origin. */
export function requestTarget(address: string): string | undefined {
  if (!URL.canParse(address, location.href)) return undefined;
  const { protocol, origin, pathname } = new URL(address, location.href);
  if (!/^(https?|wss?):$/.test(protocol)) return undefined; // a blob is no request
  return origin === location.origin ? pathname : origin + pathname;
}

/** True for what the service worker lets pass without seeing what comes. */
function passes(target: string): boolean {
  return target.startsWith('/checkpoints/') && !target.endsWith('/manifest.json');
}

function reported(entry: PerformanceEntry): readonly ReportedRequest[] {
  const { name, startTime, transferSize, encodedBodySize, workerStart } =
    entry as PerformanceResourceTiming;
  const target = requestTarget(name);
  if (target === undefined) return [];
  const isFromCache = transferSize === 0 && encodedBodySize > 0;
  const wasHeard = workerStart > 0;
  if (isFromCache || (wasHeard && !passes(target))) return [];
  const timeMs = performance.timeOrigin + startTime;
  const sized = transferSize > 0 ? { bytes: transferSize } : {};
  return [{ target, timeMs, count: wasHeard ? 0 : 1, ...sized }];
}

function observe(report: (requests: readonly ReportedRequest[]) => void): void {
  const observer = new PerformanceObserver((list) => {
    const requests = list.getEntries().flatMap(reported);
    if (requests.length > 0) report(requests);
  });
  for (const type of ['navigation', 'resource']) {
    if (PerformanceObserver.supportedEntryTypes.includes(type)) {
      observer.observe({ type, buffered: true });
    }
  }
}

/** Tells `report` of every request of this scope that nobody else notes. */
export function reportRequests(report: (one: RequestReport) => void): void {
  const tell = (requests: readonly ReportedRequest[]) =>
    report({ id: crypto.randomUUID(), requests });
  if (typeof PerformanceObserver !== 'undefined') observe(tell);
  addEventListener('securitypolicyviolation', (event: Event) => {
    const { blockedURI, disposition } = event as SecurityPolicyViolationEvent;
    const target = requestTarget(blockedURI);
    const isOwn = target === undefined || target.startsWith('/');
    if (isOwn || disposition !== 'enforce') return;
    tell([{ target, timeMs: Date.now(), count: 1, isBlocked: true }]);
  });
}

/** For a worker: a page notes what it hears on the channel. */
export function reportRequestsOfWorker(): void {
  const channel = new BroadcastChannel(REQUESTS_CHANNEL);
  reportRequests((report) => channel.postMessage(report));
}
