/** @file Things to tell that belong to no other place; each stays until it is read. */
import { CircleAlert, Info, X } from 'lucide-react';
import type { Problem } from '../../app/problem.ts';
import type { Notice } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { Button, IconButton, join } from '../controls/button.tsx';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorText } from './error-text.tsx';
import css from './status.module.css';

export function Notices() {
  const notices = useSelected((state) => state.notices);
  const strings = useStrings();
  const { allowBackupFolder, dismissNotice, takeUpdate, undoShelving } = useActions();
  return (
    <div className={css.notices} role="log" aria-live="polite">
      {notices.map((notice) => {
        const isProblem =
          notice.kind === 'problem' || notice.kind === 'damaged-records';
        return (
          <div key={notice.id} className={join(css.notice, isProblem && css.bad)}>
            {isProblem ? (
              <CircleAlert size={17} aria-hidden />
            ) : (
              <Info size={17} aria-hidden />
            )}
            <div className={css.said}>
              {notice.kind === 'problem' ? (
                <>
                  <p className={css.problemTitle}>
                    {strings.errorTitle[notice.problem.kind]}
                  </p>
                  <ErrorText error={notice.problem.record} />
                </>
              ) : (
                <p>{say(notice, strings)}</p>
              )}
            </div>
            {notice.kind === 'problem' && <ProblemButtons problem={notice.problem} />}
            {notice.kind === 'archived' && (
              <Button onClick={() => void undoShelving(notice.id)}>
                {strings.case.undo}
              </Button>
            )}
            {notice.kind === 'backup-due' && (
              <Button onClick={() => void allowBackupFolder()}>
                {strings.backup.allow}
              </Button>
            )}
            {notice.kind === 'update-ready' && (
              <Button onClick={takeUpdate}>{strings.reloadPage}</Button>
            )}
            <IconButton
              label={strings.dismiss}
              onClick={() => dismissNotice(notice.id)}
            >
              <X size={16} aria-hidden />
            </IconButton>
          </div>
        );
      })}
    </div>
  );
}

/** Ways out of a disk that refuses; those of the model stand where the model is. */
function ProblemButtons({ problem }: { readonly problem: Problem }) {
  const strings = useStrings();
  const { writeAgain } = useActions();
  const openCheckpoints = useOpenCheckpoints();
  const isFull = problem.wayOut === 'free-disk-space';
  if (!isFull && problem.kind !== 'storage-failed') return null;
  return (
    <>
      <Button onClick={() => void writeAgain()}>{strings.tryAgain}</Button>
      {isFull && <Button onClick={openCheckpoints}>{strings.freeSpace}</Button>}
    </>
  );
}

function say(notice: Exclude<Notice, { kind: 'problem' }>, strings: Strings): string {
  switch (notice.kind) {
    case 'written-again':
      return strings.writtenAgain;
    case 'archived':
      return strings.case.wasArchived(String(notice.before.length));
    case 'backup-due':
      return strings.backup.due;
    case 'engine-reloaded':
      return strings.engineReloaded;
    case 'database-lost':
      return strings.databaseLost[notice.became];
    case 'damaged-records':
      return strings.damagedRecords(notice.count);
    case 'checkpoint-verified':
      return strings.checkpointVerified(notice.name);
    case 'checkpoint-installed':
      return notice.isLoaded
        ? strings.checkpointInstalled(notice.name)
        : strings.models.installedWaits(notice.name);
    case 'update-ready':
      return strings.updateReady;
    case 'offline-ready':
      return strings.offlineReady;
  }
}
