/** @file Engines on the CPU in Node, ended after each test. */
import { afterEach } from 'vitest';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import { LOAD_OPTIONS } from '../engine/engine.contract.ts';
import type { CheckpointSource, LoadEvent } from '../engine/engine.ts';
import { LocalEngine } from '../engine/local-engine.ts';
import { collect } from './ask-engine.ts';
import { tinySource } from './tiny-source.ts';

const engines: LocalEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.dispose();
});

/** An engine with nothing loaded. */
export function newEngine(): LocalEngine {
  const engine = new LocalEngine(nodeOrtFiles);
  engines.push(engine);
  return engine;
}

export function load(
  engine: LocalEngine,
  source: CheckpointSource,
  contextTokens = 2048,
): Promise<LoadEvent[]> {
  const options = { ...LOAD_OPTIONS, contextTokens };
  return collect(engine.load(source, options, new AbortController().signal));
}

/** An engine with the tiny checkpoint loaded, or `source`. */
export async function loaded(
  source?: CheckpointSource,
  contextTokens?: number,
): Promise<LocalEngine> {
  const engine = newEngine();
  await load(engine, source ?? (await tinySource()), contextTokens);
  return engine;
}
