/** @file Takes files for the turn; documents wait here until their pages are chosen, one after another. */
import { useMemo, useState, type ReactNode } from 'react';
import { useActions } from '../app-context.ts';
import { AddFilesContext } from './add-files.ts';
import { focusComposer } from './focus-composer.ts';
import { PagesDialog } from './pages-dialog.tsx';

interface WaitingDocument {
  readonly id: string;
  readonly file: File;
}

export function FilesHost({ children }: { readonly children: ReactNode }) {
  const { addImages, sortFiles } = useActions();
  const [waiting, setWaiting] = useState<readonly WaitingDocument[]>([]);
  const add = useMemo(
    () => async (files: readonly File[]) => {
      const { images, documents } = await sortFiles(files);
      const added = documents.map((file) => ({ id: crypto.randomUUID(), file }));
      setWaiting((before) => [...before, ...added]);
      if (images.length > 0) await addImages(images);
    },
    [addImages, sortFiles],
  );
  const takeFiles = useMemo(() => (files: readonly File[]) => void add(files), [add]);
  const [first] = waiting;
  return (
    <AddFilesContext value={takeFiles}>
      {children}
      {first !== undefined && (
        <PagesDialog
          key={first.id}
          file={first.file}
          onDone={() => {
            setWaiting((before) => before.filter(({ id }) => id !== first.id));
            if (waiting.length === 1) focusComposer();
          }}
        />
      )}
    </AddFilesContext>
  );
}
