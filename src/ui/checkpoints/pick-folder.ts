/** @file Asks the person for a folder, in the way this browser has. */
import type { PickedFolder } from '../../app/actions.ts';

interface DirectoryPicker {
  showDirectoryPicker(options: {
    id: string;
    mode: 'read';
  }): Promise<FileSystemDirectoryHandle>;
}

function hasPicker(page: unknown): page is DirectoryPicker {
  return typeof page === 'object' && page !== null && 'showDirectoryPicker' in page;
}

/** True where a folder can be picked as a handle; elsewhere an `<input webkitdirectory>` lists its files. */
export function canPickHandle(): boolean {
  return hasPicker(globalThis);
}

/** The folder, or undefined when the person thought better of it. */
export async function pickHandle(): Promise<PickedFolder | undefined> {
  const page: unknown = globalThis;
  if (!hasPicker(page)) return undefined;
  try {
    const handle = await page.showDirectoryPicker({ id: 'checkpoint', mode: 'read' });
    return { kind: 'handle', handle };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
