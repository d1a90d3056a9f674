/**
 * @file The tabs of one origin, in memory: their locks, their channels, and what
 * can happen to a tab.
 *
 * Locks follow the Web Locks specification for exclusive mode: one line for each
 * name, in the order of asking; a request that steals rejects the holder's promise
 * with an AbortError and goes before the line; a signal takes a request out of the
 * line, also between being granted and its callback. A tab that is gone asks for
 * nothing more, holds nothing and hears nothing. A frozen one keeps its locks and
 * its places, and hears and asks when it thaws.
 *
 * @see https://w3c.github.io/web-locks/#algorithms
 */
import type { TabChannel } from '../store/lease-channel.ts';
import type { LeaseLocks } from '../store/lock-line.ts';

type Task = () => void;

/** Tasks of a tab, in order; they wait while it is frozen. */
class TaskLine {
  readonly #tab: ImitatedTab;
  #tasks: Task[] = [];
  #isScheduled = false;

  constructor(tab: ImitatedTab) {
    this.#tab = tab;
  }

  post(task: Task): void {
    this.#tasks.push(task);
    this.run();
  }

  run(): void {
    if (this.#isScheduled || this.#tasks.length === 0 || !this.#tab.isAwake) return;
    this.#isScheduled = true;
    this.#tab.tabs.schedule(() => {
      this.#isScheduled = false;
      if (this.#tab.isAwake) this.#tasks.shift()?.();
      this.run();
    });
  }
}

interface LockRequest {
  readonly tab: ImitatedTab;
  readonly name: string;
  readonly options: LockOptions;
  readonly granted: (lock: unknown) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
  /** No longer takes it out of the line. */
  readonly forgetSignal: () => void;
}

export class ImitatedTabs {
  readonly schedule: (task: Task) => void;
  readonly #ports = new Set<ImitatedPort>();
  #line: LockRequest[] = [];
  #held: LockRequest[] = [];

  /** @param schedule - runs a task soon; tasks of one line are given one after the other */
  constructor(schedule: (task: Task) => void = (task) => queueMicrotask(task)) {
    this.schedule = schedule;
  }

  open(): ImitatedTab {
    return new ImitatedTab(this);
  }

  enqueue(request: LockRequest): void {
    const { name, options } = request;
    if (options.steal === true) {
      for (const holder of this.#held.filter((held) => held.name === name)) {
        this.#held = this.#held.filter((held) => held !== holder);
        holder.tab.lockTasks.post(() =>
          holder.reject(abortError('The lock is stolen.')),
        );
      }
      this.#line.unshift(request);
    } else if (options.ifAvailable === true && !this.#isFree(name)) {
      return request.tab.lockTasks.post(() => settle(request, request.granted(null)));
    } else {
      this.#line.push(request);
    }
    this.#process();
  }

  withdraw(request: LockRequest): void {
    this.#line = this.#line.filter((waiting) => waiting !== request);
    this.#process();
  }

  release(request: LockRequest): void {
    this.#held = this.#held.filter((held) => held !== request);
    this.#process();
  }

