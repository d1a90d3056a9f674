/** @file A folder a person picked, as files by name. Folders inside it are left alone. */
import { AssistantError } from '../base/errors.ts';

/** A handle where the browser has them, else the list of an `<input webkitdirectory>`. */
export type PickedFolder =
  | { readonly kind: 'handle'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'files'; readonly files: readonly File[] };

export interface FolderFiles {
  readonly name: string;
  readonly files: ReadonlyMap<string, Blob>;
}

/** @throws AssistantError 'bad-input' for an empty folder */
export async function readPickedFolder(folder: PickedFolder): Promise<FolderFiles> {
  const found =
    folder.kind === 'handle' ? await listed(folder.handle) : flat(folder.files);
  if (found.files.size > 0) return found;
  throw new AssistantError(
    'bad-input',
    `The folder ${found.name} has no files. Pick the one that holds config.json or manifest.json.`,
    { what: 'folder' },
  );
}

async function listed(folder: FileSystemDirectoryHandle): Promise<FolderFiles> {
  const files = new Map<string, Blob>();
  for await (const handle of folder.values()) {
    const isShown = !handle.name.startsWith('.');
    if (!isShown || !(handle instanceof FileSystemFileHandle)) continue;
    files.set(handle.name, await handle.getFile());
  }
  return { name: folder.name, files };
}

function flat(list: readonly File[]): FolderFiles {
  const files = new Map<string, Blob>();
  let name = '';
  for (const file of list) {
    const path = (file.webkitRelativePath || file.name).split('/');
    if (path.length > 1) name ||= path[0] ?? '';
    if (path.length <= 2 && !file.name.startsWith('.')) files.set(file.name, file);
  }
  return { name: name || 'checkpoint', files };
}
