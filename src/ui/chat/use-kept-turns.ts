/**
 * @file Turns that stay in the page wherever one scrolls: the one with the focus,
 * the one in which something is chosen, the one a search led to.
 *
 * Taken away, the focus or what is chosen would be lost with them.
 */
import { type FocusEvent, useCallback, useEffect, useState } from 'react';
import { useSelected } from '../app-context.ts';
import { turnIdAt } from './quote.ts';

interface KeptTurns {
  readonly ids: ReadonlySet<string | undefined>;
  /** For the list, whose turns' dialogs tell it of their focus too. */
  onFocus(event: FocusEvent): void;
}

export function useKeptTurns(): KeptTurns {
  const sought = useSelected((state) => state.sought?.messageId);
  const [focused, setFocused] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const isChosen = selection !== null && !selection.isCollapsed;
      setChosen(isChosen ? turnIdAt(selection.anchorNode) : undefined);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  // A turn keeps its place when the focus goes on to a dialog it opened: it comes back.
  const onFocus = useCallback(
    ({ target }: FocusEvent) => setFocused((last) => turnIdAt(target) ?? last),
    [],
  );
  return { ids: new Set([sought, focused, chosen]), onFocus };
}
