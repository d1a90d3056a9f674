/** @file A fact of the case that is text. */
import { useId } from 'react';
import { MOST_FACT_LETTERS } from '../../clinic/case-facts.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';
import { useNoted } from './use-noted.ts';

interface FactFieldProps {
  readonly label: string;
  readonly text: string;
  onNote(text: string): void;
}

export function FactField({ label, text, onNote }: FactFieldProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const id = useId();
  const { typed, type, leave } = useNoted(text, onNote);
  const isFull = typed.length >= MOST_FACT_LETTERS;
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={css.field}
        dir="auto"
        rows={1}
        value={typed}
        maxLength={MOST_FACT_LETTERS}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        {...(isFull && { 'aria-describedby': `${id}-full` })}
      />
      {isFull && (
        <span id={`${id}-full`} className={css.why}>
          {strings.tooLong(formatCount(MOST_FACT_LETTERS, language))}
        </span>
      )}
    </div>
  );
}
