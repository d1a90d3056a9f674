/** @file Adds a converted checkpoint from an address; downloads that stopped halfway go on. */
import { Download } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Progress } from '../controls/progress.tsx';
import { formatBytes } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

export function DownloadCheckpoint() {
  const strings = useStrings();
  const { downloadCheckpoint } = useActions();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  const [address, setAddress] = useState('');
  const field = useId();
  const download = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '' && !isBusy) void downloadCheckpoint(address);
  };
  return (
    <section className={css.section}>
      <h3>
        <label htmlFor={field}>{strings.checkpointAddress}</label>
      </h3>
      <form className={css.address} onSubmit={download}>
        <input
          id={field}
          className={css.field}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="/checkpoints/name/"
          aria-describedby={`${field}-about`}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Button type="submit" disabled={isBusy || address.trim() === ''}>
          <Download size={17} aria-hidden /> {strings.download}
        </Button>
      </form>
      <p id={`${field}-about`} className={css.soft}>
        {strings.checkpointAddressText}
      </p>
      {!isBusy && <Unfinished />}
    </section>
  );
}

function Unfinished() {
  const strings = useStrings();
  const language = useLanguage();
  const unfinished = useSelected((state) => state.checkpoints.unfinished);
  const { downloadCheckpoint, removeCheckpoint } = useActions();
  if (unfinished.length === 0) return null;
  return (
    <ul className={css.rows} aria-label={strings.unfinishedDownloads}>
      {unfinished.map(({ id, url, name, haveBytes, totalBytes }) => (
        <li key={id} className={css.row}>
          <div className={css.what}>
            <p className={css.name}>
              {name}
              <span className={css.tag}>{strings.unfinished}</span>
            </p>
            <p className={css.soft}>
              {totalBytes === undefined
                ? strings.models.sofarUnknown(formatBytes(haveBytes, language))
                : strings.models.sofar(
                    formatBytes(haveBytes, language),
                    formatBytes(totalBytes, language),
                  )}
              {' · '}
              {url}
            </p>
            {totalBytes !== undefined && (
              <Progress label={name} share={Math.min(1, haveBytes / totalBytes)} />
            )}
          </div>
          <div className={css.actions}>
            <Button
              aria-label={strings.goOnNamed(name)}
              onClick={() => void downloadCheckpoint(url)}
            >
              {strings.goOn}
            </Button>
            <Button
              look="quiet"
              aria-label={strings.removeNamed(name)}
              onClick={() => void removeCheckpoint(id)}
            >
              {strings.remove}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