  forget(tab: ImitatedTab): void {
    this.#line = this.#line.filter((request) => request.tab !== tab);
    this.#held = this.#held.filter((request) => request.tab !== tab);
    for (const port of this.#ports) if (port.tab === tab) this.#ports.delete(port);
    this.#process();
  }

  connect(port: ImitatedPort): void {
    this.#ports.add(port);
  }

  disconnect(port: ImitatedPort): void {
    this.#ports.delete(port);
  }

  broadcast(from: ImitatedPort, message: unknown): void {
    for (const port of this.#ports) if (port !== from) port.deliver(message);
  }

  #isFree(name: string): boolean {
    return [...this.#line, ...this.#held].every((request) => request.name !== name);
  }

  #process(): void {
    for (const request of this.#line) {
      const { name } = request;
      const isFirst = this.#line.find((other) => other.name === name) === request;
      if (!isFirst || this.#held.some((held) => held.name === name)) continue;
      this.#line = this.#line.filter((other) => other !== request);
      this.#held.push(request);
      request.tab.lockTasks.post(() => this.#grant(request));
    }
  }

  #grant(request: LockRequest): void {
    const { tab, name, options, granted } = request;
    if (options.signal?.aborted === true) return tab.ask(() => this.release(request));
    request.forgetSignal();
    const held = granted({ name, mode: 'exclusive' });
    const release = () =>
      tab.ask(() => {
        this.release(request);
        tab.lockTasks.post(() => settle(request, held));
      });
    held.then(release, release);
  }
}

function settle(request: LockRequest, held: Promise<void>): void {
  held.then(request.resolve, request.reject);
}

export class ImitatedTab {
  readonly tabs: ImitatedTabs;
  readonly lockTasks = new TaskLine(this);
  readonly locks: LeaseLocks = {
    request: (name, options, granted) => this.#requestLock(name, options, granted),
  };
  readonly #asked = new TaskLine(this);
  readonly #heard = new TaskLine(this);
  readonly #ports: ImitatedPort[] = [];
  #life: 'awake' | 'frozen' | 'gone' = 'awake';

  constructor(tabs: ImitatedTabs) {
    this.tabs = tabs;
  }

  get isAwake(): boolean {
    return this.#life === 'awake';
  }

  get isGone(): boolean {
    return this.#life === 'gone';
  }

  channel(): TabChannel {
    const port = new ImitatedPort(this);
    this.#ports.push(port);
    return port;
  }

  freeze(): void {
    if (!this.isGone) this.#life = 'frozen';
  }

  thaw(): void {
    if (this.isGone) return;
    this.#life = 'awake';
    const portTasks = this.#ports.map((port) => port.tasks);
    for (const tasks of [this.#asked, this.lockTasks, this.#heard, ...portTasks]) {
      tasks.run();
    }
  }

  /** Ends at once, however: closed, killed, crashed. */
  end(): void {
    this.#life = 'gone';
    this.tabs.forget(this);
  }

  /** Asks something of the browser. */
  ask(task: Task): void {
    this.#asked.post(task);
  }

  /** What `promise` gives, as the code in this tab hears of it: not while frozen, never when gone. */
  hears<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => this.#heard.post(() => resolve(value)),
        (error: unknown) => this.#heard.post(() => reject(error)),
      );
    });
  }

  #requestLock(
    name: string,
    options: LockOptions,
    granted: (lock: unknown) => Promise<void>,
  ): Promise<void> {
    const { signal, steal, ifAvailable } = options;
    const isOdd =
      (steal === true && ifAvailable === true) ||
      (signal !== undefined && (steal === true || ifAvailable === true)) ||
      name.startsWith('-');
    if (isOdd) {
      return Promise.reject(
        new DOMException('These do not go together.', 'NotSupportedError'),
      );
    }
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const withdraw = () => {
        reject(signal?.reason as Error);
        this.ask(() => this.tabs.withdraw(request));
      };
      const forgetSignal = () => signal?.removeEventListener('abort', withdraw);
      const request = {
        tab: this,
        name,
        options,
        granted,
        resolve,
        reject,
        forgetSignal,
      };
      signal?.addEventListener('abort', withdraw);
      this.ask(() => this.tabs.enqueue(request));
    });
  }
}

/** A tab's end of a channel that all tabs share. */
class ImitatedPort implements TabChannel {
  readonly tab: ImitatedTab;
  readonly tasks: TaskLine;
  readonly #listeners: ((event: { readonly data: unknown }) => void)[] = [];

  constructor(tab: ImitatedTab) {
    this.tab = tab;
    this.tasks = new TaskLine(tab);
    tab.tabs.connect(this);
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    this.tab.ask(() => this.tab.tabs.broadcast(this, copy));
  }

  addEventListener(
    _type: 'message',
    heard: (event: { readonly data: unknown }) => void,
  ): void {
    this.#listeners.push(heard);
  }

  deliver(data: unknown): void {
    this.tasks.post(() => {
      for (const heard of this.#listeners) heard({ data });
    });
  }

  close(): void {
    this.tab.tabs.disconnect(this);
  }
}

function abortError(message: string): DOMException {
  return new DOMException(message, 'AbortError');
}
