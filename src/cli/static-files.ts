/**
 * @file Files of one folder over HTTP: types, ranges, validators and caching.
 *
 * Names under `assets/` carry a hash of what is inside and never change; the
 * rest is asked for again each time and answered with 304 while it is the same.
 * A path that names no file and has no extension is a page of the app, and gets
 * `index.html`.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { PAGE_HEADERS } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

interface FoundFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

/** Bytes `first` to `last` of a file, both included. */
interface ByteSpan {
  readonly first: number;
  readonly last: number;
}

/** Answers one request from the files below `root`. */
export async function answerRequest(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'Only GET and HEAD are answered here.', {
      Allow: 'GET, HEAD',
    });
    return;
  }
  const path = requestedPath(root, request.url ?? '/');
  if (path === undefined) {
    refuse(response, 400, 'This address cannot be read.');
    return;
  }
  const file = (await findFile(path)) ?? (await fallbackPage(root, path));
  if (file === undefined) {
    refuse(response, 404, 'There is no such file.');
    return;
  }
  sendFile(root, file, request, response);
}

/** Where on disk `url` points, or undefined when it leaves the folder or is malformed. */
function requestedPath(root: string, url: string): string | undefined {
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const path = normalize(join(root, pathname));
  const isInside =
    path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
  return isInside && !pathname.includes('\0') ? path : undefined;
}

async function findFile(path: string): Promise<FoundFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return findFile(join(path, 'index.html'));
  if (!found?.isFile()) return undefined;
  const etag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}"`;
  return { path, sizeBytes: found.size, etag };
}

async function fallbackPage(
  root: string,
  path: string,
): Promise<FoundFile | undefined> {
  return extname(path) === '' ? findFile(join(root, 'index.html')) : undefined;
}

function sendFile(
  root: string,
  file: FoundFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isHashed = file.path.startsWith(join(root, 'assets') + sep);
  const headers: Record<string, string | number> = {
    ...PAGE_HEADERS,
    'Content-Type':
      TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Accept-Ranges': 'bytes',
    ETag: file.etag,
  };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const span = requestedSpan(file, request);
  if (span === 'unsatisfiable') {
    const range = { 'Content-Range': `bytes */${file.sizeBytes}` };
    refuse(response, 416, 'The file has no such bytes.', range);
    return;
  }
  const { first, last } = span ?? { first: 0, last: file.sizeBytes - 1 };
  headers['Content-Length'] = last - first + 1;
  if (span) headers['Content-Range'] = `bytes ${first}-${last}/${file.sizeBytes}`;
  response.writeHead(span ? 206 : 200, headers);
  if (request.method === 'HEAD' || file.sizeBytes === 0) {
    response.end();
    return;
  }
  createReadStream(file.path, { start: first, end: last })
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * The span that the `Range` header asks for; undefined means the whole file,
 * also for several ranges at once and when `If-Range` names another version.
 */
function requestedSpan(
  file: FoundFile,
  request: IncomingMessage,
): ByteSpan | 'unsatisfiable' | undefined {
  const ifRange = request.headers['if-range'];
  if (ifRange !== undefined && ifRange !== file.etag) return undefined;
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (asked === null || (asked[1] === '' && asked[2] === '')) return undefined;
  const end = file.sizeBytes - 1;
  if (asked[1] === '') {
    const first = Math.max(0, file.sizeBytes - Number(asked[2]));
    return first > end ? 'unsatisfiable' : { first, last: end };
  }
  const first = Number(asked[1]);
  const last = asked[2] === '' ? end : Math.min(end, Number(asked[2]));
  if (asked[2] !== '' && Number(asked[2]) < first) return undefined;
  return first > end ? 'unsatisfiable' : { first, last };
}

function refuse(
  response: ServerResponse,
  status: number,
  sentence: string,
  extra: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...PAGE_HEADERS,
    ...extra,
    'Content-Type': 'text/plain; charset=utf-8',
  });
  response.end(`${sentence}\n`);
}
