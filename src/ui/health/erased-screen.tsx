/** @file The whole page after everything was erased: the certificate, and beginning anew. */
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './health.module.css';
import { saveCertificate } from './save-certificate.ts';

export function ErasedScreen() {
  const strings = useStrings();
  const { beginAnew } = useActions();
  const certificate = useSelected(({ start }) =>
    start.kind === 'erased' ? start.certificate : undefined,
  );
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <h1>
          {strings.appName}
          {strings.colon}
          {strings.health.erased}
        </h1>
        <p>{strings.health.erasedText}</p>
        {certificate !== undefined && (
          <Button look="primary" onClick={() => saveCertificate(certificate)}>
            {strings.health.saveErased}
          </Button>
        )}
        <Button onClick={beginAnew}>{strings.health.beginAnew}</Button>
      </div>
    </main>
  );
}
