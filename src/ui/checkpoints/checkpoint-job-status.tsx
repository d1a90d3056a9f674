/** @file The work on checkpoints that is going on, or how it failed. */
import { useState } from 'react';
import type { AppState } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal, ModalButtons } from '../controls/modal.tsx';
import { LoadLine } from '../status/load-line.tsx';
import { ProblemCard } from '../status/problem-card.tsx';
import { formatBytes } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

type Job = AppState['checkpoints']['job'];

interface StopButtonsProps {
  readonly job: Extract<Job, { kind: 'running' }>;
}

/** What is here stays when work is paused, and goes when it is discarded. */
function StopButtons({ job: { work, name, loadedBytes } }: StopButtonsProps) {
  const strings = useStrings();
  const { models } = strings;
  const { pauseCheckpointJob, discardCheckpointJob } = useActions();
  const [isDiscarding, setIsDiscarding] = useState(false);
  if (work === 'verify') {
    return (
      <Button aria-label={models.cancelNamed(name)} onClick={pauseCheckpointJob}>
        {strings.cancel}
      </Button>
    );
  }
  return (
    <div className={css.actions}>
      {work !== 'install' && (
        <Button
          look="quiet"
          aria-label={models.discardNamed(name)}
          onClick={() => setIsDiscarding(true)}
        >
          {models.discard}
        </Button>
      )}
      <Button
        data-pauses
        aria-label={models.pauseNamed[work](name)}
        onClick={pauseCheckpointJob}
      >
        {models.pause}
      </Button>
      <DiscardDialog
        name={name}
        haveBytes={loadedBytes}
        isOpen={isDiscarding}
        onClose={() => setIsDiscarding(false)}
        onDiscard={discardCheckpointJob}
      />
    </div>
  );
}

interface DiscardDialogProps extends DialogProps {
  readonly name: string;
  readonly haveBytes: number;
  onDiscard(): void;
}

function DiscardDialog({
  name,
  haveBytes,
  isOpen,
  onClose,
  onDiscard,
}: DiscardDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const { models } = strings;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={models.discardTitle(name)}
      description={models.discardWhy(formatBytes(haveBytes, language))}
    >
      <ModalButtons>
        <Button onClick={onClose}>{models.keepGoing}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onDiscard();
          }}
        >
          {models.discard}
        </Button>
      </ModalButtons>
    </Modal>
  );
}

function RepairButton({ onRepair }: { onRepair(): void }) {
  const strings = useStrings().models;
  return (
    <Button look="primary" onClick={onRepair}>
      {strings.repair}
    </Button>
  );
}

export function CheckpointJobStatus() {
  const strings = useStrings();
  const job = useSelected((state) => state.checkpoints.job);
  const { dismissCheckpointJob, repairCheckpoint } = useActions();
  switch (job.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div className={css.job}>
          <LoadLine
            title={strings.work[job.work](job.name)}
            note={job.file}
            loadedBytes={job.loadedBytes}
            totalBytes={job.totalBytes}
            startedMs={job.startedMs}
            remainingMs={job.remainingMs}
          />
          <StopButtons job={job} />
        </div>
      );
    case 'failed':
      return (
        <div className={css.job}>
          <ProblemCard problem={job.problem}>
            {job.repairs !== undefined && (
              <RepairButton onRepair={() => void repairCheckpoint(job.repairs ?? '')} />
            )}
            <Button onClick={dismissCheckpointJob}>{strings.dismiss}</Button>
          </ProblemCard>
        </div>
      );
  }
}
