/** @file Checkpoints that are not all here: how far each is, going on, and giving the disk back. */
import { useRef } from 'react';
import type { UnfinishedCheckpoint } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Progress } from '../controls/progress.tsx';
import { formatBytes } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';
import { FolderInput, type FolderInputHandle } from './folder-input.tsx';

export function UnfinishedCheckpoints() {
  const strings = useStrings();
  const unfinished = useSelected((state) => state.checkpoints.unfinished);
  const runningId = useSelected(({ checkpoints: { job } }) =>
    job.kind === 'running' ? job.id : undefined,
  );
  const shown = unfinished.filter(({ id }) => id !== runningId);
  if (shown.length === 0) return null;
  return (
    <ul className={css.rows} aria-label={strings.models.unfinished}>
      {shown.map((begun) => (
        <Row key={begun.id} begun={begun} />
      ))}
    </ul>
  );
}

function Row({ begun }: { readonly begun: UnfinishedCheckpoint }) {
  const strings = useStrings();
  const language = useLanguage();
  const { source, name, haveBytes, totalBytes } = begun;
  const have = formatBytes(haveBytes, language);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <p className={css.name}>
          {name}
          <span className={css.tag}>{strings.unfinished}</span>
        </p>
        <p className={css.soft}>
          {totalBytes === undefined
            ? strings.models.sofarUnknown(have)
            : strings.models.sofar(have, formatBytes(totalBytes, language))}
          {' · '}
          {source.kind === 'address' ? source.url : strings.models.paused[source.work]}
        </p>
        {source.kind === 'folder' && !source.hasFolder && (
          <p className={css.soft}>{strings.models.pickAgain}</p>
        )}
        {totalBytes !== undefined && (
          <Progress label={name} share={Math.min(1, haveBytes / totalBytes)} />
        )}
      </div>
      <RowActions begun={begun} />
    </li>
  );
}

function RowActions({ begun }: { readonly begun: UnfinishedCheckpoint }) {
  const strings = useStrings();
  const { goOnWithCheckpoint, removeCheckpoint } = useActions();
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  const input = useRef<FolderInputHandle>(null);
  const { id, name, source } = begun;
  const mustPick = source.kind === 'folder' && !source.hasFolder;
  const goOn = () => {
    if (mustPick) input.current?.choose();
    else void goOnWithCheckpoint(id);
  };
  return (
    <div className={css.actions}>
      <Button
        data-goes-on
        aria-label={
          source.kind === 'address'
            ? strings.goOnNamed(name)
            : strings.models.goOnNamed[source.work](name)
        }
        disabled={isBusy}
        onClick={goOn}
      >
        {mustPick ? strings.models.goOnPicking : strings.goOn}
      </Button>
      <Button
        look="quiet"
        aria-label={strings.removeNamed(name)}
        disabled={isBusy}
        onClick={() => void removeCheckpoint(id)}
      >
        {strings.remove}
      </Button>
      {mustPick && (
        <FolderInput
          ref={input}
          label={strings.models.goOnPicking}
          onChoose={(folder) => void goOnWithCheckpoint(id, folder)}
        />
      )}
    </div>
  );
}
