/** @file The work on checkpoints that is going on, or how it failed. */
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { LoadLine } from '../status/load-line.tsx';
import { ProblemCard } from '../status/problem-card.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

export function CheckpointJobStatus() {
  const strings = useStrings();
  const job = useSelected((state) => state.checkpoints.job);
  const { cancelCheckpointJob, dismissCheckpointJob } = useActions();
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
          <Button onClick={cancelCheckpointJob}>{strings.cancel}</Button>
        </div>
      );
    case 'failed':
      return (
        <div className={css.job}>
          <ProblemCard problem={job.problem}>
            <Button onClick={dismissCheckpointJob}>{strings.dismiss}</Button>
          </ProblemCard>
        </div>
      );
  }
}
