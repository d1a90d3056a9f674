/**
 * @file What tells one folder on disk from another without reading gigabytes: names,
 * sizes, times, and how each file begins.
 */
import { sha256Hex } from '../base/sha256.ts';

const BEGINNING_BYTES = 64 * 1024;

/** SHA-256 (hex). The same for the same folder picked again, also after a reload. */
export async function markOfFolder(files: ReadonlyMap<string, Blob>): Promise<string> {
  const rows: unknown[] = [];
  for (const name of [...files.keys()].toSorted()) {
    const blob = files.get(name) ?? new Blob();
    const beginning = await blob.slice(0, BEGINNING_BYTES).arrayBuffer();
    const changedMs = blob instanceof File ? blob.lastModified : 0;
    rows.push([name, blob.size, changedMs, await sha256Hex(new Uint8Array(beginning))]);
  }
  return sha256Hex(new TextEncoder().encode(JSON.stringify(rows)));
}
