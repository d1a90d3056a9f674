/** @file The work on checkpoints that is going on, or how it failed. */
import type { AppState } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { LoadLine } from '../status/load-line.tsx';
import { ProblemCard } from '../status/problem-card.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

type Job = AppState['checkpoints']['job'];

interface StopButtonProps {
  readonly job: Extract<Job, { kind: 'running' }>;
  onStop(): void;
}

/** What was fetched stays, so that stopping a download is a pause. */
function StopButton({ job: { work, name }, onStop }: StopButtonProps) {
  const strings = useStrings();
  const isPause = work === 'download' || work === 'install';
  return (
    <Button
      aria-label={
        isPause ? strings.models.pauseNamed(name) : strings.models.cancelNamed(name)
      }
      onClick={onStop}
    >
      {isPause ? strings.models.pause : strings.cancel}
    </Button>
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
  const { cancelCheckpointJob, dismissCheckpointJob, repairCheckpoint } = useActions();
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
          />
          <StopButton job={job} onStop={cancelCheckpointJob} />
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
