/** @file Lines above the composer: that a turn is being edited, that the context is full. */
import { Pencil } from 'lucide-react';
import { isContextFull } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './composer.module.css';

export function EditingBar() {
  const strings = useStrings();
  const { cancelEdit } = useActions();
  return (
    <div className={css.editing}>
      <Pencil size={15} aria-hidden />
      <span>{strings.editing}</span>
      <Button look="quiet" onClick={cancelEdit}>
        {strings.cancel}
      </Button>
    </div>
  );
}

export function ContextFull() {
  const strings = useStrings();
  const { newConsultation } = useActions();
  const isFull = useSelected(isContextFull);
  if (!isFull) return null;
  return (
    <div className={css.editing} role="status">
      <span>{strings.contextFullAdvice}</span>
      <Button onClick={newConsultation}>{strings.newConsultation}</Button>
    </div>
  );
}
