/** @file Adds a converted checkpoint from an address. */
import { Download } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
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
    </section>
  );
}
