/**
 * @file The page's side of `picture-thread.ts`: files in, pictures out, each step
 * within a time limit.
 *
 * A thread that gives no sign of life for so long is ended, and the file named.
 * The next file starts a new one. One file is read at a time, so that only the
 * one at fault is told. When nothing was asked for a while the thread goes, and
 * with it what the decoders keep in memory.
 */
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { SerialQueue } from '../base/serial-queue.ts';
import { WorkerClient } from '../base/worker-client.ts';
import type { WorkerHandle } from '../base/worker-protocol.ts';
import type { Picture } from './picture.ts';
import type { PictureEvent, PictureRequest } from './picture-protocol.ts';
import { unusable } from './unusable-file.ts';

export interface PictureReaderOptions {
  readonly start: () => WorkerHandle;
  /** Without a sign of life the thread is ended. */
  readonly limitMs?: number;
  /** The same while its code is loaded, which waits for disk and server. */
  readonly loadLimitMs?: number;
}

const LIMIT_MS = 5000;
const LOAD_LIMIT_MS = 30_000;
const IDLE_MS = 10_000;

export class PictureReader {
  readonly #options: Required<Omit<PictureReaderOptions, 'start'>>;
  readonly #client: WorkerClient<PictureRequest, PictureEvent>;
  readonly #turns = new SerialQueue();
  /** Of the file that is being read. */
  #name = '';
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor({
    start,
    limitMs = LIMIT_MS,
    loadLimitMs = LOAD_LIMIT_MS,
  }: PictureReaderOptions) {
    this.#options = { limitMs, loadLimitMs };
    this.#client = new WorkerClient({
      start,
      crashed: (reason) =>
        unusable(
          this.#name,
          'too-large',
          `could not be read (${reason}). Attach a smaller copy.`,
        ),
    });
  }

  /** @throws AssistantError 'bad-input' that names the file */
  image(file: File): Promise<Picture> {
    return this.#picture({ kind: 'image', file });
  }

  /** @param page - counts from 1. @throws AssistantError 'bad-input' that names the file */
  page(file: File, page: number): Promise<Picture> {
    return this.#picture({ kind: 'page', file, page });
  }

  /** How many pages a PDF has, then each small, as they are drawn. */
  async *pages(file: File, signal: AbortSignal): AsyncGenerator<PictureEvent> {
    yield* this.#ask({ kind: 'pages', file }, signal);
  }

  /** Ends what runs and drops what is in the thread's memory. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#client.terminate(
      new AssistantError('aborted', 'Reading was ended.', { by: 'page' }),
    );
  }

  async #picture(request: PictureRequest): Promise<Picture> {
    let picture: Picture | undefined;
    for await (const event of this.#ask(request)) {
      if (event.kind === 'picture') picture = event.picture;
    }
    return must(picture, 'the thread gives a picture or an error');
  }

  async *#ask(
    request: PictureRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<PictureEvent> {
    const leave = await this.#turns.enter();
    clearTimeout(this.#idle);
    this.#name = request.file.name;
    const { limitMs, loadLimitMs } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const allow = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#client.terminate(tooSlow(this.#name)), ms);
    };
    try {
      allow(loadLimitMs); // the thread itself
      for await (const event of this.#client.call(request, signal)) {
        if (event.kind === 'working') {
          allow(event.on === 'loading' ? loadLimitMs : limitMs);
          continue;
        }
        clearTimeout(timer); // whoever asked may take its time
        yield event;
        allow(limitMs);
      }
    } finally {
      clearTimeout(timer);
      this.#idle = setTimeout(() => this.stop(), IDLE_MS);
      leave();
    }
  }
}

function tooSlow(name: string): AssistantError {
  const sentence =
    'takes too long to read, so reading it was ended. Save it again, or attach a smaller copy.';
  return unusable(name, 'too-slow', sentence);
}
