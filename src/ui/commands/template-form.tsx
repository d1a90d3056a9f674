/** @file Title and text of one of the doctor's own templates. */
import { type FormEvent, useId, useState } from 'react';
import {
  MOST_TEMPLATE_LETTERS,
  MOST_TITLE_LETTERS,
  type OwnTemplate,
  placesOf,
} from '../../clinic/own-template.ts';
import { Button } from '../controls/button.tsx';
import { ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './own-templates.module.css';

interface TemplateFormProps {
  readonly template: OwnTemplate;
  onKeep(template: OwnTemplate): void;
  onCancel(): void;
}

export function TemplateForm({ template, onKeep, onCancel }: TemplateFormProps) {
  const all = useStrings();
  const strings = all.room;
  const hintId = useId();
  const [title, setTitle] = useState(template.title);
  const [text, setText] = useState(template.text);
  const places = placesOf(text);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep({ ...template, title: title.trim(), text: text.trim() });
  };
  const isWhole = title.trim() !== '' && text.trim() !== '';
  return (
    <form className={css.form} onSubmit={keep} autoComplete="off">
      <label className={css.label}>
        {strings.templateTitle}
        <input
          autoFocus
          className={css.field}
          maxLength={MOST_TITLE_LETTERS}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className={css.label}>
        {strings.templateText}
        <textarea
          className={css.field}
          rows={8}
          maxLength={MOST_TEMPLATE_LETTERS}
          aria-describedby={hintId}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p id={hintId} className={css.soft} aria-live="polite">
        {places.length === 0
          ? strings.templateTextHint
          : strings.places(places.join(', '))}
      </p>
      <ModalButtons>
        <Button onClick={onCancel}>{all.cancel}</Button>
        <Button look="primary" type="submit" disabled={!isWhole}>
          {all.save}
        </Button>
      </ModalButtons>
    </form>
  );
}
