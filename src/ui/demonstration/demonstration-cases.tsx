/** @file Demonstration cases on the empty page: one click begins a consultation about a synthetic patient. */
import { FlaskConical } from 'lucide-react';
import { useId } from 'react';
import { canOpenDemonstration, DEMONSTRATIONS } from '../../app/demonstrations.ts';
import { currentDraft } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './demonstration.module.css';

export function DemonstrationCases() {
  const strings = useStrings().demonstration;
  const language = useLanguage();
  const { openDemonstration } = useActions();
  const canOpen = useSelected(canOpenDemonstration);
  const isWritten = useSelected((state) => !canOpen && currentDraft(state).text !== '');
  const titleId = useId();
  return (
    <section className={css.cases} aria-labelledby={titleId}>
      <h3 id={titleId} className={css.heading}>
        {strings.cases}
      </h3>
      <p className={css.why}>{isWritten ? strings.keepsDraft : strings.casesWhy}</p>
      <ul className={css.list}>
        {DEMONSTRATIONS.map((demonstration) => (
          <li key={demonstration.index}>
            <button
              type="button"
              className={css.case}
              disabled={!canOpen}
              onClick={() => void openDemonstration(demonstration).then(focusComposer)}
            >
              <FlaskConical size={15} aria-hidden /> {demonstration.name[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
