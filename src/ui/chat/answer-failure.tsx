/** @file An answer that failed: what happened, and what to do. */
import { CircleAlert } from 'lucide-react';
import type { Message } from '../../clinic/conversation.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

export function AnswerFailure({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const kind = message.error?.kind ?? 'bug';
  return (
    <div className={css.failure}>
      <CircleAlert size={18} aria-hidden />
      <div>
        <p className={css.failureTitle}>{strings.errorTitle[kind]}</p>
        {strings.errorAdvice[kind] !== '' && <p>{strings.errorAdvice[kind]}</p>}
        <p lang="en">{message.failure}</p>
      </div>
    </div>
  );
}
