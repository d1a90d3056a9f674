/**
 * @file Locks after a while without input, in whichever tab.
 *
 * Only input counts: not what has the focus, which dialog is open, or whether an
 * answer is being written. After sleep the clock has gone on, so the first touch
 * finds the page locked.
 */
import type { Browser, TabMessage } from './browser.ts';

/** Other tabs hear of input at most this often. */
const TELL_MS = 5000;

interface AutoLockOptions {
  readonly browser: Browser;
  /** How long without input; undefined while there is nothing to lock. */
  readonly limitMs: () => number | undefined;
  readonly lock: () => void;
  readonly now?: () => number;
}

/** Watches until the returned function is called. */
export function watchIdle(options: AutoLockOptions): () => void {
  const { browser, limitMs, lock, now = Date.now } = options;
  let lastMs = now();
  let toldMs = 0;
  const lockWhenIdle = (): boolean => {
    const limit = limitMs();
    if (limit === undefined || now() - lastMs < limit) return false;
    lastMs = now();
    lock();
    return true;
  };
  const timer = setInterval(lockWhenIdle, 1000);
  const stopInput = browser.onInput(() => {
    if (lockWhenIdle()) return;
    lastMs = now();
    if (lastMs - toldMs < TELL_MS) return;
    toldMs = lastMs;
    browser.tabs.tell('active');
  });
  const stopTabs = browser.tabs.listen((message: TabMessage) => {
    if (message === 'active') lastMs = now();
  });
  return () => {
    clearInterval(timer);
    stopInput();
    stopTabs();
  };
}
