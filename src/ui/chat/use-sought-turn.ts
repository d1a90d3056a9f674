/** @file Bringing a turn into view that a search led to. */
import { type RefObject, useEffect } from 'react';
import { useSelected } from '../app-context.ts';

const SHOWN_MS = 2000;

/** @param stayHere - the end is not followed any more */
export function useSoughtTurn(
  content: RefObject<HTMLElement | null>,
  stayHere: () => void,
): void {
  const sought = useSelected((state) => state.sought);
  useEffect(() => {
    if (sought === undefined) return;
    const selector = `[data-turn="${CSS.escape(sought.messageId)}"]`;
    const turn = content.current?.querySelector<HTMLElement>(selector);
    if (turn === null || turn === undefined) return;
    stayHere();
    turn.scrollIntoView({ block: 'start' });
    turn.focus({ preventScroll: true });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return; // the focus shows it
    turn.animate([{ background: 'var(--accent-soft)' }, { background: 'none' }], {
      duration: SHOWN_MS,
      easing: 'ease-in',
    });
  }, [sought, content, stayHere]);
}
