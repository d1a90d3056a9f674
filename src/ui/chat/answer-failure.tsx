/** @file An answer that failed: what happened, and what to do. */
import { CircleAlert } from 'lucide-react';
import type { ErrorRecord } from '../../base/errors.ts';
import type { Message } from '../../clinic/conversation.ts';
import { ErrorText } from '../status/error-text.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

export function AnswerFailure({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const error = failureOf(message);
  return (
    <div className={css.failure}>
      <CircleAlert size={18} aria-hidden />
      <div>
        <p className={css.failureTitle}>
          {strings.errorTitle[error.kind] ?? strings.errorTitle.bug}
        </p>
        <ErrorText error={error} />
      </div>
    </div>
  );
}

/** An answer kept by an early version has the sentence alone. */
export function failureOf({ error, failure = '' }: Message): ErrorRecord {
  return error ?? { kind: 'bug', message: failure, stack: '' };
}
