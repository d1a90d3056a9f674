/** @file The conversation: its turns, following the answer as it grows. */
import { ArrowDown } from 'lucide-react';
import { useEffect } from 'react';
import { currentId } from '../../app/selectors.ts';
import { useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { SyntheticNote } from '../demonstration/synthetic-patient.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Announcer } from './announcer.tsx';
import css from './chat.module.css';
import { EmptyChat } from './empty-chat.tsx';
import { QuoteChosen } from './quote-buttons.tsx';
import { Turns } from './turns.tsx';
import { useSoughtTurn } from './use-sought-turn.ts';
import { useStickToBottom } from './use-stick-to-bottom.ts';

export const CHAT_ID = 'conversation';

export function Chat() {
  const strings = useStrings();
  const id = useSelected(currentId);
  const kind = useSelected((state) => state.current.kind);
  const runningId = useSelected((state) =>
    state.answer.kind === 'running' ? state.answer.messageId : undefined,
  );
  const { scroller, content, isAtBottom, isFollowed, jumpToBottom, stayHere } =
    useStickToBottom(kind === 'open');

  // Another consultation, or a turn just sent: begin at its end.
  useEffect(jumpToBottom, [id, runningId, jumpToBottom]);
  useSoughtTurn(content, stayHere);

  return (
    <section
      className={css.chat}
      aria-label={strings.conversation}
      id={CHAT_ID}
      tabIndex={-1}
    >
      <div className={css.scroller} ref={scroller} tabIndex={-1}>
        <div className={css.content} ref={content}>
          {kind === 'open' && <SyntheticNote />}
          {kind === 'new' && <EmptyChat />}
          {kind === 'opening' && <p className={css.opening}>{strings.opening}</p>}
          {kind === 'open' && (
            <Turns key={id} scroller={scroller} isFollowed={isFollowed} />
          )}
        </div>
      </div>
      {!isAtBottom && (
        <div className={css.jump}>
          <Button onClick={jumpToBottom}>
            <ArrowDown size={16} aria-hidden /> {strings.jumpToLatest}
          </Button>
        </div>
      )}
      <QuoteChosen />
      <Announcer key={id} />
    </section>
  );
}
