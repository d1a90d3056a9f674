/**
 * @file A web server in this thread: files by address, with the faults of real ones.
 *
 * Every request is written down, so that a test can say what was fetched and
 * what was not.
 */
import type { Fetch } from '../store/download.ts';

export interface ServerFaults {
  /** The connection breaks once this many bytes went out, counted over all requests. */
  readonly breakAfterBytes?: number;
  /** How often it breaks; after that it holds. */
  readonly breaks?: number;
  /** Sends whole files whatever was asked for. */
  readonly ignoresRanges?: boolean;
  /** One bit of this byte arrives wrong, the first `times` times it is sent. */
  readonly flip?: {
    readonly file: string;
    readonly at: number;
    readonly times: number;
  };
  readonly status?: number;
  /** Says nothing more after the headers. */
  readonly isSilent?: boolean;
}

export interface ServedRequest {
  readonly file: string;
  readonly from: number;
  readonly sentBytes: number;
}

const PIECE = 1000;

export class ScriptedServer {
  readonly log: ServedRequest[] = [];
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #faults: ServerFaults;
  #sentBytes = 0;
  #breaksLeft: number;
  #flipsLeft: number;

  constructor(files: ReadonlyMap<string, Uint8Array>, faults: ServerFaults = {}) {
    this.#files = files;
    this.#faults = faults;
    this.#breaksLeft = faults.breaks ?? 1;
    this.#flipsLeft = faults.flip?.times ?? 0;
  }

  readonly fetch: Fetch = async (url, init) => {
    const file = decodeURIComponent(url.split('/').at(-1) ?? '');
    const bytes = this.#files.get(file);
    if (bytes === undefined) return new Response('', { status: 404 });
    const { status, ignoresRanges = false } = this.#faults;
    if (status !== undefined) return new Response('', { status });
    const range = new Headers(init.headers).get('Range');
    const span = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
    if (span === null || ignoresRanges) {
      return new Response(this.#body(file, bytes, 0, init.signal), { status: 200 });
    }
    const [from, to] = [Number(span[1]), Number(span[2]) + 1];
    return new Response(this.#body(file, bytes.subarray(0, to), from, init.signal), {
      status: 206,
      headers: { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}` },
    });
  };

  #body(
    file: string,
    bytes: Uint8Array,
    from: number,
    signal: AbortSignal | null | undefined,
  ): ReadableStream<Uint8Array> {
    const entry = { file, from, sentBytes: 0 };
    this.log.push(entry);
    let at = from;
    return new ReadableStream(
      {
        pull: async (stream) => {
          if (this.#faults.isSilent === true) return new Promise(() => {});
          if (signal?.aborted === true) {
            stream.error(signal.reason);
            return undefined;
          }
          if (this.#breaks()) {
            stream.error(new TypeError('network error'));
            return undefined;
          }
          if (at >= bytes.length) {
            stream.close();
            return undefined;
          }
          const piece = this.#piece(file, bytes, at);
          at += piece.length;
          entry.sentBytes += piece.length;
          this.#sentBytes += piece.length;
          stream.enqueue(piece);
          return undefined;
        },
      },
      { highWaterMark: 0 },
    );
  }

  #breaks(): boolean {
    const { breakAfterBytes = Infinity } = this.#faults;
    if (this.#breaksLeft === 0 || this.#sentBytes < breakAfterBytes) return false;
    this.#breaksLeft--;
    return true;
  }

  #piece(file: string, bytes: Uint8Array, at: number): Uint8Array {
    const piece = bytes.slice(at, at + PIECE);
    const { flip } = this.#faults;
    const isHit = flip?.file === file && flip.at >= at && flip.at < at + piece.length;
    if (isHit && this.#flipsLeft > 0) {
      this.#flipsLeft--;
      piece[flip.at - at] = (piece[flip.at - at] ?? 0) ^ 1;
    }
    return piece;
  }
}
