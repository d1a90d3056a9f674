/**
 * @file JavaScript's own heaps in a page and its workers, looked at while they
 * work. What lies in ArrayBuffers and WebAssembly memory is not in them.
 */
import type { CDPSession, Page } from '@playwright/test';

const LOOK_EVERY_MS = 100;

/** Looks until told to stop; the peak is of the sum over page and workers. */
export class HeapWatch {
  readonly #session: CDPSession;
  /** Of each worker the last size it told. */
  readonly #workers = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #peakBytes = 0;
  #lastId = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId }) => {
      this.#workers.set(sessionId, 0);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => {
      this.#workers.delete(sessionId);
    });
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const size = usedBytes((JSON.parse(message) as { result?: unknown }).result);
      if (this.#workers.has(sessionId)) this.#workers.set(sessionId, size);
    });
    this.#timer = setInterval(() => void this.#look().catch(() => {}), LOOK_EVERY_MS);
  }

  static async start(page: Page): Promise<HeapWatch> {
    const session = await page.context().newCDPSession(page);
    const watch = new HeapWatch(session);
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return watch;
  }

  /** Ends the watch and gives the peak. */
  async stop(): Promise<number> {
    clearInterval(this.#timer);
    await this.#session.detach().catch(() => {});
    return this.#peakBytes;
  }

  async #look(): Promise<void> {
    for (const sessionId of this.#workers.keys()) {
      const message = { id: ++this.#lastId, method: 'Runtime.getHeapUsage' };
      const send = { sessionId, message: JSON.stringify(message) };
      await this.#session.send('Target.sendMessageToTarget', send).catch(() => {});
    }
    const page = usedBytes(await this.#session.send('Runtime.getHeapUsage'));
    const workers = [...this.#workers.values()].reduce((a, b) => a + b, 0);
    this.#peakBytes = Math.max(this.#peakBytes, page + workers);
  }
}

function usedBytes(usage: unknown): number {
  const used = (usage as { usedSize?: unknown } | undefined)?.usedSize;
  return typeof used === 'number' ? used : 0;
}
