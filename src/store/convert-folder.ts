/**
 * @file A Hugging Face folder becomes an installed checkpoint, in the page.
 *
 * Runs in a worker. A conversion cannot go on after an interruption; what it
 * left is removed, here or at the next start.
 */
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { EncodePool } from './encode-pool.ts';
import { encodeJson, type Installed } from './install.ts';
import { OpfsSink, writeFile } from './opfs-file.ts';
import type { OnProgress } from './weights-protocol.ts';
import {
  idOfConversion,
  openFolder,
  ORIGIN_FILE,
  removeFolder,
  withLock,
} from './weights-folder.ts';

export interface Conversion {
  /** For people: the folder's own name. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Blob>;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** @throws AssistantError as `convertCheckpoint`, and 'out-of-memory' when the disk is full */
export async function convertFolder(wanted: Conversion): Promise<Installed> {
  const { name, files, signal } = wanted;
  const id = idOfConversion(name);
  return withLock(id, signal, async () => {
    const folder = await openFolder(id);
    const threads = Math.max(1, navigator.hardwareConcurrency - 1);
    const pool = new EncodePool(threads);
    try {
      const origin = { version: 1, isBundled: false, installedMs: Date.now() };
      await writeFile(folder, ORIGIN_FILE, encodeJson(origin));
      const manifest = await convertCheckpoint(files, new OpfsSink(folder), {
        bits: 'mixed',
        name,
        signal,
        encodeRows: (type, columns, values) => pool.encodeRows(type, columns, values),
        concurrency: threads + 1,
        onProgress: ({ tensor, doneBytes, totalBytes }) =>
          wanted.onProgress({ name, file: tensor, loadedBytes: doneBytes, totalBytes }),
      });
      return { id, name: manifest.name };
    } catch (error) {
      await removeFolder(id);
      throw error;
    } finally {
      pool.dispose();
    }
  });
}
