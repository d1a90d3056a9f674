/** @file How fast long work is going now, and so how long it takes yet. */

/** What is older says little about a disk or a line of now. */
const WINDOW_MS = 20_000;
const LEAST_MS = 2000;
const STEP_MS = 250;

/** Judges by the last seconds: work that goes on where it was begins with a leap. */
export class Pace {
  readonly #samples: { timeMs: number; bytes: number }[] = [];

  note(timeMs: number, bytes: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && timeMs - last.timeMs < STEP_MS) return;
    this.#samples.push({ timeMs, bytes });
    while ((this.#samples[0]?.timeMs ?? timeMs) < timeMs - WINDOW_MS) {
      this.#samples.shift();
    }
  }

  /** Undefined while there is too little to judge by. */
  remainingMs(totalBytes: number): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const ms = last.timeMs - first.timeMs;
    const bytes = last.bytes - first.bytes;
    if (ms < LEAST_MS || bytes <= 0 || last.bytes > totalBytes) return undefined;
    return ((totalBytes - last.bytes) / bytes) * ms;
  }
}
