/** @file Lines above the composer: that another tab writes, that a turn is being edited, that the context is full, what is lost on the model. */
import { Pencil } from 'lucide-react';
import { contextUse, isNearlyFull } from '../../app/context-use.ts';
import { currentDraft, isContextFull } from '../../app/selectors.ts';
import { cannotReadDraft } from '../../app/spoken-languages.ts';
import { useWaitsForAcceptance } from '../about/use-acceptance.ts';
import { useActions, useSelected } from '../app-context.ts';
import { blindCheckpoint, drawnOnlyCheckpoint } from '../chat/blind-checkpoint.ts';
import { useOpenPanel } from '../commands/open-panel.ts';
import { Button, join } from '../controls/button.tsx';
import { formatLanguages } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './composer.module.css';

export function EditingBar() {
  const strings = useStrings();
  const { cancelEdit } = useActions();
  return (
    <div className={css.editing}>
      <Pencil size={15} aria-hidden />
      <span>{strings.editing}</span>
      <Button look="quiet" onClick={cancelEdit}>
        {strings.cancel}
      </Button>
    </div>
  );
}

/** That another tab writes, and the way to write here instead. */
export function AnotherTabWrites() {
  const strings = useStrings();
  const { writeHere } = useActions();
  const writer = useSelected(({ start, writer: state }) =>
    start.kind === 'started' ? state : undefined,
  );
  if (writer === 'outdated') {
    return (
      <div className={css.editing} role="status">
        <span>{strings.newerTabWrites}</span>
        <Button onClick={() => location.reload()}>{strings.reloadPage}</Button>
      </div>
    );
  }
  if (writer !== 'waiting' && writer !== 'taking-over') return null;
  return (
    <div className={css.editing} role="status">
      <span>
        {writer === 'waiting' ? strings.anotherTabWrites : strings.takingOver}
      </span>
      <Button disabled={writer === 'taking-over'} onClick={() => void writeHere()}>
        {strings.writeHere}
      </Button>
    </div>
  );
}

/** That the intended use has to be accepted before anything is asked. */
export function UseNotAccepted() {
  const strings = useStrings().about;
  const openPanel = useOpenPanel();
  if (!useWaitsForAcceptance()) return null;
  return (
    <div className={join(css.note, css.choice)} role="status">
      <span>{strings.needed}</span>
      <span className={css.choices}>
        <Button onClick={() => openPanel({ kind: 'use' })}>{strings.read}</Button>
      </span>
    </div>
  );
}

/** That no more, or hardly more, can be read; what to do is the doctor's choice. */
export function ContextFull() {
  const strings = useStrings();
  const { newConsultation } = useActions();
  const openPanel = useOpenPanel();
  const isFull = useSelected(isContextFull);
  const isNearly = useSelected((state) => {
    const use = contextUse(state);
    return use !== undefined && state.current.kind === 'open' && isNearlyFull(use);
  });
  if (!isFull && !isNearly) return null;
  return (
    <div className={join(css.note, css.choice)} role="status">
      <span>{isFull ? strings.room.contextFull : strings.room.contextNearlyFull}</span>
      <span className={css.choices}>
        <Button onClick={() => openPanel({ kind: 'summary' })}>
          {strings.room.goOnWithSummary}
        </Button>
        {isFull && <Button onClick={newConsultation}>{strings.newConsultation}</Button>}
      </span>
    </div>
  );
}

/** What of the draft the loaded checkpoint cannot understand: its images, its language. */
export function NotUnderstood() {
  const strings = useStrings();
  const language = useLanguage();
  const hasImages = useSelected((state) => currentDraft(state).images.length > 0);
  const blindName = useSelected(blindCheckpoint);
  const drawnOnlyName = useSelected(drawnOnlyCheckpoint);
  const foreign = useSelected(cannotReadDraft);
  return (
    <>
      {hasImages && blindName !== undefined && (
        <p className={css.note}>{strings.imagesNotUnderstood(blindName)}</p>
      )}
      {hasImages && drawnOnlyName !== undefined && (
        <p className={css.note}>{strings.imagesDrawnOnly(drawnOnlyName)}</p>
      )}
      {foreign?.languages !== undefined && (
        <p className={css.note}>
          {strings.cannotReadDraft(
            foreign.name,
            formatLanguages(foreign.languages, language),
          )}
        </p>
      )}
    </>
  );
}
