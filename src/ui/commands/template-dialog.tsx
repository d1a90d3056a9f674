/** @file The places of a template, to be filled in before it is put into the message. */
import { type FormEvent, type RefObject, useId, useRef } from 'react';
import { loadedCheckpoint, speaks } from '../../app/spoken-languages.ts';
import { useSelected } from '../app-context.ts';
import { insertAtCursor } from '../composer/insert-at-cursor.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './commands.module.css';
import {
  fillTemplate,
  type TemplateId,
  TEMPLATES,
  type Variable,
  variablesOf,
} from './templates.ts';

interface TemplateDialogProps {
  readonly id: TemplateId | undefined;
  onClose(): void;
}

export function TemplateDialog({ id, onClose }: TemplateDialogProps) {
  const strings = useStrings().room;
  const language = useLanguage();
  const first = useRef<HTMLInputElement>(null);
  return (
    <Modal
      isOpen={id !== undefined}
      onClose={onClose}
      title={id === undefined ? '' : TEMPLATES[id].title[language]}
      description={strings.fillTemplateWhy}
      firstFocus={first}
    >
      {id !== undefined && <Places key={id} id={id} first={first} onClose={onClose} />}
    </Modal>
  );
}

interface PlacesProps {
  readonly id: TemplateId;
  readonly first: RefObject<HTMLInputElement | null>;
  onClose(): void;
}

function Places({ id, first, onClose }: PlacesProps) {
  const all = useStrings();
  const strings = all.room;
  const language = useLanguage();
  const formId = useId();
  const checkpoint = useSelected(loadedCheckpoint);
  // A text that the model cannot read is no help.
  const isForeign = checkpoint !== undefined && !speaks(checkpoint, language);
  const read = isForeign ? 'en' : language;
  const text = TEMPLATES[id].text[read];
  const insert = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values: Partial<Record<Variable, string>> = {};
    for (const name of variablesOf(text)) {
      const value = form.get(name);
      if (typeof value === 'string') values[name] = value;
    }
    const { notGiven } = LANGUAGES[read].strings.room;
    onClose();
    // the dialog gives the focus back first
    setTimeout(() => insertAtCursor(fillTemplate(text, values, notGiven)));
  };
  return (
    <form onSubmit={insert} className={css.places} autoComplete="off">
      {variablesOf(text).map((name, at) => (
        <div key={name} className={css.place}>
          <label htmlFor={`${formId}-${name}`}>{strings.variables[name]}</label>
          <input
            ref={at === 0 ? first : undefined}
            id={`${formId}-${name}`}
            name={name}
            maxLength={1000}
          />
        </div>
      ))}
      <ModalButtons>
        <Button onClick={onClose}>{all.cancel}</Button>
        <Button look="primary" type="submit">
          {strings.insert}
        </Button>
      </ModalButtons>
    </form>
  );
}
