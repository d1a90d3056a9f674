/** @file The consultations on this device, newest first. */
import { SquarePen } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
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
import { ListTools } from './list-tools.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ALL, type ListFilter, shownGroups } from './shown-consultations.ts';
import { type Selection, useSelection } from './use-selection.ts';

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
        <Consultations {...(onChosen && { onChosen })} />
      )}
    </nav>
  );
}

/** The place after `at`, or before it; -1 stands before the first. */
function moved(at: number, step: 1 | -1, count: number): number {
  const from = at < 0 && step < 0 ? 0 : at;
  return (from + step + count) % count;
}

function Consultations({ onChosen }: ConsultationListProps) {
  const conversations = useSelected((state) => state.conversations);
  const hasAny = conversations.length > 0;
  const now = useNow(60_000);
  const [filter, setFilter] = useState(ALL);
  const [isSelecting, setIsSelecting] = useState(false);
  const groups = useMemo(
    () => shownGroups(conversations, filter, now),
    [conversations, filter, now],
  );
  const order = groups.flatMap(([, members]) => members.map(({ id }) => id));
  const selection = useSelection(order);
  return (
    <>
      {(hasAny || filter.isArchive) && (
        <ListTools
          filter={filter}
          isSelecting={isSelecting}
          onFilter={setFilter}
          onSelecting={setIsSelecting}
        />
      )}
      {isSelecting && (
        <SelectionBar
          selection={selection}
          order={order}
          isArchive={filter.isArchive}
        />
      )}
      <Groups
        groups={groups}
        filter={filter}
        {...(isSelecting && { selection })}
        {...(onChosen && { onChosen })}
      />
    </>
  );
}

interface GroupsProps extends ConsultationListProps {
  readonly groups: ReturnType<typeof shownGroups>;
  readonly filter: ListFilter;
  /** While several are being chosen. */
  readonly selection?: Selection;
}

function Groups({ groups, filter, selection, onChosen }: GroupsProps) {
  const strings = useStrings();
  const { showArchivedConsultations, showOlderConsultations } = useActions();
  const { isArchive } = filter;
  const hasOlder = useSelected((state) =>
    isArchive ? state.hasOlderArchived : state.hasOlder,
  );
  const current = useSelected(currentId);
  const more = isArchive ? showArchivedConsultations : showOlderConsultations;
  return (
    <div className={css.groups}>
      {groups.map(([group, members]) => {
        const name = group === 'pinned' ? strings.case.pinned : strings[group];
        return (
          <section key={group} aria-label={name}>
            <h2 className={css.day}>{name}</h2>
            <ul>
              {members.map((summary) => (
                <ConsultationRow
                  key={summary.id}
                  summary={summary}
                  isCurrent={summary.id === current}
                  {...(selection && { selection })}
                  {...(onChosen && { onChosen })}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {hasOlder && (
        <Button look="quiet" onClick={() => void more()}>
          {strings.showOlder}
        </Button>
      )}
      {groups.length === 0 && <Nothing filter={filter} />}
    </div>
  );
}

function Nothing({ filter: { isArchive, tag } }: { readonly filter: ListFilter }) {
  const strings = useStrings();
  const isRead = useSelected((state) => state.start.kind === 'started');
  if (!isRead) return null;
  const empty = isArchive ? strings.case.noArchived : strings.noConsultations;
  return (
    <p className={css.nothing}>
      {tag === undefined ? empty : strings.case.noneWithTag}
    </p>
  );
}
