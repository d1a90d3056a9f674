/** @file What was done, newest first, and whether the record of it is whole. */
import { useState } from 'react';
import type { AuditReport } from '../../app/actions.ts';
import { auditFile } from '../../app/audit-file.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { saveFile } from '../controls/save-file.ts';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import { flagTitles } from '../safety/flag-titles.ts';
import css from './security.module.css';

/** More than this nobody scrolls through. */
const SHOWN = 200;

export function AuditView() {
  const strings = useStrings().security;
  const { readAudit } = useActions();
  const [report, setReport] = useState<AuditReport>();
  return (
    <details
      className={css.section}
      onToggle={(event) => {
        if (event.currentTarget.open) void readAudit().then(setReport);
      }}
    >
      <summary>{strings.audit}</summary>
      {report !== undefined && <Report report={report} />}
    </details>
  );
}

function Report({ report }: { readonly report: AuditReport }) {
  const strings = useStrings().security;
  const language = useLanguage();
  const { entries, faults } = report;
  const conversations = useSelected((state) => state.conversations);
  const titles = new Map(conversations.map(({ id, title }) => [id, title]));
  const format = new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return (
    <>
      {faults.length === 0 ? (
        <p role="status">{strings.auditWhole(String(entries.length))}</p>
      ) : (
        <ul role="alert" className={css.error}>
          {faults.map(({ kind, seq }) => (
            <li key={`${kind} ${seq}`}>{strings.auditFault[kind](String(seq))}</li>
          ))}
        </ul>
      )}
      <p className={css.soft}>{strings.auditHow}</p>
      <div>
        <Button
          onClick={() =>
            void auditFile(report).then((text) =>
              saveFile('pulsemind-record-of-use.jsonl', text, 'application/jsonl'),
            )
          }
        >
          {strings.auditSave}
        </Button>
      </div>
      <ol className={css.entries} aria-label={strings.audit} tabIndex={0}>
        {entries
          .slice(-SHOWN)
          .toReversed()
          .map(({ seq, timeMs, what, conversationId, subject }) => (
            <li key={seq}>
              <time dateTime={new Date(timeMs).toISOString()}>
                {format.format(timeMs)}
              </time>{' '}
              {strings.auditWhat[what]}{' '}
              {(what === 'red-flag' && flagTitles(subject ?? '', language)) ||
                (subject ??
                  (conversationId !== undefined &&
                    (titles.get(conversationId) ?? strings.auditErased)))}
            </li>
          ))}
      </ol>
    </>
  );
}
