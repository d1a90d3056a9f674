/** @file One installed checkpoint: what it is, and load, verify, remove. */
import { useState } from 'react';
import type { AppState, CheckpointSummary } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { formatBytes, formatLanguages } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

const loadedId = ({ engine }: AppState): string | undefined =>
  engine.kind === 'empty' ? undefined : engine.checkpoint?.id;

export function CheckpointRow({
  checkpoint,
}: {
  readonly checkpoint: CheckpointSummary;
}) {
  const strings = useStrings();
  const language = useLanguage();
  const isLoaded = useSelected((state) => loadedId(state) === checkpoint.id);
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <p className={css.name}>
          {checkpoint.name}
          {isLoaded && <span className={css.badge}>{strings.inUse}</span>}
          {checkpoint.isBundled && <span className={css.tag}>{strings.bundled}</span>}
        </p>
        <p className={css.soft}>
          {[
            formatBytes(checkpoint.sizeBytes, language),
            checkpoint.quantization,
            checkpoint.licence,
            checkpoint.understandsImages ? strings.understandsImages : strings.textOnly,
            ...(checkpoint.languages === undefined
              ? []
              : [
                  strings.onlyLanguages(
                    formatLanguages(checkpoint.languages, language),
                  ),
                ]),
          ].join(' · ')}
        </p>
      </div>
      <div className={css.actions}>
        <RowActions
          checkpoint={checkpoint}
          isLoaded={isLoaded}
          onRemove={() => setIsRemoving(true)}
        />
      </div>
      <RemoveDialog
        checkpoint={checkpoint}
        isOpen={isRemoving}
        onClose={() => setIsRemoving(false)}
      />
    </li>
  );
}

interface RowActionsProps {
  readonly checkpoint: CheckpointSummary;
  readonly isLoaded: boolean;
  onRemove(): void;
}

function RowActions({ checkpoint, isLoaded, onRemove }: RowActionsProps) {
  const strings = useStrings();
  const { chooseCheckpoint, verifyCheckpoint } = useActions();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  const { id, name } = checkpoint;
  return (
    <>
      {!isLoaded && (
        <Button
          aria-label={strings.loadNamed(name)}
          disabled={isBusy}
          onClick={() => void chooseCheckpoint(id)}
        >
          {strings.load}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={strings.verifyNamed(name)}
        disabled={isBusy}
        onClick={() => void verifyCheckpoint(id)}
      >
        {strings.verify}
      </Button>
      <Button
        look="quiet"
        aria-label={strings.removeNamed(name)}
        disabled={isBusy}
        onClick={onRemove}
      >
        {strings.remove}
      </Button>
    </>
  );
}

interface RemoveDialogProps {
  readonly checkpoint: CheckpointSummary;
  readonly isOpen: boolean;
  onClose(): void;
}

function RemoveDialog({ checkpoint, isOpen, onClose }: RemoveDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const { removeCheckpoint } = useActions();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.removeCheckpoint}
      description={strings.removeCheckpointWhy(
        checkpoint.name,
        formatBytes(checkpoint.sizeBytes, language),
      )}
    >
      <ModalButtons>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            void removeCheckpoint(checkpoint.id);
            onClose();
          }}
        >
          {strings.remove}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
