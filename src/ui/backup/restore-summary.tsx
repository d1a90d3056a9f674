/** @file What an archive holds, before anything of it is written. */
import { useState } from 'react';
import type { ArchiveSummary } from '../../app/archive-state.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { ModalButtons } from '../controls/modal.tsx';
import { formatCount } from '../strings/format.ts';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './backup.module.css';

export function RestoreSummary({ summary }: { readonly summary: ArchiveSummary }) {
  const strings = useStrings().backup;
  const language = useLanguage();
  const { restoreArchive, dismissArchiveWork } = useActions();
  const [bringBack, setBringBack] = useState(false);
  const count = (number: number) => formatCount(number, language);
  const { consultations, turns, images, patients, erasedConsultations } = summary;
  const when = new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(summary.madeMs);
  return (
    <section className={css.section} role="status">
      <p>
        {strings.madeOn(when)}{' '}
        {strings.holds(
          count(consultations),
          count(turns),
          count(images),
          count(patients),
        )}
      </p>
      <p>
        {strings.news(count(summary.newConsultations))} {strings.nothingWritten}
      </p>
      {erasedConsultations > 0 && (
        <label className={css.check}>
          <input
            type="checkbox"
            checked={bringBack}
            onChange={({ target }) => setBringBack(target.checked)}
          />
          {strings.erased(count(erasedConsultations))}
        </label>
      )}
      <ModalButtons>
        <Button onClick={dismissArchiveWork}>{strings.cancel}</Button>
        <Button look="primary" onClick={() => void restoreArchive(bringBack)}>
          {strings.restoreNow}
        </Button>
      </ModalButtons>
    </section>
  );
}
