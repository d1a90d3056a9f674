/** @file Commands and templates over the message, while it is nothing but a slash and a part of a name. */
import { type KeyboardEvent, useId, useState } from 'react';
import { currentDraft } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { CommandList, idOfOption, useMarked } from './command-list.tsx';
import { type Command, findCommands, slashOf } from './commands.ts';
import css from './commands.module.css';
import { useCommands } from './use-commands.ts';

const NONE: readonly Command[] = [];

/** The list, what the text field says of it, and its keys, which come before the field's own. */
export function useSlashList() {
  const listId = useId();
  const { setDraftText } = useActions();
  const text = useSelected((state) => currentDraft(state).text);
  const all = useCommands();
  /** The text with which it was closed. */
  const [closedAt, setClosedAt] = useState<string>();
  const slash = slashOf(text);
  const isOpen = slash !== undefined && text !== closedAt;
  const commands = isOpen ? findCommands(all, slash) : NONE;
  const choose = (command: Command) => {
    setDraftText('');
    command.run();
  };
  const { marked, onKeyDown } = useMarked(commands, choose);
  const handleKey = (event: KeyboardEvent): boolean => {
    if (commands.length === 0) return false;
    if (event.key === 'Escape') {
      setClosedAt(text);
      return true;
    }
    return onKeyDown(event);
  };
  const isShown = commands.length > 0;
  return {
    handleKey,
    // a textbox may not say that it is expanded; its active descendant speaks for it
    attributes: isShown
      ? {
          'aria-haspopup': 'listbox' as const,
          'aria-autocomplete': 'list' as const,
          'aria-controls': listId,
          'aria-activedescendant': marked && idOfOption(listId, marked),
        }
      : {},
    list: isShown && (
      <div className={css.slash}>
        <CommandList
          id={listId}
          commands={commands}
          marked={marked}
          onChoose={choose}
        />
      </div>
    ),
  };
}
