/**
 * @file The one place that reaches the network: files of a checkpoint by HTTP.
 *
 * A file is asked for from where it is needed on (`Range`). A server that
 * does not know ranges sends it whole and the beginning is skipped, which is
 * slower and still right. A connection that says nothing for a while is given
 * up, so that a download ends one way or the other.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import type { ChunkSource, FileSpan } from './chunk-source.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpOptions {
  /** Longest silence of a connection before it is given up. */
  readonly silenceMs?: number;
  /** Tests bring their own. */
  readonly fetch?: Fetch;
}

const SILENCE_MS = 30_000;

export class HttpSource implements ChunkSource {
  readonly #baseUrl: string;
  readonly #fetch: Fetch;
  readonly #silenceMs: number;

  /** @param baseUrl - the folder; `manifest.json` lies right in it */
  constructor(baseUrl: string, options: HttpOptions = {}) {
    this.#baseUrl = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init));
    this.#silenceMs = options.silenceMs ?? SILENCE_MS;
  }

  async readManifest(signal: AbortSignal): Promise<Uint8Array> {
    const url = this.#baseUrl + 'manifest.json';
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const response = await this.#ask(url, { cache: 'no-cache' }, signal);
    if (isWebPage(response)) throw await noManifest(url, response);
    for await (const piece of this.#pieces(url, response, signal)) pieces.push(piece);
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }

  async *read(span: FileSpan, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { file, from, to, size } = span;
    const url = this.#baseUrl + file.split('/').map(encodeURIComponent).join('/');
    const isPart = from > 0 || to < size;
    const headers = isPart ? { Range: `bytes=${from}-${to - 1}` } : undefined;
    const init: RequestInit = { cache: 'no-store', ...(headers && { headers }) };
    const response = await this.#ask(url, init, signal);
    let at = startOf(response, url);
    const isMoreThanAsked = response.status !== 206 && to < size;
    for await (const piece of this.#pieces(url, response, signal)) {
      const wanted = piece.subarray(Math.max(0, from - at), Math.max(0, to - at));
      at += piece.length;
      if (wanted.length > 0) yield wanted;
      if (isMoreThanAsked && at >= to) return;
    }
  }

  async #ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const response = await this.#answer(url, init, signal);
    if (response.ok) return response;
    await response.body?.cancel();
    const { status } = response;
    const whatToDo = status === 404 ? 'Check the address.' : 'Try again.';
    throw new AssistantError(
      'network',
      `The server answered ${status} for ${url}. ${whatToDo}`,
      { url, status },
    );
  }

  /** @throws AssistantError 'network'; for another site with how it can be allowed */
  async #answer(
    url: string,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<Response> {
    try {
      return await this.#inTime(url, this.#fetch(url, { ...init, signal }));
    } catch (error) {
      throw isKind(error, 'network') && isOnOtherSite(url)
        ? notAllowed(url, error)
        : error;
    }
  }

  async *#pieces(
    url: string,
    response: Response,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        signal.throwIfAborted();
        const { done, value } = await this.#inTime(url, reader.read());
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => {});
    }
  }

  /** `answer`, or a network error when it fails or takes longer than the longest silence. */
  async #inTime<T>(url: string, answer: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`nothing came for ${this.#silenceMs} ms`)),
        this.#silenceMs,
      );
    });
    try {
      return await Promise.race([answer, silence]);
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new AssistantError(
        'network',
        `The connection broke while fetching ${url}. Try again; what is here already stays.`,
        { url },
        { cause },
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Where in the file the body of `response` begins. */
function startOf(response: Response, url: string): number {
  if (response.status !== 206) return 0;
  const range = /^bytes (\d+)-/.exec(response.headers.get('Content-Range') ?? '');
  if (range?.[1] !== undefined) return Number(range[1]);
  throw new AssistantError(
    'network',
    `The server sent a part of ${url} without saying which. Try again.`,
    { url, status: 206 },
  );
}

/** True in a page or worker of one site for an address of another. */
function isOnOtherSite(url: string): boolean {
  const here = (globalThis as { location?: Location }).location;
  return here !== undefined && new URL(url, here.href).origin !== here.origin;
}

/** A browser does not say which it was: a policy, the other site's headers, or the connection. */
function notAllowed(url: string, cause: unknown): AssistantError<'network'> {
  return new AssistantError(
    'network',
    `${url} is of another site and could not be fetched. This page fetches from its own site only, unless whoever runs it names the other one in connect-src of the Content-Security-Policy and the other one sends Access-Control-Allow-Origin. Put the folder on this site, or have the other one allowed.`,
    { url, isOtherSite: true },
    { cause },
  );
}

/** What a server sends that answers every path with the page itself. */
function isWebPage(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/html') === true;
}

async function noManifest(
  url: string,
  response: Response,
): Promise<AssistantError<'network'>> {
  await response.body?.cancel();
  return new AssistantError(
    'network',
    `There is a web page at ${url}, and no manifest. Check the address.`,
    { url, status: 404 },
  );
}
