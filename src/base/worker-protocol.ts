/**
 * @file How a page and a worker talk, whatever it is about.
 *
 * Every request gets any number of events and then exactly one of `done` or
 * `failed`, all carrying the request's id. `stop` asks to end a request early;
 * what that means is the worker's business, but the request still ends with
 * `done` or `failed`.
 */
import type { ErrorRecord } from './errors.ts';

/** The two vocabularies of one worker. */
export interface Vocabulary {
  readonly request: unknown;
  readonly event: unknown;
}

export type ToWorker<Request> =
  | { readonly kind: 'request'; readonly id: number; readonly request: Request }
  | { readonly kind: 'stop'; readonly id: number };

export type FromWorker<Event> =
  | { readonly kind: 'event'; readonly id: number; readonly event: Event }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorRecord };

/** The page's end: a `Worker`, or in tests one end of a `MessageChannel`. */
export interface WorkerHandle extends EventTarget {
  postMessage(message: unknown): void;
  terminate(): void;
}

/** The worker's end: its global scope, or in tests the other end. */
export interface WorkerScope extends EventTarget {
  postMessage(message: unknown): void;
}
