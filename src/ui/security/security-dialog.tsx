/** @file Setting, changing and removing the passphrase, and when the page locks. */
import { useState } from 'react';
import type { Settings } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal, ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { AuditView } from './audit-view.tsx';
import { Passkeys } from './passkeys.tsx';
import { complaintAbout, PassphraseForm, SecretField } from './passphrase-form.tsx';
import css from './security.module.css';

export function SecurityDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().security;
  const isProtected = useSelected((state) => state.isProtected);
  const [code, setCode] = useState<string>();
  const close = () => {
    setCode(undefined);
    onClose();
  };
  return (
    <Modal
      isOpen={isOpen}
      onClose={close}
      title={strings.title}
      description={isProtected ? strings.protected : strings.open}
    >
      {code !== undefined && <RecoveryCode code={code} onKept={close} />}
      {code === undefined && isProtected && <Protected />}
      {!isProtected && <SetPassphrase onSet={setCode} />}
      {code === undefined && <AuditView />}
    </Modal>
  );
}

function SetPassphrase({ onSet }: { onSet(code: string | undefined): void }) {
  const strings = useStrings().security;
  const { setPassphrase } = useActions();
  return (
    <>
      <p className={css.soft}>{strings.declined}</p>
      <PassphraseForm
        submit={strings.set}
        onSubmit={async (typed) => {
          const complaint = complaintAbout(typed);
          if (complaint === undefined) onSet(await setPassphrase(typed.passphrase));
          return complaint;
        }}
      >
        <SecretField name="passphrase" label={strings.passphrase} />
        <SecretField name="repeat" label={strings.repeat} />
      </PassphraseForm>
    </>
  );
}

interface RecoveryCodeProps {
  readonly code: string;
  onKept(): void;
}

function RecoveryCode({ code, onKept }: RecoveryCodeProps) {
  const strings = useStrings().security;
  return (
    <section className={css.section} aria-label={strings.code}>
      <p>{strings.codeWhy}</p>
      <output
        ref={(shown) => shown?.focus()} // the form that had the focus is gone
        tabIndex={-1}
        className={css.code}
        aria-label={strings.code}
      >
        {code}
      </output>
      <ModalButtons>
        <Button look="primary" onClick={onKept}>
          {strings.codeKept}
        </Button>
      </ModalButtons>
    </section>
  );
}

function Protected() {
  const strings = useStrings().security;
  const { lock, removePassphrase } = useActions();
  return (
    <>
      <LockAfter />
      <p className={css.soft}>{strings.lockKeys}</p>
      <div>
        <Button onClick={() => void lock()}>{strings.lockNow}</Button>
      </div>
      <ChangePassphrase />
      <Passkeys />
      <details className={css.section}>
        <summary>{strings.remove}</summary>
        <p className={css.soft}>{strings.removeWhy}</p>
        <PassphraseForm
          submit={strings.remove}
          look="danger"
          onSubmit={async ({ typed }) =>
            (await removePassphrase(typed)) ? undefined : 'wrong'
          }
        >
          <SecretField name="typed" label={strings.current} />
        </PassphraseForm>
      </details>
    </>
  );
}

function ChangePassphrase() {
  const strings = useStrings().security;
  const { changePassphrase } = useActions();
  const [isChanged, setIsChanged] = useState(false);
  return (
    <details className={css.section}>
      <summary>{strings.change}</summary>
      <PassphraseForm
        submit={strings.change}
        onSubmit={async (typed) => {
          setIsChanged(false);
          const complaint = complaintAbout(typed);
          if (complaint !== undefined) return complaint;
          const isRight = await changePassphrase(typed.typed, typed.passphrase);
          setIsChanged(isRight);
          return isRight ? undefined : 'wrong';
        }}
      >
        <SecretField name="typed" label={strings.current} />
        <SecretField name="passphrase" label={strings.passphrase} />
        <SecretField name="repeat" label={strings.repeat} />
      </PassphraseForm>
      <p role="status">{isChanged && strings.changed}</p>
    </details>
  );
}

const MINUTES: readonly Settings['lockAfterMinutes'][] = [1, 5, 15, 60];

function LockAfter() {
  const strings = useStrings().security;
  const { changeSettings } = useActions();
  const chosen = useSelected((state) => state.settings.lockAfterMinutes);
  return (
    <label className={css.label}>
      {strings.lockAfter}
      <select
        className={css.field}
        value={chosen}
        onChange={({ target }) => {
          const minutes = MINUTES.find((known) => String(known) === target.value);
          if (minutes !== undefined) void changeSettings({ lockAfterMinutes: minutes });
        }}
      >
        {MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {strings.minutes(String(minutes))}
          </option>
        ))}
      </select>
    </label>
  );
}
