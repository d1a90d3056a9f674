/** @file One installed checkpoint: what it is, and load, verify, remove. */
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { AppState, CheckpointSummary } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { CheckpointDetails } from './checkpoint-details.tsx';
import { formatBytes, formatLanguages } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';
import { sightWords } from './sight-words.ts';

const loadedId = ({ engine }: AppState): string | undefined =>
  engine.kind === 'empty' ? undefined : engine.checkpoint?.id;

export function CheckpointRow({
  checkpoint,
}: {
  readonly checkpoint: CheckpointSummary;
}) {
  const strings = useStrings();
  const isLoaded = useSelected((state) => loadedId(state) === checkpoint.id);
  const [isRemoving, setIsRemoving] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  return (
    <li className={css.row}>
      <Summary checkpoint={checkpoint} isLoaded={isLoaded} />
      <div className={css.actions}>
        <RowActions
          checkpoint={checkpoint}
          isLoaded={isLoaded}
          onRemove={() => setIsRemoving(true)}
        />
        <Button
          look="quiet"
          aria-label={strings.models.detailsOf(checkpoint.name)}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {strings.models.details}
          <ChevronDown size={16} className={css.chevron} aria-hidden />
        </Button>
      </div>
      <div id={detailsId} className={css.details} hidden={!isOpen}>
        {/* what work did to it is read anew */}
        {isOpen && <CheckpointDetails key={String(isBusy)} checkpoint={checkpoint} />}
      </div>
      <RemoveDialog
        checkpoint={checkpoint}
        isOpen={isRemoving}
        onClose={() => setIsRemoving(false)}
      />
    </li>
  );
}

interface SummaryProps {
  readonly checkpoint: CheckpointSummary;
  readonly isLoaded: boolean;
}

function Summary({ checkpoint, isLoaded }: SummaryProps) {
  const strings = useStrings();
  const language = useLanguage();
  return (
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
          sightWords(checkpoint, strings),
          ...(checkpoint.languages === undefined
            ? []
            : [strings.onlyLanguages(formatLanguages(checkpoint.languages, language))]),
        ].join(' · ')}
      </p>
      {checkpoint.isBundled && (
        <p className={css.soft}>{strings.models.standIn(checkpoint.name)}</p>
      )}
    </div>
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
  const isOnly = useSelected((state) => state.checkpoints.installed.length === 1);
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
      {checkpoint.isBundled && <p>{strings.models.removeBundled}</p>}
      {!checkpoint.isBundled && isOnly && <p>{strings.models.removeLast}</p>}
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
