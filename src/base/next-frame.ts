/**
 * @file What may wait until the screen is painted again: of many changes in between
 * only the last is made, and all that wait are made together.
 */

/** A page that nobody sees is not painted; what waits is done after this time then. */
const LONGEST_MS = 200;
/** Where there is no screen. */
const FRAME_MS = 16;

export class NextFrame {
  readonly #waiting = new Map<unknown, () => void>();
  #isAsked = false;

  /** Does `work` at the next frame, in place of what waits for the same `owner`. */
  ask(owner: unknown, work: () => void): void {
    this.#waiting.set(owner, work);
    if (this.#isAsked) return;
    this.#isAsked = true;
    atNextFrame(() => {
      this.#isAsked = false;
      const works = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const waited of works) waited();
    });
  }

  /** Does now what waits for `owner`. */
  settle(owner: unknown): void {
    const work = this.#waiting.get(owner);
    this.#waiting.delete(owner);
    work?.();
  }

  /** What waits for `owner` is not needed any more. */
  drop(owner: unknown): void {
    this.#waiting.delete(owner);
  }
}

/** Once, whichever comes first: the frame or the time. */
function atNextFrame(work: () => void): void {
  if (typeof requestAnimationFrame !== 'function') {
    setTimeout(work, FRAME_MS);
    return;
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    work();
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, LONGEST_MS);
}
