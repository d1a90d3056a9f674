/** @file Five minutes without input, counted by the clock, so that sleep counts too. */

const IDLE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `onIdle` once nobody has done anything for five minutes; gives what ends the watch. */
export function watchIdle(onIdle: () => void): () => void {
  let lastMs = Date.now();
  const isIdle = (): boolean => Date.now() - lastMs >= IDLE_MS;
  const look = (): void => {
    if (!isIdle()) return;
    stop();
    onIdle();
  };
  const note = (): void => {
    look(); // after a sleep the first touch finds it closed
    lastMs = Date.now();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const type of INPUT) {
    addEventListener(type, note, { capture: true, passive: true });
  }
  const stop = (): void => {
    clearInterval(timer);
    for (const type of INPUT) removeEventListener(type, note, { capture: true });
  };
  return stop;
}
