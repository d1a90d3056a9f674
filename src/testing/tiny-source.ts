/** @file A tiny checkpoint with words, converted in memory, and images to show it. */
import { readFile } from 'node:fs/promises';
import { tinyCheckpoint, type TinyShape } from '../../e2e/tiny-checkpoint.ts';
import { sha256Hex } from '../base/sha256.ts';
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import type { CheckpointSource, ImageInput } from '../engine/engine.ts';
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

/** A picture of the golden checkpoint "released", as it would be attached. */
export async function attachedImage(index: 0 | 1 | 2 | 3): Promise<ImageInput> {
  const path = new URL(`./golden/released/image-${index}.png`, import.meta.url);
  const bytes = new Uint8Array(await readFile(path));
  return { sha256: await sha256Hex(bytes), blob: new Blob([bytes]) };
}
