/** @file The consultations on this device, newest first. */
import { Search, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { currentId } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useNow } from '../controls/use-now.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import { ConsultationRow } from './consultation-row.tsx';
import { groupByDay } from './day-groups.ts';

/** From this many on, the list can be searched. */
const SEARCHABLE = 8;

interface ConsultationListProps {
  /** Called when something was chosen, so that a drawer can close. */
  onChosen?(): void;
}

export function ConsultationList({ onChosen }: ConsultationListProps) {
  const strings = useStrings();
  const { newConsultation, showOlderConsultations } = useActions();
  const hasOlder = useSelected((state) => state.hasOlder);
  const conversations = useSelected((state) => state.conversations);
  const current = useSelected(currentId);
  const now = useNow(60_000);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = conversations.filter(({ title }) =>
    title.toLowerCase().includes(wanted),
  );
  const begin = () => {
    newConsultation();
    onChosen?.();
    requestAnimationFrame(focusComposer);
  };
  return (
    <nav className={css.list} aria-label={strings.consultations}>
      <Button className={css.new} onClick={begin}>
        <SquarePen size={17} aria-hidden /> {strings.newConsultation}
      </Button>
      {conversations.length >= SEARCHABLE && (
        <SearchField value={search} onChange={setSearch} />
      )}
      <div className={css.groups}>
        {groupByDay(shown, now).map(([group, members]) => (
          <section key={group} aria-label={strings[group]}>
            <h2 className={css.day}>{strings[group]}</h2>
            <ul>
              {members.map((summary) => (
                <ConsultationRow
                  key={summary.id}
                  summary={summary}
                  isCurrent={summary.id === current}
                  {...(onChosen && { onChosen })}
                />
              ))}
            </ul>
          </section>
        ))}
        {hasOlder && wanted === '' && (
          <Button look="quiet" onClick={() => void showOlderConsultations()}>
            {strings.showOlder}
          </Button>
        )}
        {shown.length === 0 && (
          <p className={css.nothing}>
            {conversations.length === 0 ? strings.noConsultations : strings.noMatches}
          </p>
        )}
      </div>
    </nav>
  );
}

interface SearchFieldProps {
  readonly value: string;
  onChange(value: string): void;
}

function SearchField({ value, onChange }: SearchFieldProps) {
  const strings = useStrings();
  return (
    <label className={css.search}>
      <Search size={16} aria-hidden />
      <input
        type="search"
        autoComplete="off"
        value={value}
        placeholder={strings.search}
        aria-label={strings.search}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
