import { afterEach, expect, test, vi } from 'vitest';
import { HttpSource } from './download.ts';

const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

/** How the manifest at `url` is read when the network does this. */
function reading(url: string, answer: () => Promise<Response>): Promise<Uint8Array> {
  return new HttpSource(url, { fetch: answer }).readManifest(signal);
}

test('a server that answers with its page has no manifest there', async () => {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  const page = async () => new Response('<!doctype html>', { headers });
  await expect(reading('/nothing/', page)).rejects.toMatchObject({
    kind: 'network',
    message: expect.stringContaining('a web page at /nothing/manifest.json'),
    details: { status: 404 },
  });
});

test('a file that is not there is asked to be looked for elsewhere, not again', async () => {
  const missing = async () => new Response('', { status: 404 });
  await expect(reading('/nothing/', missing)).rejects.toThrow('Check the address.');
  const busy = async () => new Response('', { status: 503 });
  await expect(reading('/busy/', busy)).rejects.toThrow('Try again.');
});

test('another site that cannot be reached is told with how it is allowed', async () => {
  vi.stubGlobal('location', new URL('https://here.example/assets/worker.js'));
  const refused = async () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(reading('https://there.example/x', refused)).rejects.toMatchObject({
    kind: 'network',
    message: expect.stringContaining('connect-src'),
    details: { url: 'https://there.example/x/manifest.json', isOtherSite: true },
  });
  for (const url of ['https://here.example/x', '/x']) {
    await expect(reading(url, refused)).rejects.toThrow('The connection broke');
  }
});
