/** @file Hashing an installed checkpoint again: disks forget. Runs in a worker. */
import { isKind } from '../base/errors.ts';
import { verifyChunk } from '../checkpoint/read-manifest.ts';
import { encodeJson } from './install.ts';
import { writeFile } from './opfs-file.ts';
import { openInstalled } from './weights.ts';
import { openFolder, VERIFIED_FILE, type Verified } from './weights-folder.ts';
import type { OnProgress } from './weights-protocol.ts';

/** What is wrong with an installed checkpoint, a sentence each; empty when it is whole. It is noted when. */
export async function verifyInstalled(
  id: string,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<readonly string[]> {
  const { manifest, files } = await openInstalled(id, 'any-size');
  const wrong: string[] = [];
  const totalBytes = Object.values(manifest.files).reduce((sum, f) => sum + f.bytes, 0);
  let loadedBytes = 0;
  for (const [file, stored] of Object.entries(manifest.files)) {
    const blob = files.get(file) ?? new Blob();
    if (blob.size !== stored.bytes) {
      wrong.push(`${file} is ${blob.size} bytes long, not ${stored.bytes}.`);
    }
    for (const index of stored.chunks.keys()) {
      signal.throwIfAborted();
      const from = index * manifest.chunkBytes;
      const to = Math.min(from + manifest.chunkBytes, stored.bytes);
      const chunk = new Uint8Array(await blob.slice(from, to).arrayBuffer());
      const damage = await chunkDamage(() => verifyChunk(manifest, file, index, chunk));
      if (damage !== undefined && chunk.length === to - from) wrong.push(damage);
      loadedBytes += to - from;
      onProgress({ id, name: manifest.name, file, loadedBytes, totalBytes });
    }
  }
  await noteVerified(id, wrong.length);
  return wrong;
}

/** A disk that takes no note is no reason to say nothing of the weights. */
async function noteVerified(id: string, faults: number): Promise<void> {
  const note: Verified = { version: 1, timeMs: Date.now(), faults };
  await writeFile(await openFolder(id), VERIFIED_FILE, encodeJson(note)).catch(
    () => {},
  );
}

async function chunkDamage(verify: () => Promise<void>): Promise<string | undefined> {
  try {
    await verify();
    return undefined;
  } catch (error) {
    if (isKind(error, 'bad-data')) return error.message;
    throw error;
  }
}
