/** @file Everything that can be done, and every consultation, by typing a part of its name. */
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { CommandList, idOfOption, useMarked } from './command-list.tsx';
import { type Command, findCommands } from './commands.ts';
import css from './commands.module.css';
import { useCommands } from './use-commands.ts';

/** More are found by typing. */
const SHOWN_CONSULTATIONS = 8;

export function Palette({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().room;
  const field = useRef<HTMLInputElement>(null);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.commands}
      firstFocus={field}
    >
      <Finder field={field} onClose={onClose} />
    </Modal>
  );
}

interface FinderProps {
  readonly field: RefObject<HTMLInputElement | null>;
  onClose(): void;
}

function Finder({ field, onClose }: FinderProps) {
  const strings = useStrings().room;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const commands = useCommands();
  const consultations = useConsultations();
  const found = useMemo(
    () => [
      ...findCommands(commands, typed),
      ...findCommands(consultations, typed).slice(0, SHOWN_CONSULTATIONS),
    ],
    [commands, consultations, typed],
  );
  const choose = (command: Command) => {
    onClose();
    command.run();
  };
  const { marked, onKeyDown } = useMarked(found, choose);
  return (
    <>
      <input
        ref={field}
        className={css.field}
        role="combobox"
        aria-label={strings.findCommand}
        placeholder={strings.findCommand}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={marked && idOfOption(listId, marked)}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => void onKeyDown(event)}
      />
      <CommandList id={listId} commands={found} marked={marked} onChoose={choose} />
      <p role="status" className={css.none}>
        {found.length === 0 ? strings.noCommand : ''}
      </p>
    </>
  );
}

function useConsultations(): readonly Command[] {
  const { untitled } = useStrings();
  const { openConsultation } = useActions();
  const conversations = useSelected((state) => state.conversations);
  return useMemo(
    () =>
      conversations.map(({ id, title }) => ({
        id,
        group: 'consultations',
        title: title || untitled,
        run: () => void openConsultation(id),
      })),
    [conversations, untitled, openConsultation],
  );
}
