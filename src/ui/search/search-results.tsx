/** @file What was found: title, patient, the words around the hit, and when. */
import type { SearchHit, SearchResults } from '../../app/actions.ts';
import { join } from '../controls/button.tsx';
import { formatCount, formatDay } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { MarkedText } from './marked-text.tsx';
import css from './search.module.css';

interface SearchResultsProps {
  readonly results: SearchResults;
  readonly listId: string;
  /** Place of the chosen one; -1 for none. */
  readonly active: number;
  onOpen(hit: SearchHit): void;
}

export function SearchResultList(props: SearchResultsProps) {
  const { results, listId, active, onOpen } = props;
  const { searching } = useStrings();
  const { hits, isComplete } = results;
  return (
    <div className={css.results}>
      <p role="status" className={css.count}>
        <FoundCount results={results} />
      </p>
      {hits.length > 0 && (
        <ul id={listId} role="listbox" aria-label={searching.results}>
          {hits.map((hit, at) => (
            <Result
              key={`${hit.conversationId} ${hit.messageId}`}
              id={optionId(listId, at)}
              hit={hit}
              isActive={at === active}
              onOpen={() => onOpen(hit)}
            />
          ))}
        </ul>
      )}
      {!isComplete && <p className={css.count}>{searching.opening}</p>}
    </div>
  );
}

export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}

function FoundCount({ results }: { readonly results: SearchResults }) {
  const { searching } = useStrings();
  const language = useLanguage();
  const { hits, consultations, isComplete } = results;
  if (consultations === 0) return isComplete ? searching.nothing : null;
  const count = formatCount(consultations, language);
  const shown = new Set(hits.map((hit) => hit.conversationId)).size;
  return shown < consultations
    ? searching.foundMore(count, formatCount(hits.length, language))
    : searching.found(count);
}

interface ResultProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly isActive: boolean;
  onOpen(): void;
}

/** The field has the focus and the keys; a pointer can choose as well. */
function Result({ id, hit, isActive, onOpen }: ResultProps) {
  const { untitled, case: strings } = useStrings();
  const language = useLanguage();
  const { title, patient, tags, snippet, updatedMs, isArchived } = hit;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={join(css.result, isActive && css.active)}
      ref={isActive ? scrollToIt : undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <span className={css.line}>
        <span className={css.title}>
          {title.text === '' ? untitled : <MarkedText {...title} />}
        </span>
        <time className={css.day} dateTime={new Date(updatedMs).toISOString()}>
          {formatDay(updatedMs, language)}
        </time>
      </span>
      {(patient !== undefined || tags.length > 0 || isArchived === true) && (
        <span className={css.about}>
          {patient !== undefined && (
            <span>
              <MarkedText {...patient} />
            </span>
          )}
          {isArchived === true && <span className={css.tag}>{strings.archived}</span>}
          {tags.map((tag) => (
            <span key={tag.text} className={css.tag}>
              <MarkedText {...tag} />
            </span>
          ))}
        </span>
      )}
      {snippet !== undefined && (
        <span className={css.snippet}>
          <MarkedText {...snippet} />
        </span>
      )}
    </li>
  );
}

function scrollToIt(result: HTMLLIElement | null): void {
  result?.scrollIntoView({ block: 'nearest' });
}
