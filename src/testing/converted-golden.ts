/** @file The golden checkpoints as the engine takes them, converted in memory. */
import { convertCheckpoint } from '../checkpoint/convert.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { goldenFolder, type GoldenName } from './golden-folder.ts';

/** @param maxFileBytes - small to have every layer in a file of its own */
export async function convertedGolden(
  name: GoldenName,
  bits: Bits,
  maxFileBytes?: number,
): Promise<CheckpointSource> {
  const sink = new MemorySink();
  const options = { bits, maxFileBytes };
  const manifest = await convertCheckpoint(await goldenFolder(name), sink, options);
  return { manifest, files: sink.files };
}
