/** @file The whole page while it is locked: nothing but the question for the passphrase. */
import { LockKeyhole } from 'lucide-react';
import { IntendedUseButton } from '../about/intended-use-button.tsx';
import { useActions } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notices } from '../status/notices.tsx';
import { PasskeyUnlock } from './passkey-unlock.tsx';
import { PassphraseForm, SecretField } from './passphrase-form.tsx';
import css from './security.module.css';

export function LockScreen() {
  const strings = useStrings();
  const { unlock } = useActions();
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <h1>
          <LockKeyhole size={20} aria-hidden /> {strings.appName}
          {strings.colon}
          {strings.security.locked}
        </h1>
        <p>{strings.security.lockedWhy}</p>
        <PassphraseForm
          submit={strings.security.unlock}
          onSubmit={async ({ typed }) => ((await unlock(typed)) ? undefined : 'wrong')}
        >
          <SecretField name="typed" label={strings.security.typed} isFirst />
        </PassphraseForm>
        <PasskeyUnlock />
        <Notices />
        <p className={css.soft}>
          {strings.notADevice} <IntendedUseButton />
        </p>
      </div>
    </main>
  );
}
