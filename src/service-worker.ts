/**
 * @file The service worker: after one visit the page starts without a server.
 *
 *   the built page        precached at installation, replaced as a whole
 *   /ort/                 the runtime, kept when the page asks for it or uses it
 *   checkpoint manifests  from the server while it answers, else as last seen
 *   the files they name   never here: the page keeps them in OPFS
 *
 * A kept response keeps its headers, so the page is cross-origin isolated
 * offline too. A new version waits until the page says `take-over`: a
 * consultation is never reloaded under somebody's hands.
 *
 * What is asked of the network is noted: by itself here, and by the page where this
 * worker lets it pass. What is answered out of a cache is no request.
 */
import { setCacheNameDetails } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { requestTarget } from './base/report-requests.ts';
import { RequestCounter } from './store/request-ledger.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Address and hash of each file of the built page; filled in by the build. */
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};
/** Of onnxruntime-web; given by the build. */
declare const ORT_VERSION: string;

/** What the page asks of us. */
export type ServiceWorkerRequest =
  | { readonly kind: 'take-over' }
  /** Answered with `true` on the port that comes along, once every file is kept. */
  | { readonly kind: 'keep-runtime' };

const RUNTIME_CACHE_PREFIX = 'onnxruntime-web-';
const RUNTIME_CACHE = RUNTIME_CACHE_PREFIX + ORT_VERSION;
const CHECKPOINT_CACHE = 'checkpoint-manifests';

const counter = new RequestCounter();

function noteRequest(address: string, bytes?: number): Promise<void> {
  const target = requestTarget(address);
  if (target === undefined) return Promise.resolve();
  const sized = bytes === undefined ? {} : { bytes };
  return counter.note({ target, timeMs: Date.now(), count: 1, ...sized });
}

/** Workbox, and everything here, asks the network by this. */
const askNetwork = self.fetch.bind(self);
self.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  try {
    const response = await askNetwork(input, init);
    const length = response.headers.get('Content-Length');
    void noteRequest(address, length === null ? undefined : Number(length));
    return response;
  } catch (error) {
    void noteRequest(address);
    throw error;
  }
};

setCacheNameDetails({ prefix: 'pulsemind', suffix: '' });
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/\.\w+$/], // a file's own address is that file
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/ort/'),
  new CacheFirst({ cacheName: RUNTIME_CACHE, matchOptions: { ignoreSearch: true } }),
);

registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /^\/checkpoints\/.*\/manifest\.json$/.test(url.pathname),
  new NetworkFirst({ cacheName: CHECKPOINT_CACHE, networkTimeoutSeconds: 10 }),
);

// Last of all listeners: it hears what none of the routes above answers.
self.addEventListener('fetch', (event) => {
  event.waitUntil(noteRequest(event.request.url));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldRuntimes(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const request = event.data as ServiceWorkerRequest;
  switch (request.kind) {
    case 'take-over':
      event.waitUntil(self.skipWaiting());
      break;
    case 'keep-runtime':
      event.waitUntil(
        keepRuntime().then(
          () => event.ports[0]?.postMessage(true),
          () => event.ports[0]?.postMessage(false),
        ),
      );
      break;
  }
});

async function dropOldRuntimes(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(
    (name) => name.startsWith(RUNTIME_CACHE_PREFIX) && name !== RUNTIME_CACHE,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Keeps the builds that the engine tries in this browser. */
async function keepRuntime(): Promise<void> {
  const cache = await caches.open(RUNTIME_CACHE);
  for (const url of runtimeFiles()) {
    if (!(await cache.match(url))) await keep(cache, url);
  }
}

async function keep(cache: Cache, url: string): Promise<void> {
  const response = await self.fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  await cache.put(url, response);
}

function runtimeFiles(): string[] {
  const webgpuBuild = 'Suspending' in WebAssembly ? '.jspi' : '.asyncify';
  const builds = 'gpu' in navigator ? [webgpuBuild, ''] : [''];
  return builds.flatMap((build) => [
    `/ort/ort-wasm-simd-threaded${build}.mjs`,
    `/ort/ort-wasm-simd-threaded${build}.wasm`,
  ]);
}
