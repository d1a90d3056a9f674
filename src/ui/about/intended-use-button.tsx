/** @file The way to the intended use, from views that have no page behind them. */
import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import css from './about.module.css';
import { IntendedUseDialog } from './intended-use-dialog.tsx';

export function IntendedUseButton() {
  const strings = useStrings().about;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.link} onClick={() => setIsOpen(true)}>
        {strings.open}
      </button>
      <IntendedUseDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
