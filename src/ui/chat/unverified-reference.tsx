/** @file A reference that the model wrote: shown as text with a mark, leading nowhere. */
import type { ComponentProps } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import css from './markdown.module.css';

export function UnverifiedReference({ children }: ComponentProps<'cite'>) {
  const strings = useStrings();
  return (
    <cite
      className={css.reference}
      title={strings.unverifiedReferenceWhy}
      data-mark={strings.unverifiedReference}
    >
      {children}
    </cite>
  );
}
