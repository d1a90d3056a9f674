/**
 * @file Letting messages in during long work.
 *
 * Awaiting a settled promise never returns to the event loop, so a worker that
 * computes would not hear "stop". A message to oneself does, without the
 * millisecond a timer costs.
 */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];

port1.addEventListener('message', () => waiting.shift()?.());
port1.start();
// in Node an open port would keep the process alive
(port1 as { unref?: () => void }).unref?.();

/** Resolves after the event loop has turned once. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });
}
