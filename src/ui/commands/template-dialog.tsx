/** @file The places of a template, to be filled in before it is put into the message. */
import { type FormEvent, type RefObject, useId, useRef } from 'react';
import { loadedCheckpoint, speaks } from '../../app/spoken-languages.ts';
import type { Language } from '../../app/state.ts';
import { currentFacts } from '../../app/what-is-told.ts';
import { placesOf } from '../../clinic/own-template.ts';
import { useSelected } from '../app-context.ts';
import { insertAtCursor } from '../composer/insert-at-cursor.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './commands.module.css';
import { fromCase, variableOf } from './places-from-case.ts';
import { fillTemplate, TEMPLATE_IDS, TEMPLATES } from './templates.ts';

interface TemplateDialogProps {
  /** One of the page's or of the doctor's own. */
  readonly id: string | undefined;
  onClose(): void;
}

interface Shown {
  readonly title: string;
  readonly text: string;
  /** In which language the places are filled. */
  readonly language: Language;
}

export function TemplateDialog({ id, onClose }: TemplateDialogProps) {
  const strings = useStrings().room;
  const first = useRef<HTMLInputElement>(null);
  const shown = useTemplate(id);
  return (
    <Modal
      isOpen={shown !== undefined}
      onClose={onClose}
      title={shown?.title ?? ''}
      description={strings.fillTemplateWhy}
      firstFocus={first}
    >
      {shown && <Places key={id} shown={shown} first={first} onClose={onClose} />}
    </Modal>
  );
}

function useTemplate(id: string | undefined): Shown | undefined {
  const language = useLanguage();
  const checkpoint = useSelected(loadedCheckpoint);
  const own = useSelected((state) => state.templates.find((one) => one.id === id));
  const builtIn = TEMPLATE_IDS.find((known) => known === id);
  if (own !== undefined) return { ...own, language };
  if (builtIn === undefined) return undefined;
  const { title, text } = TEMPLATES[builtIn];
  // A text that the model cannot read is no help.
  const isForeign = checkpoint !== undefined && !speaks(checkpoint, language);
  const read = isForeign ? 'en' : language;
  return { title: title[language], text: text[read], language: read };
}

interface PlacesProps {
  readonly shown: Shown;
  readonly first: RefObject<HTMLInputElement | null>;
  onClose(): void;
}

function Places({ shown: { text, language }, first, onClose }: PlacesProps) {
  const all = useStrings();
  const strings = all.room;
  const formId = useId();
  const facts = useSelected(currentFacts);
  const places = placesOf(text);
  const insert = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values: Record<string, string> = {};
    for (const name of places) {
      const value = form.get(name);
      if (typeof value === 'string') values[name] = value;
    }
    const { notGiven } = LANGUAGES[language].strings.room;
    onClose();
    // the dialog gives the focus back first
    setTimeout(() => insertAtCursor(fillTemplate(text, values, notGiven)));
  };
  const labelOf = (place: string) => {
    const variable = variableOf(place);
    return variable === undefined ? place : strings.variables[variable];
  };
  return (
    <form onSubmit={insert} className={css.places} autoComplete="off">
      {places.map((name, at) => (
        <div key={name} className={css.place}>
          <label htmlFor={`${formId}-${at}`}>{labelOf(name)}</label>
          <input
            ref={at === 0 ? first : undefined}
            id={`${formId}-${at}`}
            name={name}
            defaultValue={fromCase(name, facts ?? {}, language)}
            maxLength={1000}
          />
        </div>
      ))}
      {places.length === 0 && <p className={css.whole}>{text}</p>}
      <ModalButtons>
        <Button onClick={onClose}>{all.cancel}</Button>
        <Button look="primary" type="submit">
          {strings.insert}
        </Button>
      </ModalButtons>
    </form>
  );
}
