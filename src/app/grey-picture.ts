/** @file A picture of nothing: a soft grey slope, the same bytes every time. */
import { encode } from 'fast-png';
import { sha256Hex } from '../base/sha256.ts';
import type { ImageInput } from '../engine/engine.ts';

const SIDE = 448;

let made: Promise<ImageInput> | undefined;

export function greyPicture(): Promise<ImageInput> {
  made ??= make();
  return made;
}

async function make(): Promise<ImageInput> {
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const grey = 112 + Math.round((32 * (x + y)) / (2 * SIDE));
      data.fill(grey, (y * SIDE + x) * 3, (y * SIDE + x + 1) * 3);
    }
  }
  const encoded = encode({ width: SIDE, height: SIDE, data, channels: 3, depth: 8 });
  const bytes = new Uint8Array(encoded);
  return {
    sha256: await sha256Hex(bytes),
    blob: new Blob([bytes], { type: 'image/png' }),
  };
}
