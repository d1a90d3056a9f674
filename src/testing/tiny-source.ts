/** @file A tiny checkpoint with words, converted in memory. */
import { tinyCheckpoint, type TinyShape } from './tiny-checkpoint.ts';
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { asBlobs } from './checkpoint-folder.ts';

const made = new Map<string, Promise<CheckpointSource>>();

/** The same checkpoint for the same shape; conversion is done once. */
export function tinySource(shape: Partial<TinyShape> = {}): Promise<CheckpointSource> {
  const whole = { seed: 1, layers: 2, isEndless: false, ...shape };
  const key = JSON.stringify(whole);
  const source = made.get(key) ?? convert(whole);
  made.set(key, source);
  return source;
}

async function convert(shape: TinyShape): Promise<CheckpointSource> {
  const sink = new MemorySink();
  const manifest = await convertCheckpoint(asBlobs(tinyCheckpoint(shape)), sink, {
    bits: '32',
  });
  return { manifest, files: sink.files };
}
