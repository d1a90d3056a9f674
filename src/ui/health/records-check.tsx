/** @file Looking at everything that is kept, and what was found, in words. */
import { useEffect, useRef, useState } from 'react';
import type { IntegrityProgress, IntegrityReport } from '../../app/health.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Progress } from '../controls/progress.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './health.module.css';

/** More than this nobody reads. */
const SHOWN = 50;

interface RecordsCheckProps {
  onChecked(): void;
}

export function RecordsCheck({ onChecked }: RecordsCheckProps) {
  const strings = useStrings().health;
  const { checkRecords } = useActions();
  const stopping = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<IntegrityProgress>();
  const [report, setReport] = useState<IntegrityReport>();
  useEffect(() => () => stopping.current?.abort(), []);
  const check = async () => {
    const controller = new AbortController();
    stopping.current = controller;
    setReport(undefined);
    setProgress({ kind: 'progress', done: 0, total: 0 });
    setReport(await checkRecords(setProgress, controller.signal));
    setProgress(undefined);
    onChecked();
  };
  if (progress !== undefined) {
    return <Running progress={progress} onStop={() => stopping.current?.abort()} />;
  }
  return (
    <section className={css.section} aria-label={strings.check}>
      {report !== undefined && <Found report={report} />}
      <div>
        <Button onClick={() => void check()}>{strings.checkNow}</Button>
      </div>
    </section>
  );
}

interface RunningProps {
  readonly progress: IntegrityProgress;
  onStop(): void;
}

function Running({ progress: { done, total }, onStop }: RunningProps) {
  const strings = useStrings().health;
  const language = useLanguage();
  return (
    <section className={css.section} aria-label={strings.check}>
      <Progress
        label={strings.checking}
        share={total === 0 ? undefined : done / total}
      />
      <p className={css.soft}>
        {strings.checkingText(
          formatCount(done, language),
          formatCount(total, language),
        )}
      </p>
      <div>
        <Button onClick={onStop}>{strings.cancel}</Button>
      </div>
    </section>
  );
}

function Found({ report }: { readonly report: IntegrityReport }) {
  const strings = useStrings().health;
  const language = useLanguage();
  const { consultations, turns, images, faults, auditFaults } = report;
  const [cases, words, films] = [consultations, turns, images].map((count) =>
    formatCount(count, language),
  );
  if (faults.length === 0 && auditFaults.length === 0) {
    return <p role="status">{strings.whole(cases ?? '', words ?? '', films ?? '')}</p>;
  }
  return (
    <div role="alert" className={css.bad}>
      <p>{strings.damaged}</p>
      <ul>
        {faults.slice(0, SHOWN).map(({ kind, key, title }) => (
          <li key={`${kind} ${key}`}>
            {title === undefined
              ? strings.fault[kind]
              : strings.faultOf(strings.fault[kind], title)}
          </li>
        ))}
        {faults.length > SHOWN && (
          <li>+ {formatCount(faults.length - SHOWN, language)}</li>
        )}
        {auditFaults.length > 0 && <li>{strings.fault.audit}</li>}
      </ul>
    </div>
  );
}
