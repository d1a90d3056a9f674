/** @file The whole app on a scripted engine, a library in memory and an imitated database. */
import { createApp } from '../app/create-app.ts';
import type { App } from '../app/actions.ts';
import type { Browser, TabMessage } from '../app/browser.ts';
import { openKept } from '../app/open-kept.ts';
import type { AppState, DraftImage } from '../app/state.ts';
import { attachmentOf, keptImage } from './turns.ts';
import { acceptUseIn } from './accepted-use.ts';
import { AssistantError } from '../base/errors.ts';
import { FakePasskeys } from './fake-passkeys.ts';
import { MemoryBackupFiles } from './memory-backup-files.ts';
import { MemoryLibrary } from './memory-library.ts';
import { quickStretch } from './quick-stretch.ts';
import { ImitatedTabs } from './tab-locks.ts';
import { ScriptedEngine } from './scripted-engine.ts';

export interface AppUnderTest {
  readonly app: App;
  readonly engine: ScriptedEngine;
  readonly library: MemoryLibrary;
  readonly browser: FakeBrowser;
  readonly databaseName: string;
  readonly files: MemoryBackupFiles;
  now(): AppState;
  /** Resolves once the state is so; fails after a second. */
  until(isSo: (state: AppState) => boolean): Promise<void>;
}

/** A browser whose address and page life a test holds in its hands. */
export class FakeBrowser implements Browser {
  readonly language = 'en';
  readonly locks = new Set<string>();
  addressed: string | undefined;
  #leaving = new Set<() => void>();

  readonly startsWithoutServer = false;
  isAsked = false;

  async isPersistent() {
    return this.isAsked;
  }
  async persist() {
    this.isAsked = true;
    return true;
  }
  async usedBytes() {
    return 7;
  }
  async quotaBytes() {
    return 70;
  }
  reloads = 0;
  reload() {
    this.reloads++;
  }
  async whileHolding<T>(lock: string, work: () => Promise<T>): Promise<T> {
    this.locks.add(lock);
    return work().finally(() => this.locks.delete(lock));
  }
  async heldLocks() {
    return this.locks;
  }
  onLeaving(write: () => void) {
    this.#leaving.add(write);
    return () => this.#leaving.delete(write);
  }
  /** What happens when a person closes the tab. */
  leave() {
    for (const write of this.#leaving) write();
  }
  #isAskingNeeded = () => false;
  askBeforeLeaving(isNeeded: () => boolean) {
    this.#isAskingNeeded = isNeeded;
    return () => {};
  }
  /** Whether the person would be asked before the tab closes. */
  get asksBeforeLeaving(): boolean {
    return this.#isAskingNeeded();
  }
  #inputs = new Set<() => void>();
  onInput(heard: () => void) {
    this.#inputs.add(heard);
    return () => this.#inputs.delete(heard);
  }
  /** What happens when a person types or moves. */
  touch() {
    for (const heard of this.#inputs) heard();
  }
  readonly passkeys = new FakePasskeys();
  #tabs = new Set<(message: TabMessage) => void>();
  /** What this tab told the others. */
  readonly told: TabMessage[] = [];
  readonly tabs = {
    tell: (message: TabMessage) => void this.told.push(message),
    listen: (heard: (message: TabMessage) => void) => {
      this.#tabs.add(heard);
      return () => this.#tabs.delete(heard);
    },
  };
  /** What happens when another tab tells something. */
  hear(message: TabMessage) {
    for (const heard of this.#tabs) heard(message);
  }
  readonly address = {
    read: () => this.addressed,
    write: (id: string | undefined) => {
      this.addressed = id;
    },
    watch: () => () => {},
  };
}

let databases = 0;

/** @param shared - the same name, engine or browser as another app: a second visit */
export function appUnderTest(
  shared: Partial<
    Pick<AppUnderTest, 'engine' | 'library' | 'browser' | 'databaseName' | 'files'>
  > & { readonly tabs?: ImitatedTabs; readonly isUseUnaccepted?: boolean } = {},
): AppUnderTest {
  const {
    engine = new ScriptedEngine(),
    library = new MemoryLibrary(),
    browser = new FakeBrowser(),
    databaseName = `app-${++databases}`,
    files = new MemoryBackupFiles(),
    tabs = new ImitatedTabs(),
    isUseUnaccepted = false,
  } = shared;
  const tab = tabs.open();
  const app = createApp({
    engine,
    library,
    browser,
    openKept: (hooks) =>
      openKept(hooks, {
        name: databaseName,
        firstName: `${databaseName}-first`,
        stretch: quickStretch,
        files,
        tabs: { locks: tab.locks, channel: tab.channel() },
      }),
    readImage: readFakeImage,
    bundledUrl: '/checkpoints/mini/',
  });
  if (!isUseUnaccepted) acceptUseIn(app);
  return {
    app,
    engine,
    library,
    browser,
    databaseName,
    files,
    now: () => app.state.getState(),
    until: (isSo) => until(app, isSo),
  };
}

/** A file named `a` to `d` is an image; any other is not. */
async function readFakeImage(file: File): Promise<DraftImage> {
  const letter = (['a', 'b', 'c', 'd'] as const).find((known) => known === file.name);
  if (letter === undefined) {
    const message = `${file.name} is not an image this browser can read. Attach a PNG.`;
    throw new AssistantError('bad-input', message, { what: 'image' });
  }
  const image = keptImage(letter);
  return {
    attachment: attachmentOf(image),
    blob: new Blob([image.bytes], { type: image.mediaType }),
  };
}

function until(app: App, isSo: (state: AppState) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!isSo(app.state.getState())) return;
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const unsubscribe = app.state.subscribe(check);
    const timer = setTimeout(() => {
      unsubscribe();
      reject(
        new Error(`it never came to that: ${JSON.stringify(app.state.getState())}`),
      );
    }, 1000);
    check();
  });
}
