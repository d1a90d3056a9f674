/**
 * @file What the app asks of the browser besides its parts, each with an answer
 * for a browser (or Node) that does not have it.
 */
import { type Passkeys, passkeysOfThisBrowser } from './passkeys.ts';
import type { Language } from './state.ts';

export interface Browser {
  readonly language: Language;
  /** True when an earlier visit left what this one was started from. */
  readonly startsWithoutServer: boolean;
  /** Whether the browser promised to keep our data; undefined: nobody knows. */
  isPersistent(): Promise<boolean | undefined>;
  /** Asks that our data is not thrown away when the disk fills; undefined: nobody knows. */
  persist(): Promise<boolean | undefined>;
  usedBytes(): Promise<number | undefined>;
  /** How much the browser lets this site keep. */
  quotaBytes(): Promise<number | undefined>;
  reload(): void;
  /** Holds a lock of this name while `work` runs, so that other tabs see it is going on. */
  whileHolding<T>(lock: string, work: () => Promise<T>): Promise<T>;
  heldLocks(): Promise<ReadonlySet<string>>;
  /** Calls `write` whenever the page may be about to go. */
  onLeaving(write: () => void): () => void;
  /** Has the browser ask the person before the page goes, while `isNeeded`. */
  askBeforeLeaving(isNeeded: () => boolean): () => void;
  /** Calls `heard` whenever a person touches keyboard, pointer or screen. */
  onInput(heard: () => void): () => void;
  /** Undefined where the browser has none. */
  readonly passkeys: Passkeys | undefined;
  readonly tabs: Tabs;
  /** Id of the consultation in the address. */
  readonly address: Address;
}

/** Lock; somebody is there; the passphrase was set, changed or removed; everything was erased. */
export type TabMessage = 'lock' | 'active' | 'changed' | 'erased';

/** The other tabs of the app. */
export interface Tabs {
  tell(message: TabMessage): void;
  listen(heard: (message: TabMessage) => void): () => void;
}

/** The part of the page's address that says which consultation is open. */
export interface Address {
  read(): string | undefined;
  /** A new entry of the history, or in place of the current one. */
  write(id: string | undefined, how: 'push' | 'replace'): void;
  /** Calls `go` when a person goes back or forward. */
  watch(go: (id: string | undefined) => void): () => void;
}

const INPUTS = [
  'keydown',
  'pointerdown',
  'pointermove',
  'wheel',
  'touchstart',
] as const;

const PREFIX = '#/consultations/';

/** The browser this page runs in. */
export function thisBrowser(): Browser {
  return {
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    startsWithoutServer:
      'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
    isPersistent: async () => navigator.storage?.persisted?.(),
    persist: async () => navigator.storage?.persist?.(),
    usedBytes: async () => (await navigator.storage?.estimate?.())?.usage,
    quotaBytes: async () => (await navigator.storage?.estimate?.())?.quota,
    reload: () => location.reload(),
    async whileHolding(lock, work) {
      return 'locks' in navigator ? navigator.locks.request(lock, work) : work();
    },
    async heldLocks() {
      if (!('locks' in navigator)) return new Set();
      const { held = [] } = await navigator.locks.query();
      return new Set(held.map((lock) => lock.name ?? ''));
    },
    onLeaving(write) {
      const writeWhenHidden = () => {
        if (document.visibilityState === 'hidden') write();
      };
      document.addEventListener('visibilitychange', writeWhenHidden);
      addEventListener('pagehide', write);
      return () => {
        document.removeEventListener('visibilitychange', writeWhenHidden);
        removeEventListener('pagehide', write);
      };
    },
    askBeforeLeaving(isNeeded) {
      const ask = (event: BeforeUnloadEvent) => {
        if (isNeeded()) event.preventDefault();
      };
      addEventListener('beforeunload', ask);
      return () => removeEventListener('beforeunload', ask);
    },
    onInput(heard) {
      const how = { capture: true, passive: true };
      for (const kind of INPUTS) addEventListener(kind, heard, how);
      document.addEventListener('visibilitychange', heard);
      return () => {
        for (const kind of INPUTS) removeEventListener(kind, heard, how);
        document.removeEventListener('visibilitychange', heard);
      };
    },
    passkeys: passkeysOfThisBrowser(),
    tabs: channelTabs(),
    address: hashAddress,
  };
}

function channelTabs(): Tabs {
  const channel = new BroadcastChannel('pulsemind-tabs');
  return {
    tell: (message) => channel.postMessage(message),
    listen(heard) {
      const hear = ({ data }: MessageEvent<TabMessage>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

const hashAddress: Address = {
  read() {
    const { hash } = location;
    return hash.startsWith(PREFIX)
      ? decodeURIComponent(hash.slice(PREFIX.length))
      : undefined;
  },
  write(id, how) {
    const hash = id === undefined ? '' : PREFIX + encodeURIComponent(id);
    if (location.hash === hash) return;
    const url = location.pathname + location.search + hash;
    if (how === 'push') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  },
  watch(go) {
    const changed = () => go(this.read());
    addEventListener('popstate', changed);
    return () => removeEventListener('popstate', changed);
  },
};
