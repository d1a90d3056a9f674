/** @file The worker's side: iterations over events become messages. */
import { never } from './assert.ts';
import { toErrorRecord } from './errors.ts';
import type {
  FromWorker,
  ToWorker,
  Vocabulary,
  WorkerScope,
} from './worker-protocol.ts';

/**
 * Answers every request that arrives at `scope` with the events of `answer`.
 * Requests run side by side; whoever needs turns takes them in `answer`.
 */
export function serveRequests<V extends Vocabulary>(
  scope: WorkerScope,
  answer: (request: V['request'], signal: AbortSignal) => AsyncIterable<V['event']>,
): void {
  const running = new Map<number, AbortController>();
  const post = (message: FromWorker<V['event']>) => scope.postMessage(message);

  const run = async (id: number, request: V['request']) => {
    const stopping = new AbortController();
    running.set(id, stopping);
    try {
      for await (const event of answer(request, stopping.signal)) {
        post({ kind: 'event', id, event });
      }
      post({ kind: 'done', id });
    } catch (error) {
      post({ kind: 'failed', id, error: toErrorRecord(error) });
    } finally {
      running.delete(id);
    }
  };

  scope.addEventListener('message', (event) => {
    const message = (event as MessageEvent).data as ToWorker<V['request']>;
    switch (message.kind) {
      case 'request':
        void run(message.id, message.request);
        return;
      case 'stop':
        running.get(message.id)?.abort();
        return;
      default:
        never(message);
    }
  });
}
