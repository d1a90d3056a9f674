/** @file The button that runs an examination of an answer or stops it, and how far it is. */
import type { ReactNode } from 'react';
import { canEngineBecomeReady } from '../../app/selectors.ts';
import { useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './answer-examine.module.css';
import type { Examination } from './use-examination.ts';

interface RunRowProps {
  readonly examination: Examination<unknown>;
  /** Shown while it runs. */
  readonly progress: ReactNode;
}

export function RunRow({ examination, progress }: RunRowProps) {
  const strings = useStrings().examined;
  const isPossible = useSelected(canEngineBecomeReady);
  const { event, isRunning, begin, stop } = examination;
  return (
    <div className={css.run}>
      {isRunning ? (
        <Button onClick={stop}>{strings.stop}</Button>
      ) : (
        <Button disabled={!isPossible} onClick={begin}>
          {event === undefined ? strings.begin : strings.again}
        </Button>
      )}
      <span role="status">{isRunning && progress}</span>
    </div>
  );
}
