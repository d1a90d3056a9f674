/** @file An error in words: what happened and what to do; the technical English behind it. */
import type { ErrorRecord } from '../../base/errors.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './status.module.css';

export function ErrorText({ error }: { readonly error: ErrorRecord }) {
  const strings = useStrings();
  const sentence = strings.sayError(error);
  const isWhole = sentence === error.message;
  return (
    <>
      <p>{sentence}</p>
      {!isWhole && error.message !== '' && (
        <details className={css.technical}>
          <summary>{strings.details}</summary>
          <p lang="en">{error.message}</p>
        </details>
      )}
    </>
  );
}
