/** @file The age of the patient: a number and its unit. What is no age is not noted. */
import { useId, useState } from 'react';
import {
  type Age,
  AGE_UNITS,
  type AgeUnit,
  isAge,
  MOST_AGE,
} from '../../clinic/case-facts.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';
import { useNoted } from './use-noted.ts';

interface AgeFieldProps {
  readonly age: Age | undefined;
  onNote(age: Age | undefined): void;
}

export function AgeField({ age, onNote }: AgeFieldProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const id = useId();
  const [unit, setUnit] = useState<AgeUnit>(age?.unit ?? 'years');
  const note = (text: string, of: AgeUnit) => {
    const noted = readAge(text, of);
    if (noted !== 'wrong') onNote(noted);
  };
  const kept = age === undefined ? '' : `${age.value}`;
  const { typed, type, leave } = useNoted(kept, (text) => note(text, unit));
  const isWrong = readAge(typed, unit) === 'wrong';
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{strings.age}</label>
      <div className={css.age}>
        <input
          id={id}
          className={css.field}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onBlur={() => !isWrong && leave()}
          aria-invalid={isWrong}
          {...(isWrong && { 'aria-describedby': `${id}-wrong` })}
        />
        <select
          className={css.field}
          aria-label={strings.ageUnit}
          value={unit}
          onChange={({ target }) => {
            const chosen = AGE_UNITS.find((known) => known === target.value) ?? 'years';
            setUnit(chosen);
            note(typed, chosen);
          }}
        >
          {AGE_UNITS.map((known) => (
            <option key={known} value={known}>
              {strings.units[known]}
            </option>
          ))}
        </select>
      </div>
      {isWrong && (
        <span id={`${id}-wrong`} className={css.wrong} role="alert">
          {strings.wrongAge(formatCount(MOST_AGE[unit], language), strings.units[unit])}
        </span>
      )}
    </div>
  );
}

/** Undefined for none. */
function readAge(text: string, unit: AgeUnit): Age | undefined | 'wrong' {
  const digits = text.normalize('NFKC').trim();
  if (digits === '') return undefined;
  if (!/^\d{1,4}$/.test(digits)) return 'wrong';
  const age = { value: Number(digits), unit };
  return isAge(age) ? age : 'wrong';
}
