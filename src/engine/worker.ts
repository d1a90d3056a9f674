/** @file The engine's worker: nothing but the engine, and a door to the page. */
import { createEngine } from './local-engine.ts';
import { serveEngine } from './serve.ts';

serveEngine(self, createEngine());
