/** @file The turn that is asked next, above the composer, and the button that has the draft wait. */
import { ListPlus, Pencil, X } from 'lucide-react';
import {
  canAskQueued,
  canQueue,
  currentDraft,
  isAnsweringHere,
} from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { focusComposer } from './focus-composer.ts';
import css from './queued-turn-bar.module.css';

export function QueuedTurnBar() {
  const strings = useStrings().room;
  const language = useLanguage();
  const { editQueued, removeQueued, askQueued } = useActions();
  const queued = useSelected((state) => currentDraft(state).queued);
  const isEditing = useSelected((state) => currentDraft(state).editing !== undefined);
  const isHere = useSelected(isAnsweringHere);
  const mayAsk = useSelected(canAskQueued);
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  if (queued === undefined) return null;
  const images = queued.images.length;
  return (
    <section className={css.queued} aria-label={strings.queued}>
      <div className={css.said}>
        <p className={css.why}>
          <b>{strings.queued}</b> · {isHere ? strings.queuedWhy : strings.queuedHere}
        </p>
        <p className={css.text}>{queued.text}</p>
        {images > 0 && (
          <p className={css.why}>
            {strings.queuedImages(formatCount(images, language))}
          </p>
        )}
      </div>
      {mayAsk && <Button onClick={() => void askQueued()}>{strings.askNow}</Button>}
      {isWriter && !isEditing && (
        <IconButton
          label={strings.editQueued}
          onClick={() => {
            editQueued();
            focusComposer();
          }}
        >
          <Pencil size={16} aria-hidden />
        </IconButton>
      )}
      {isWriter && (
        <IconButton
          label={strings.removeQueued}
          onClick={() => {
            removeQueued();
            focusComposer();
          }}
        >
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </section>
  );
}

/** Beside the button that stops, once something is written. */
export function QueueButton() {
  const strings = useStrings().room;
  const mayQueue = useSelected(canQueue);
  if (!mayQueue) return null;
  return (
    <IconButton type="submit" label={strings.queue} look="plain">
      <ListPlus size={18} aria-hidden />
    </IconButton>
  );
}
