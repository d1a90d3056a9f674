/** @file Typing secrets: fields of a form, what is wrong with them, and the work they start. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './security.module.css';

const LEAST_LETTERS = 8;

interface SecretFieldProps {
  readonly name: 'typed' | 'passphrase' | 'repeat';
  readonly label: string;
  readonly isFirst?: boolean;
}

export function SecretField({ name, label, isFirst = false }: SecretFieldProps) {
  return (
    <label className={css.label}>
      {label}
      <input
        ref={isFirst ? focus : undefined}
        name={name}
        type="password"
        className={css.field}
        autoComplete="off"
        required
      />
    </label>
  );
}

function focus(element: HTMLInputElement | null): void {
  element?.focus();
}

/** What was typed into the fields of a form. */
export interface Typed {
  readonly typed: string;
  readonly passphrase: string;
  readonly repeat: string;
}

type Complaint = 'tooShort' | 'notSame' | 'wrong';

/** Why a new passphrase is none. */
export function complaintAbout({ passphrase, repeat }: Typed): Complaint | undefined {
  if (Array.from(passphrase).length < LEAST_LETTERS) return 'tooShort';
  if (passphrase !== repeat) return 'notSame';
  return undefined;
}

interface PassphraseFormProps {
  readonly submit: string;
  readonly look?: 'primary' | 'danger';
  readonly children: ReactNode;
  /** What is wrong with what was typed, when it is. */
  onSubmit(typed: Typed): Promise<Complaint | undefined>;
}

export function PassphraseForm(props: PassphraseFormProps) {
  const { submit, look = 'primary', children, onSubmit } = props;
  const strings = useStrings().security;
  const [complaint, setComplaint] = useState<Complaint>();
  const [isWorking, setIsWorking] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const read = (name: keyof Typed) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    setIsWorking(true);
    setComplaint(undefined);
    const found = await onSubmit({
      typed: read('typed'),
      passphrase: read('passphrase'),
      repeat: read('repeat'),
    });
    setComplaint(found);
    setIsWorking(false);
    if (found === undefined) form.reset();
  };
  return (
    <form
      className={css.form}
      autoComplete="off"
      onSubmit={(event) => void send(event)}
    >
      {children}
      <p role="alert" className={css.error}>
        {complaint !== undefined && strings[complaint]}
      </p>
      <ModalButtons>
        <Button look={look} type="submit" disabled={isWorking}>
          {isWorking ? strings.working : submit}
        </Button>
      </ModalButtons>
    </form>
  );
}
