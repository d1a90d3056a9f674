/** @file The worker that writes weights: hashing and synchronous files are no work for a page. */
import { serveWeights } from './serve-weights.ts';

serveWeights(self);
