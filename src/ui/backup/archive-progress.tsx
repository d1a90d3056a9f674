/** @file What goes on with an archive, how far it is, and what it came to. */
import type { ArchivesState } from '../../app/archive-state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { ModalButtons } from '../controls/modal.tsx';
import { Progress } from '../controls/progress.tsx';
import { ProblemCard } from '../status/problem-card.tsx';
import { formatBytes, formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './backup.module.css';
import { RestoreSummary } from './restore-summary.tsx';
import { SaveLink } from './save-link.tsx';

type Work = ArchivesState['work'];

/** Nothing while nothing goes on. */
export function ArchiveProgress() {
  const work = useSelected((state) => state.archives.work);
  if (work.kind === 'idle') return null;
  if (work.kind === 'read') return <RestoreSummary summary={work.summary} />;
  return isGoingOn(work) ? <GoingOn work={work} /> : <Came work={work} />;
}

type GoingOnWork = Extract<Work, { kind: `${string}ing` | 'backing-up' }>;
type Ended = Exclude<Work, GoingOnWork | { kind: 'idle' | 'read' }>;

function isGoingOn(work: Work): work is GoingOnWork {
  return (
    work.kind === 'backing-up' ||
    work.kind === 'reading' ||
    work.kind === 'restoring' ||
    work.kind === 'exporting'
  );
}

function GoingOn({ work }: { readonly work: GoingOnWork }) {
  const strings = useStrings().backup;
  const { cancelArchiveWork } = useActions();
  const language = useLanguage();
  const label = {
    'backing-up': strings.backingUp,
    reading: strings.reading,
    restoring: strings.restoring,
    exporting: strings.exporting,
  }[work.kind];
  const detail =
    work.kind === 'reading'
      ? `${formatBytes(work.doneBytes, language)} / ${formatBytes(work.ofBytes, language)}`
      : `${formatCount(work.doneConsultations, language)} / ${formatCount(work.ofConsultations, language)}`;
  return (
    <section className={css.section}>
      <p>
        {label}… <span className={css.soft}>{detail}</span>
      </p>
      <Progress label={label} share={shareOf(work)} />
      <ModalButtons>
        <Button onClick={cancelArchiveWork}>{strings.cancel}</Button>
      </ModalButtons>
    </section>
  );
}

function shareOf(work: GoingOnWork): number | undefined {
  const [done, of] =
    work.kind === 'reading'
      ? [work.doneBytes, work.ofBytes]
      : [work.doneConsultations, work.ofConsultations];
  return of === 0 ? undefined : Math.min(1, done / of);
}

function Came({ work }: { readonly work: Ended }) {
  const strings = useStrings().backup;
  const { dismissArchiveWork } = useActions();
  const done = <Button onClick={dismissArchiveWork}>{strings.done}</Button>;
  if (work.kind === 'failed') {
    return (
      <section className={css.section} aria-label={strings.failed[work.what]}>
        <h3>{strings.failed[work.what]}</h3>
        <ProblemCard problem={work.problem}>{done}</ProblemCard>
      </section>
    );
  }
  const file = 'file' in work ? work.file : undefined;
  return (
    <section className={css.section}>
      <Said work={work} />
      {file !== undefined && <p>{strings.saveNow}</p>}
      <ModalButtons>
        {done}
        {file !== undefined && <SaveLink file={file} />}
      </ModalButtons>
    </section>
  );
}

function Said({ work }: { readonly work: Exclude<Ended, { kind: 'failed' }> }) {
  const strings = useStrings().backup;
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  switch (work.kind) {
    case 'backed-up': {
      const { consultations, sizeBytes, damaged } = work.counts;
      return (
        <div role="status">
          <p>
            {strings.backedUp(count(consultations), formatBytes(sizeBytes, language))}
          </p>
          {damaged > 0 && <p>{strings.leftOut(count(damaged))}</p>}
        </div>
      );
    }
    case 'restored': {
      const { added, changed, same, leftErased } = work.result;
      return (
        <div role="status">
          <p>{strings.restored(count(added), count(changed), count(same))}</p>
          {leftErased > 0 && <p>{strings.leftErased(count(leftErased))}</p>}
        </div>
      );
    }
    case 'exported':
      return <p role="status">{strings.exported}</p>;
  }
}
