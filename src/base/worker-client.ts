/**
 * @file The page's side of a worker: requests become iterations over events.
 *
 * The worker is started by the first request and again by the first one after
 * a crash. A crash ends every running request with the error that `crashed`
 * makes of it, so nobody waits for ever.
 */
import { never } from './assert.ts';
import { AsyncQueue } from './async-queue.ts';
import { fromErrorRecord } from './errors.ts';
import type { FromWorker, ToWorker, WorkerHandle } from './worker-protocol.ts';

export interface WorkerClientOptions {
  readonly start: () => WorkerHandle;
  /** The error for the requests that ran when the worker went away. */
  readonly crashed: (reason: string) => Error;
}

export class WorkerClient<Request, Answer> {
  readonly #options: WorkerClientOptions;
  readonly #running = new Map<number, AsyncQueue<Answer>>();
  #worker: WorkerHandle | undefined;
  #listening = new AbortController();
  #lastId = 0;

  constructor(options: WorkerClientOptions) {
    this.#options = options;
  }

  /** True while there is a worker that has not crashed. */
  get isStarted(): boolean {
    return this.#worker !== undefined;
  }

  /**
   * The events of one request. Aborting `signal` asks the worker to stop, and so
   * does leaving the iteration early.
   */
  async *call(request: Request, signal?: AbortSignal): AsyncGenerator<Answer> {
    const id = ++this.#lastId;
    const events = new AsyncQueue<Answer>();
    const worker = this.#startWorker();
    const stop = () => this.#post(worker, { kind: 'stop', id });
    this.#running.set(id, events);
    try {
      this.#post(worker, { kind: 'request', id, request });
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop);
      yield* events;
    } finally {
      signal?.removeEventListener('abort', stop);
      if (this.#running.delete(id)) stop();
    }
  }

  /** Ends the worker, and with `reason` every running request. */
  terminate(reason: Error): void {
    this.#listening.abort();
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const events of this.#running.values()) events.fail(reason);
    this.#running.clear();
  }

  #startWorker(): WorkerHandle {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.#options.start();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const onMessage = (event: Event) =>
      this.#receive((event as MessageEvent).data as FromWorker<Answer>);
    const onError = (event: Event) => {
      event.preventDefault();
      this.#crash((event as ErrorEvent).message || 'its script could not be loaded');
    };
    worker.addEventListener('message', onMessage, { signal });
    worker.addEventListener('error', onError, { signal });
    worker.addEventListener(
      'messageerror',
      () => this.#crash('a message could not be read'),
      { signal },
    );
    this.#worker = worker;
    return worker;
  }

  #crash(reason: string): void {
    this.terminate(this.#options.crashed(reason));
  }

  #post(worker: WorkerHandle, message: ToWorker<Request>): void {
    if (worker === this.#worker) worker.postMessage(message);
  }

  /** A message for a request that nobody reads any more is dropped. */
  #receive(message: FromWorker<Answer>): void {
    const events = this.#running.get(message.id);
    if (events === undefined) return;
    switch (message.kind) {
      case 'event':
        events.push(message.event);
        return;
      case 'done':
        this.#running.delete(message.id);
        events.end();
        return;
      case 'failed':
        this.#running.delete(message.id);
        events.fail(fromErrorRecord(message.error));
        return;
      default:
        never(message);
    }
  }
}
