/** @file Choosing a backup to restore, and opening it. */
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { PassphraseForm, SecretField } from '../security/passphrase-form.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './backup.module.css';

export function RestoreSection() {
  const strings = useStrings().backup;
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  return (
    <section className={css.section}>
      <h3>{strings.restore}</h3>
      <p className={css.soft}>{strings.restoreAbout}</p>
      <div className={css.buttons}>
        <Button onClick={() => input.current?.click()}>
          <FileUp size={17} aria-hidden /> {strings.chooseFile}
        </Button>
        {file !== undefined && <span>{file.name}</span>}
        <input
          ref={input}
          type="file"
          hidden
          accept=".pulsemind"
          aria-label={strings.chooseFile}
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            target.value = ''; // the same file may be chosen again
          }}
        />
      </div>
      {file !== undefined && <OpenBackup file={file} />}
    </section>
  );
}

function OpenBackup({ file }: { readonly file: File }) {
  const strings = useStrings().backup;
  const { readArchive } = useActions();
  const [isWrong, setIsWrong] = useState(false);
  return (
    <>
      <PassphraseForm
        submit={strings.read}
        onSubmit={async ({ typed }) => {
          setIsWrong(false);
          setIsWrong(!(await readArchive(file, typed)));
          return undefined;
        }}
      >
        <SecretField name="typed" label={strings.typed} isFirst />
      </PassphraseForm>
      {isWrong && (
        <p role="alert" className={css.error}>
          {strings.wrong}
        </p>
      )}
    </>
  );
}
