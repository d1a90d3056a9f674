/** @file The engine's worker: nothing but the engine, and a door to the page. */
// oxlint-disable-next-line import/no-unassigned-import -- first: threads are scripts too
import '../base/trusted-types.ts';
import { reportRequestsOfWorker } from '../base/report-requests.ts';
import { createEngine } from './local-engine.ts';
import { serveEngine } from './serve.ts';

reportRequestsOfWorker();
serveEngine(self, createEngine());
