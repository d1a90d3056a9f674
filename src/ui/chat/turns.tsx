/** @file The turns of the branch on screen, in order; of many, those near what one sees. */
import {
  canRegenerate,
  currentDraft,
  currentMessages,
  isAnswering,
} from '../../app/selectors.ts';
import { useSelected } from '../app-context.ts';
import { AnswerTurn } from './answer-turn.tsx';
import css from './chat.module.css';
import { PersonTurn } from './person-turn.tsx';
import { NO_IMAGE_NOTES, useImageNotes } from './use-image-notes.ts';
import { useKeptTurns } from './use-kept-turns.ts';
import { type TurnsWindow, useShownTurns } from './use-shown-turns.ts';

export function Turns(view: TurnsWindow) {
  const messages = useSelected(currentMessages);
  const editing = useSelected((state) => currentDraft(state).editing);
  const isBusy = useSelected(
    (state) => isAnswering(state) || state.writer !== 'writing',
  );
  const canAnswerAgain = useSelected(canRegenerate);
  const imageNotes = useImageNotes();
  const replacedFrom = messages.findIndex(({ id }) => id === editing);
  const firstImages = messages.findIndex(({ attachments }) => attachments.length > 0);
  const lastTurn = messages.findLastIndex(({ role }) => role === 'user');
  const asked = messages[lastTurn];
  const imagesTurn = asked && asked.attachments.length > 0 ? asked.id : undefined;
  const { ids: kept, onFocus } = useKeptTurns();
  const { shown, measure } = useShownTurns(messages, kept, view);

  return (
    <ol className={css.turns} onFocus={onFocus}>
      {shown.map(({ index, message, marginTop }) => {
        const isBeingReplaced = replacedFrom >= 0 && index >= replacedFrom;
        const isOnImages = firstImages >= 0 && firstImages < index;
        return (
          <li
            key={message.id}
            ref={measure}
            data-turn={message.id}
            data-index={index}
            aria-setsize={messages.length}
            aria-posinset={index + 1}
            style={{ marginTop }}
            tabIndex={-1}
            className={css.turn}
          >
            {message.role === 'user' ? (
              <PersonTurn
                message={message}
                canEdit={!isBusy && editing === undefined}
                isBeingReplaced={isBeingReplaced}
              />
            ) : (
              <AnswerTurn
                message={message}
                canRegenerate={index === messages.length - 1 && canAnswerAgain}
                isBeingReplaced={isBeingReplaced}
                {...(isOnImages ? imageNotes(message) : NO_IMAGE_NOTES)}
                imagesTurn={index === messages.length - 1 ? imagesTurn : undefined}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
