/** @file What is measured inside the page; each of these runs there. */

interface Measures {
  /** From a key's event until the frame that shows it has been made, ms. */
  keysMs: number[];
  /** From one frame to the next, ms. */
  framesMs: number[];
}

declare global {
  interface Window {
    soak: Measures;
  }
}

export function beginToMeasure(): void {
  window.soak = { keysMs: [], framesMs: [] };
  const afterPaint = (done: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', done, { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      afterPaint(() => window.soak.keysMs.push(performance.now() - timeStamp)),
    { capture: true },
  );
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    window.soak.framesMs.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Gives what was measured since the last time. */
export function takeMeasures(): Measures {
  const measured = window.soak;
  window.soak = { keysMs: [], framesMs: [] };
  return measured;
}
