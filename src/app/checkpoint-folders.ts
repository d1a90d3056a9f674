/**
 * @file The folders that unfinished checkpoints are made from: what was picked in
 * this visit, and the handles of earlier ones.
 */
import { AssistantError } from '../base/errors.ts';
import type { PickedFolder } from '../store/picked-folder.ts';
import type { AppCore } from './core.ts';

export class CheckpointFolders {
  readonly #core: AppCore;
  readonly #picked = new Map<string, PickedFolder>();

  constructor(core: AppCore) {
    this.#core = core;
  }

  /** Remembers what checkpoint `id` is made from, beyond this visit where it can be. */
  async remember(id: string, folder: PickedFolder): Promise<void> {
    this.#picked.set(id, folder);
    if (folder.kind !== 'handle') return;
    try {
      await this.#core.kept.folders.keep(id, folder.handle);
    } catch {
      // after a reload the folder is picked again
    }
  }

  /** Ids of the checkpoints whose folder is known; those of all but `unfinished` are forgotten. */
  async known(unfinished: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    for (const id of this.#picked.keys()) {
      if (!unfinished.has(id)) this.#picked.delete(id);
    }
    const { folders } = this.#core.kept;
    await folders.keepOnly(unfinished).catch(() => {});
    return new Set([...this.#picked.keys(), ...(await folders.read()).keys()]);
  }

  /**
   * The folder of checkpoint `id`, which the browser may ask the person for.
   *
   * @throws AssistantError 'bad-input' when it is not known, or the page may not read it
   */
  async open(id: string): Promise<PickedFolder> {
    const picked = this.#picked.get(id);
    if (picked !== undefined) return picked;
    const handle = (await this.#core.kept.folders.read()).get(id);
    if (handle !== undefined && (await mayRead(handle))) {
      return { kind: 'handle', handle };
    }
    throw new AssistantError(
      'bad-input',
      'The page may not read that folder any more. Choose Go on and allow it, or pick the folder again.',
      { what: 'folder-closed' },
    );
  }
}

interface Permitted {
  requestPermission?(how: { mode: 'read' }): Promise<PermissionState>;
}

/** Asks, where the browser asks. It needs a click that was just made. */
async function mayRead(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const asked = handle as FileSystemDirectoryHandle & Permitted;
  const answer = (await asked.requestPermission?.({ mode: 'read' })) ?? 'granted';
  return answer === 'granted';
}
