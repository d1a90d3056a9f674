/** @file Backing up now, and what opens the backup. */
import { DatabaseBackup } from 'lucide-react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import {
  complaintAbout,
  PassphraseForm,
  SecretField,
} from '../security/passphrase-form.tsx';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './backup.module.css';
import { pickFile } from './pick-target.ts';

/** Beside the app, made with it. */
const VIEWER = `${import.meta.env.BASE_URL}archive-viewer.html`;

export function BackUpSection() {
  const strings = useStrings().backup;
  const needsPassphrase = useSelected((state) => state.archives.needsPassphrase);
  return (
    <section className={css.section}>
      <LastBackup />
      {needsPassphrase ? <SetPassphrase /> : <BackUpButtons />}
      <p className={css.soft}>
        <a href={VIEWER} download="pulsemind-archive-viewer.html">
          {strings.viewer}
        </a>
        {'. '}
        {strings.viewerWhy}
      </p>
    </section>
  );
}

function LastBackup() {
  const strings = useStrings().backup;
  const language = useLanguage();
  const lastMs = useSelected((state) => state.archives.lastMs);
  if (lastMs === undefined) return <p>{strings.never}</p>;
  const format = new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return <p>{strings.last(format.format(lastMs))}</p>;
}

function BackUpButtons() {
  const strings = useStrings().backup;
  const { backUp, goOnWithBackup } = useActions();
  const canGoOn = useSelected((state) => state.archives.canGoOn);
  const isProtected = useSelected((state) => state.isProtected);
  const begin = async () => {
    const day = new Date().toISOString().slice(0, 10);
    const picked = await pickFile(`pulsemind-${day}.pulsemind`);
    if (picked.kind === 'none') return;
    await backUp(picked.kind === 'file' ? picked.handle : undefined);
  };
  return (
    <>
      <p className={css.soft}>{isProtected ? strings.opensBy : strings.opensByOwn}</p>
      <div className={css.buttons}>
        <Button look="primary" onClick={() => void begin()}>
          <DatabaseBackup size={17} aria-hidden /> {strings.backUp}
        </Button>
        {canGoOn && (
          <Button onClick={() => void goOnWithBackup()}>{strings.goOn}</Button>
        )}
      </div>
    </>
  );
}

function SetPassphrase() {
  const strings = useStrings().backup;
  const { setBackupPassphrase } = useActions();
  return (
    <>
      <p>{strings.noPassphrase}</p>
      <PassphraseForm
        submit={strings.setPassphrase}
        onSubmit={async (typed) => {
          const complaint = complaintAbout(typed);
          if (complaint === undefined) await setBackupPassphrase(typed.passphrase);
          return complaint;
        }}
      >
        <SecretField name="passphrase" label={strings.passphrase} />
        <SecretField name="repeat" label={strings.repeat} />
      </PassphraseForm>
    </>
  );
}
