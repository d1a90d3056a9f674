/** @file Which of several turns stands here: other wordings of a question, other answers to it. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Message } from '../../clinic/conversation.ts';
import { siblingsOf } from '../../clinic/message-tree.ts';
import { isAnswering } from '../../app/selectors.ts';
import { useActions, useSelectedList, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

/** Nothing where there is no choice. */
export function BranchPicker({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const { showBranch } = useActions();
  const isBusy = useSelected(isAnswering);
  const ids = useSelectedList(({ current }) =>
    current.kind === 'open'
      ? siblingsOf(current.conversation.messages, message).map(({ id }) => id)
      : [],
  );
  if (ids.length < 2) return null;
  const at = ids.indexOf(message.id);
  const show = async (id: string | undefined) => {
    if (id === undefined) return;
    await showBranch(id);
    requestAnimationFrame(() => focusPicker(id));
  };
  return (
    <div
      className={css.branches}
      role="group"
      tabIndex={-1}
      aria-label={strings.versionOf(at + 1, ids.length)}
    >
      <IconButton
        label={strings.earlierVersion}
        disabled={isBusy || at === 0}
        onClick={() => void show(ids[at - 1])}
      >
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <span aria-hidden>
        {at + 1}/{ids.length}
      </span>
      <IconButton
        label={strings.laterVersion}
        disabled={isBusy || at === ids.length - 1}
        onClick={() => void show(ids[at + 1])}
      >
        <ChevronRight size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

/** The turn that was chosen took the place of the one with the button: the focus follows, and is seen. */
function focusPicker(id: string): void {
  const turn = document.querySelector(`[data-turn="${CSS.escape(id)}"]`);
  const picker = turn?.querySelector<HTMLElement>(`.${css.branches}`);
  if (turn === null || !picker) return;
  picker.focus({ preventScroll: true });
  // its words come a few frames later, and push the picker down
  const watch = new ResizeObserver(() => picker.scrollIntoView({ block: 'nearest' }));
  watch.observe(turn);
  setTimeout(() => watch.disconnect(), SETTLES_MS);
}

/** A long turn has its height by then. */
const SETTLES_MS = 1000;
