/**
 * @file The page's half of the service worker: installing, updating, working offline.
 *
 * A new version of the page waits until `takeUpdate`; then every open tab of it
 * reloads, so no tab asks for files that the new version no longer has.
 */

export interface OfflineEvents {
  /** A new version lies ready. Offer it; `takeUpdate` switches to it. */
  onUpdateReady(): void;
  /** The page and the runtime are kept: from now on it starts without a server. */
  onOfflineReady(): void;
}

export interface OfflineInstallation {
  /** Switches to the waiting version and reloads. Without one, does nothing. */
  takeUpdate(): void;
}

const SERVICE_WORKER = `${import.meta.env.BASE_URL}service-worker.js`;

/** Keeps the page for use without a server, where the browser can; the development server has none. */
export function installServiceWorker(events: OfflineEvents): OfflineInstallation {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return { takeUpdate() {} };
  }
  const container = navigator.serviceWorker;
  let waiting: ServiceWorker | undefined;

  reloadAfterTakeOver(container);
  container
    .register(SERVICE_WORKER)
    .then((registration) => {
      watchForUpdate(registration, (worker) => {
        waiting = worker;
        events.onUpdateReady();
      });
      return container.ready;
    })
    .then(({ active }) => keepRuntime(active))
    .then((isKept) => {
      if (isKept) events.onOfflineReady();
    })
    .catch(() => {}); // storage is off or full: the page goes on with its server
  return { takeUpdate: () => waiting?.postMessage({ kind: 'take-over' }) };
}

/** The first worker takes over silently; a later one means that this page is an old version. */
function reloadAfterTakeOver(container: ServiceWorkerContainer): void {
  let hadWorker = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (hadWorker) location.reload();
    hadWorker = true;
  });
}

function watchForUpdate(
  registration: ServiceWorkerRegistration,
  onWaiting: (worker: ServiceWorker) => void,
): void {
  const isUpdate = (): boolean => registration.active !== null;
  if (registration.waiting && isUpdate()) onWaiting(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && isUpdate()) onWaiting(worker);
    });
  });
}

/** Asks the worker to keep the runtime's files; true once they are kept. */
function keepRuntime(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event) => answered(event.data === true));
    port1.start();
    worker?.postMessage({ kind: 'keep-runtime' }, [port2]);
  });
}
