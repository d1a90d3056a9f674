/** @file Lets a person choose a folder, as a handle where the browser has them. */
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { PickedFolder } from '../../app/actions.ts';
import { canPickHandle, pickHandle } from './pick-folder.ts';

export interface FolderInputHandle {
  choose(): void;
}

interface FolderInputProps {
  readonly ref: Ref<FolderInputHandle>;
  readonly label: string;
  onChoose(folder: PickedFolder): void;
}

/** Shows nothing; `choose` opens the browser's own dialog. */
export function FolderInput({ ref, label, onChoose }: FolderInputProps) {
  const input = useRef<HTMLInputElement>(null);
  // React does not know this attribute, and without it the input takes files.
  useEffect(() => input.current?.setAttribute('webkitdirectory', ''), []);
  const pick = async () => {
    const folder = await pickHandle();
    if (folder !== undefined) onChoose(folder);
  };
  useImperativeHandle(ref, () => ({
    choose: () => (canPickHandle() ? void pick() : input.current?.click()),
  }));
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = ''; // the same folder may be chosen again
        if (files.length > 0) onChoose({ kind: 'files', files });
      }}
    />
  );
}
