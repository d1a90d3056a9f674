/** @file Puts the parts together: opens the store, starts the worker, renders the UI. */
import './base/trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { thisBrowser } from './app/browser.ts';
import { createApp } from './app/create-app.ts';
import { installServiceWorker } from './app/offline.ts';
import { openKept } from './app/open-kept.ts';
import { documents, readImage } from './app/read-image.ts';
import { openRequestBook } from './app/requests.ts';
import { must } from './base/assert.ts';
import { WorkerEngine } from './engine/client.ts';
import { startEngineWorker } from './engine/start-worker.ts';
import { OpfsLibrary } from './store/checkpoint-library.ts';
import { ErrorBoundary } from './ui/shell/error-boundary.tsx';
import { Shell } from './ui/shell/shell.tsx';

const app = createApp({
  engine: new WorkerEngine(startEngineWorker),
  library: new OpfsLibrary(),
  browser: thisBrowser(),
  openKept,
  readImage,
  documents,
  bundledUrl: new URL(
    `${import.meta.env.BASE_URL}checkpoints/clinic-mini/`,
    location.href,
  ).href,
  installOffline: installServiceWorker,
  requests: openRequestBook(),
});

createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <ErrorBoundary language={() => app.state.getState().settings.language}>
      <Shell app={app} />
    </ErrorBoundary>
  </StrictMode>,
);
void app.actions.start();
