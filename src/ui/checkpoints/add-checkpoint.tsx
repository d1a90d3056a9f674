/** @file Adds a checkpoint from a folder on disk, converted or to be converted. */
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';
import { FolderInput, type FolderInputHandle } from './folder-input.tsx';

export function AddCheckpoint() {
  const strings = useStrings();
  const { addCheckpointFolder } = useActions();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  const input = useRef<FolderInputHandle>(null);
  return (
    <section className={css.section}>
      <h3>{strings.addCheckpoint}</h3>
      <p className={css.soft}>{strings.addCheckpointText}</p>
      <div>
        <Button disabled={isBusy} onClick={() => input.current?.choose()}>
          <FolderOpen size={17} aria-hidden /> {strings.chooseFolder}
        </Button>
        <FolderInput
          ref={input}
          label={strings.chooseFolder}
          onChoose={(folder) => void addCheckpointFolder(folder)}
        />
      </div>
    </section>
  );
}
