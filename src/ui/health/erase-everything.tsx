/** @file Erasing everything, behind a word that has to be typed. */
import { useState } from 'react';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './health.module.css';

export function EraseEverything() {
  const strings = useStrings().health;
  const { eraseEverything } = useActions();
  const [typed, setTyped] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const isMeant = typed.trim().toUpperCase() === strings.eraseWord;
  const erase = async () => {
    setIsWorking(true);
    await eraseEverything();
    setIsWorking(false);
  };
  return (
    <details className={css.section}>
      <summary>{strings.erase}</summary>
      <p className={css.soft}>{strings.eraseWhy}</p>
      <label className={css.label}>
        {strings.eraseType(strings.eraseWord)}
        <input
          className={css.field}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div>
        <Button
          look="danger"
          disabled={!isMeant || isWorking}
          onClick={() => void erase()}
        >
          {isWorking ? strings.erasing : strings.erase}
        </Button>
      </div>
    </details>
  );
}
