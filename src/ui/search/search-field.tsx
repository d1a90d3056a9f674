/** @file Where one types what to search for. The focus stays here; arrows move through the results. */
import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { isSendKey } from '../composer/is-send-key.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './search.module.css';

interface SearchFieldProps {
  readonly value: string;
  /** Id of the list of results; undefined while there is none. */
  readonly listId: string | undefined;
  /** Id of the chosen one among them. */
  readonly activeId: string | undefined;
  onChange(value: string): void;
  /** To the next result, or the one before. */
  onMove(step: 1 | -1): void;
  onOpen(): void;
}

export function SearchField(props: SearchFieldProps) {
  const { value, listId, activeId, onChange, onMove, onOpen } = props;
  const { searching } = useStrings();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // these keys are the input method's
    const step =
      event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step !== undefined && listId !== undefined) onMove(step);
    else if (isSendKey(event.nativeEvent)) onOpen();
    else if (event.key === 'Escape' && value !== '') onChange('');
    else return;
    event.preventDefault();
    event.stopPropagation(); // an open drawer would close
  };
  return (
    <label className={css.field}>
      <Search size={16} aria-hidden />
      <input
        type="search"
        role="combobox"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        placeholder={searching.field}
        aria-label={searching.field}
        aria-autocomplete="list"
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
