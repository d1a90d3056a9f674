/** @file Adds a checkpoint from a folder on disk, converted or to be converted. */
import { FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';
import { canPickHandle, pickHandle } from './pick-folder.ts';

export function AddCheckpoint() {
  const strings = useStrings();
  const { addCheckpointFolder } = useActions();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  const input = useRef<HTMLInputElement>(null);
  // React does not know this attribute, and without it the input takes files.
  useEffect(() => input.current?.setAttribute('webkitdirectory', ''), []);
  const choose = async () => {
    if (!canPickHandle()) {
      input.current?.click();
      return;
    }
    const folder = await pickHandle();
    if (folder !== undefined) await addCheckpointFolder(folder);
  };
  return (
    <section className={css.section}>
      <h3>{strings.addCheckpoint}</h3>
      <p className={css.soft}>{strings.addCheckpointText}</p>
      <div>
        <Button disabled={isBusy} onClick={() => void choose()}>
          <FolderOpen size={17} aria-hidden /> {strings.chooseFolder}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={strings.chooseFolder}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = ''; // the same folder may be chosen again
            if (files.length > 0) void addCheckpointFolder({ kind: 'files', files });
          }}
        />
      </div>
    </section>
  );
}
