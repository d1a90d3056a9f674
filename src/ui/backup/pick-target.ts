/** @file Asks the person where a file or a folder of files is to go, in browsers that can. */

interface Pickers {
  showSaveFilePicker(options: {
    id: string;
    suggestedName: string;
  }): Promise<FileSystemFileHandle>;
  showDirectoryPicker(options: {
    id: string;
    mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

const page: Partial<Pickers> = globalThis as unknown as Partial<Pickers>;

/** True where scheduled backups can be written. */
export const canPickFolder = 'showDirectoryPicker' in page;

export type PickedTarget =
  | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
  /** This browser has no picker: the file waits to be saved. */
  | { readonly kind: 'no-picker' }
  /** The person thought better of it. */
  | { readonly kind: 'none' };

export async function pickFile(suggestedName: string): Promise<PickedTarget> {
  const handle = await orNone(
    page.showSaveFilePicker?.({ id: 'backup', suggestedName }),
  );
  if (handle === 'no-picker' || handle === 'none') return { kind: handle };
  return { kind: 'file', handle };
}

export async function pickBackupFolder(): Promise<
  FileSystemDirectoryHandle | undefined
> {
  const handle = await orNone(
    page.showDirectoryPicker?.({ id: 'backups', mode: 'readwrite' }),
  );
  return typeof handle === 'string' ? undefined : handle;
}

async function orNone<T>(
  picking: Promise<T> | undefined,
): Promise<T | 'none' | 'no-picker'> {
  try {
    return (await picking) ?? 'no-picker';
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // Other failures of a picker (a frame, a policy) are as good as having none.
    return error.name === 'AbortError' ? 'none' : 'no-picker';
  }
}
