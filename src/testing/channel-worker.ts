/** @file A "worker" in this very thread: a message channel with the two ends of a worker. */
import type { WorkerHandle, WorkerScope } from '../base/worker-protocol.ts';

/** The page's end of a worker whose script is `run`. */
export function channelWorker(run: (scope: WorkerScope) => void): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  run(port2);
  port1.start();
  port2.start();
  return Object.assign(port1, {
    terminate() {
      port1.close();
      port2.close();
    },
  });
}
