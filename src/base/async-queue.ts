/**
 * @file A queue between somebody who pushes and somebody who iterates.
 *
 * What is pushed before it is read waits. After `end` or `fail` the iteration
 * gives what is left, then finishes or throws.
 */
export class AsyncQueue<T> implements AsyncIterable<T> {
  #waiting: T[] = [];
  #wake: (() => void) | undefined;
  #ending: { readonly error: unknown } | undefined;

  push(value: T): void {
    this.#waiting.push(value);
    this.#wake?.();
  }

  end(): void {
    this.#ending ??= { error: undefined };
    this.#wake?.();
  }

  fail(error: Error): void {
    this.#ending ??= { error };
    this.#wake?.();
  }

  /** For one reader. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      yield* this.#waiting.splice(0);
      if (this.#waiting.length > 0) continue;
      if (this.#ending !== undefined) break;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#ending.error !== undefined) throw this.#ending.error;
  }
}
