/** @file Pictures as they are attached, in Node. */
import { readFile } from 'node:fs/promises';
import { sha256Hex } from '../base/sha256.ts';
import type { ImageInput } from '../engine/engine.ts';

/** A picture of the golden checkpoint "released", as it would be attached. */
export async function attachedImage(index: 0 | 1 | 2 | 3): Promise<ImageInput> {
  const path = new URL(`./golden/released/image-${index}.png`, import.meta.url);
  const bytes = new Uint8Array(await readFile(path));
  return { sha256: await sha256Hex(bytes), blob: new Blob([bytes]) };
}
