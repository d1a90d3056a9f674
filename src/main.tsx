/** @file Puts the parts together: opens the store, starts the worker, renders the UI. */
import './base/trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { must } from './base/assert.ts';
import { installServiceWorker } from './app/offline.ts';

createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <h1>PulseMind</h1>,
);
installServiceWorker({ onUpdateReady() {}, onOfflineReady() {} });
