import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isKind } from '../base/errors.ts';
import { PAGE_HEADERS } from './headers.ts';
import { readPort } from './port.ts';
import { startServer, type RunningServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), '<p>the page</p>');
  writeFileSync(join(folder, 'site/assets/main-1a2b3c.js'), 'run()');
  writeFileSync(join(folder, 'site/ten.bin'), '0123456789');
  writeFileSync(join(folder, 'site/empty.wasm'), '');
  server = await startServer(join(folder, 'site'), 0);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, { headers });
}

/** The status for a path that `fetch` would have cleaned up first. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  return new Promise((answered, failed) => {
    request({ port: server.port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      answered(response.statusCode);
    })
      .on('error', failed)
      .end();
  });
}

test.each(['/', '/ten.bin', '/nothing.bin', '/%zz'])(
  'every response carries the isolation headers and the policy: %s',
  async (path) => {
    const response = await get(path);
    for (const [name, value] of Object.entries(PAGE_HEADERS)) {
      expect(response.headers.get(name)).toBe(value);
    }
  },
);

test('an address inside the app is the page, a missing file is not', async () => {
  expect(await (await get('/consultations/7')).text()).toBe('<p>the page</p>');
  expect((await get('/assets/gone.js')).status).toBe(404);
});

test('a range is answered with those bytes alone', async () => {
  const response = await get('/ten.bin', { Range: 'bytes=2-4' });
  expect(response.status).toBe(206);
  expect(response.headers.get('Content-Range')).toBe('bytes 2-4/10');
  expect(await response.text()).toBe('234');
});

test('a range may be open at either end', async () => {
  expect(await (await get('/ten.bin', { Range: 'bytes=7-' })).text()).toBe('789');
  expect(await (await get('/ten.bin', { Range: 'bytes=-2' })).text()).toBe('89');
  expect(await (await get('/ten.bin', { Range: 'bytes=8-99' })).text()).toBe('89');
});

test('a range past the end is refused with the size', async () => {
  const response = await get('/ten.bin', { Range: 'bytes=10-' });
  expect(response.status).toBe(416);
  expect(response.headers.get('Content-Range')).toBe('bytes */10');
});

test('a range of another version of the file gets the whole file', async () => {
  const other = await get('/ten.bin', { Range: 'bytes=2-4', 'If-Range': '"other"' });
  expect(other.status).toBe(200);
  const etag = other.headers.get('ETag') ?? '';
  const same = await get('/ten.bin', { Range: 'bytes=2-4', 'If-Range': etag });
  expect(same.status).toBe(206);
});

test('what has not changed is not sent again', async () => {
  const etag = (await get('/ten.bin')).headers.get('ETag') ?? '';
  const again = await get('/ten.bin', { 'If-None-Match': etag });
  expect(again.status).toBe(304);
});

test('only names with a hash are kept for good', async () => {
  const hashed = await get('/assets/main-1a2b3c.js');
  expect(hashed.headers.get('Cache-Control')).toContain('immutable');
  expect((await get('/')).headers.get('Cache-Control')).toBe('no-cache');
});

test('types let wasm compile while it streams, and an empty file ends', async () => {
  const response = await get('/empty.wasm');
  expect(response.headers.get('Content-Type')).toBe('application/wasm');
  expect(await response.text()).toBe('');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
])('nothing outside the folder is reached: %s', async (path) => {
  expect(await statusOfRawPath(path)).toBeGreaterThanOrEqual(400);
});

test('only reading is answered', async () => {
  const response = await fetch(server.url, { method: 'POST', body: 'x' });
  expect(response.status).toBe(405);
});

test('a port that is in use is named, with what to do', async () => {
  const error = await startServer(folder, server.port).catch((cause: unknown) => cause);
  expect(isKind(error, 'bad-input')).toBe(true);
  expect(String(error)).toContain(`Port ${server.port} of 127.0.0.1 is in use`);
});

test('the port is 4173 unless another is asked for', () => {
  expect(readPort(undefined)).toBe(4173);
  expect(readPort('8080')).toBe(8080);
  expect(() => readPort('http')).toThrow('PORT is "http"');
  expect(() => readPort('70000')).toThrow('PORT is "70000"');
});
