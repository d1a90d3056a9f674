/**
 * @file Folders on disk that unfinished checkpoints are made from: a handle each, so
 * that work can go on after a reload. Where a browser has no handles, nothing is kept.
 */
import { type Database, writing } from './database.ts';

const KEY = 'checkpoint-folders';

type Handles = ReadonlyMap<string, FileSystemDirectoryHandle>;

export class KeptFolders {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By id of the checkpoint. What cannot be read is as if it had not been kept. */
  async read(): Promise<Handles> {
    const kept: unknown = await this.#database.get('settings', KEY);
    const rows = kept instanceof Map ? [...kept] : [];
    return new Map(
      rows.filter(
        ([id, handle]) => typeof id === 'string' && typeof handle === 'object',
      ) as [string, FileSystemDirectoryHandle][],
    );
  }

  async keep(id: string, handle: FileSystemDirectoryHandle): Promise<void> {
    await this.#write(new Map(await this.read()).set(id, handle));
  }

  /** Forgets the folders of all checkpoints but `ids`. */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    const kept = await this.read();
    const rest = new Map([...kept].filter(([id]) => ids.has(id)));
    if (rest.size < kept.size) await this.#write(rest);
  }

  async #write(handles: Handles): Promise<void> {
    await writing(this.#database, ['settings'], async (transaction) => {
      const settings = transaction.objectStore('settings');
      if (handles.size === 0) await settings.delete(KEY);
      else await settings.put(handles, KEY);
    });
  }
}
