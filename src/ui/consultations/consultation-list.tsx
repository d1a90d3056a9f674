/** @file The consultations on this device, newest first. */
import { SquarePen } from 'lucide-react';
import { useId, useState } from 'react';
import type { SearchHit } from '../../app/actions.ts';
import { currentId } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useNow } from '../controls/use-now.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { SearchField } from '../search/search-field.tsx';
import { optionId, SearchResultList } from '../search/search-results.tsx';
import { useSearch } from '../search/use-search.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import { ConsultationRow } from './consultation-row.tsx';
import { groupByDay } from './day-groups.ts';

interface ConsultationListProps {
  /** Called when something was chosen, so that a drawer can close. */
  onChosen?(): void;
}

export function ConsultationList({ onChosen }: ConsultationListProps) {
  const strings = useStrings();
  const { newConsultation, search, showFound } = useActions();
  const hasAny = useSelected(({ conversations }) => conversations.length > 0);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const results = useSearch(typed);
  const listId = useId();
  const hits = results?.hits ?? [];
  const begin = () => {
    newConsultation();
    onChosen?.();
    requestAnimationFrame(focusComposer);
  };
  const open = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    void showFound(hit);
    onChosen?.();
  };
  const openChosen = async () => {
    // the results on screen may still be those of the letter before
    open(active < 0 ? (await search(typed)).hits[0] : hits[active]);
  };
  return (
    <nav className={css.list} aria-label={strings.consultations}>
      <Button className={css.new} onClick={begin}>
        <SquarePen size={17} aria-hidden /> {strings.newConsultation}
      </Button>
      {hasAny && (
        <SearchField
          value={typed}
          listId={hits.length > 0 ? listId : undefined}
          activeId={hits[active] && optionId(listId, active)}
          onChange={(value) => {
            setTyped(value);
            setActive(-1);
          }}
          onMove={(step) => setActive((at) => moved(at, step, hits.length))}
          onOpen={() => void openChosen()}
        />
      )}
      {hasAny && results !== undefined ? (
        <SearchResultList
          results={results}
          listId={listId}
          active={active}
          onOpen={open}
        />
      ) : (
        <DayGroups {...(onChosen && { onChosen })} />
      )}
    </nav>
  );
}

/** The place after `at`, or before it; -1 stands before the first. */
function moved(at: number, step: 1 | -1, count: number): number {
  const from = at < 0 && step < 0 ? 0 : at;
  return (from + step + count) % count;
}

function DayGroups({ onChosen }: ConsultationListProps) {
  const strings = useStrings();
  const { showOlderConsultations } = useActions();
  const hasOlder = useSelected((state) => state.hasOlder);
  const isRead = useSelected((state) => state.start.kind === 'started');
  const conversations = useSelected((state) => state.conversations);
  const current = useSelected(currentId);
  const now = useNow(60_000);
  return (
    <div className={css.groups}>
      {groupByDay(conversations, now).map(([group, members]) => (
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
      {hasOlder && (
        <Button look="quiet" onClick={() => void showOlderConsultations()}>
          {strings.showOlder}
        </Button>
      )}
      {conversations.length === 0 && isRead && (
        <p className={css.nothing}>{strings.noConsultations}</p>
      )}
    </div>
  );
}
