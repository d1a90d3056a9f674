/** @file The facts of the case, as fields. */
import { useId } from 'react';
import { FACT_TEXTS, SEXES } from '../../clinic/case-facts.ts';
import type { CaseFacts } from '../../clinic/case-facts.ts';
import { currentFacts } from '../../app/what-is-told.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AgeField } from './age-field.tsx';
import css from './case.module.css';
import { FactField } from './fact-field.tsx';

const NO_FACTS: CaseFacts = {};

interface FactsFormProps {
  /** The consultation, as `draftKey` names it. What is typed is noted of this one. */
  readonly of: string;
}

export function FactsForm({ of }: FactsFormProps) {
  const strings = useStrings().case;
  const { noteFacts } = useActions();
  const facts = useSelected(currentFacts) ?? NO_FACTS;
  const isReadOnly = useSelected((state) => state.writer !== 'writing');
  const titleId = useId();
  return (
    <form
      className={css.facts}
      aria-labelledby={titleId}
      autoComplete="off" // or the browser writes what is typed into its session files
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 id={titleId} className={css.heading}>
        {strings.factsTitle}
      </h3>
      <p className={css.why}>{isReadOnly ? strings.readOnly : strings.factsWhy}</p>
      <fieldset className={css.fields} disabled={isReadOnly}>
        <div className={css.pair}>
          <AgeField age={facts.age} onNote={(age) => void noteFacts({ age }, of)} />
          <SexField sex={facts.sex} onNote={(sex) => void noteFacts({ sex }, of)} />
        </div>
        {FACT_TEXTS.map((fact) => (
          <FactField
            key={fact}
            label={strings.facts[fact]}
            text={facts[fact] ?? ''}
            onNote={(text) => void noteFacts({ [fact]: text }, of)}
          />
        ))}
      </fieldset>
    </form>
  );
}

interface SexFieldProps {
  readonly sex: CaseFacts['sex'];
  onNote(sex: CaseFacts['sex']): void;
}

function SexField({ sex, onNote }: SexFieldProps) {
  const strings = useStrings().case;
  const id = useId();
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{strings.sex}</label>
      <select
        id={id}
        className={css.field}
        value={sex ?? ''}
        onChange={(event) =>
          onNote(SEXES.find((known) => known === event.target.value))
        }
      >
        <option value="">{strings.notGiven}</option>
        {SEXES.map((known) => (
          <option key={known} value={known}>
            {strings.sexes[known]}
          </option>
        ))}
      </select>
    </div>
  );
}
