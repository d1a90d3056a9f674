/** @file Adding and removing passkeys that unlock. */
import { useState } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { formatDay } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { PassphraseForm, SecretField } from './passphrase-form.tsx';
import css from './security.module.css';

export function Passkeys() {
  const strings = useStrings().security;
  const { addPasskey } = useActions();
  const [name, setName] = useState('');
  const [isAdded, setIsAdded] = useState(false);
  if (typeof PublicKeyCredential === 'undefined') return null;
  return (
    <details className={css.section}>
      <summary>{strings.passkeys}</summary>
      <p className={css.soft}>{strings.passkeysWhy}</p>
      <Known />
      <PassphraseForm
        submit={strings.addPasskey}
        onSubmit={async ({ typed }) => {
          setIsAdded(false);
          const answer = await addPasskey(typed, name.trim() || strings.passkeys);
          setIsAdded(answer === true);
          if (answer === true) setName('');
          return answer === false ? 'wrong' : undefined;
        }}
      >
        <label className={css.label}>
          {strings.passkeyName}
          <input
            className={css.field}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <SecretField name="typed" label={strings.current} />
      </PassphraseForm>
      <p role="status">{isAdded && strings.passkeyAdded}</p>
    </details>
  );
}

function Known() {
  const strings = useStrings().security;
  const language = useLanguage();
  const { removePasskey } = useActions();
  const passkeys = useSelected((state) => state.passkeys);
  if (passkeys.length === 0) return null;
  return (
    <ul className={css.passkeys} aria-label={strings.passkeys}>
      {passkeys.map(({ id, name, createdMs }) => (
        <li key={id}>
          <span>
            {name} · {formatDay(createdMs, language)}
          </span>
          <Button
            aria-label={strings.removePasskeyOf(name)}
            onClick={() => void removePasskey(id)}
          >
            {strings.removePasskey}
          </Button>
        </li>
      ))}
    </ul>
  );
}
