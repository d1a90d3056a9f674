/** @file The worker that writes weights: hashing and synchronous files are no work for a page. */
// oxlint-disable-next-line import/no-unassigned-import -- first: it starts workers of its own
import '../base/trusted-types.ts';
import { reportRequestsOfWorker } from '../base/report-requests.ts';
import { serveWeights } from './serve-weights.ts';

reportRequestsOfWorker();
serveWeights(self);
