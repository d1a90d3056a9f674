/** @file One at a time, in the order of asking. */

export class SerialQueue {
  #tail: Promise<void> = Promise.resolve();

  /** Waits for those before; call what it returns when done. */
  async enter(): Promise<() => void> {
    const before = this.#tail;
    let leave = () => {};
    this.#tail = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}
