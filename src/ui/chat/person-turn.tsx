/** @file A turn of the person: images, words, editing it, and its other wordings. */
import { Pencil } from 'lucide-react';
import { memo } from 'react';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import type { Message } from '../../clinic/conversation.ts';
import { useActions } from '../app-context.ts';
import { IconButton, join } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { AttachmentStrip } from './attachment-strip.tsx';
import { BranchPicker } from './branch-picker.tsx';
import { FoldedRest, useFold } from './folded-rest.tsx';
import { QuoteButton } from './quote-buttons.tsx';
import css from './turn.module.css';

/** Of what was pasted in, the beginning is enough to know it by. */
const SHOWN_LETTERS = 20_000;

interface PersonTurnProps {
  readonly message: Message;
  readonly canEdit: boolean;
  /** True while the composer holds this turn, or one before it, for a change. */
  readonly isBeingReplaced: boolean;
}

export const PersonTurn = memo(function PersonTurn(props: PersonTurnProps) {
  const { message, canEdit, isBeingReplaced } = props;
  const strings = useStrings();
  const { beginEdit } = useActions();
  return (
    <article
      aria-label={strings.you}
      className={join(css.person, isBeingReplaced && css.replaced)}
    >
      {message.attachments.length > 0 && (
        <AttachmentStrip attachments={message.attachments} />
      )}
      {message.text !== '' && <Words text={message.text} />}
      <div className={css.actions}>
        <BranchPicker message={message} />
        {message.text !== '' && <QuoteButton message={message} />}
        {canEdit && (
          <IconButton
            label={strings.editTurn}
            onClick={() => void beginEdit(message.id)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
        )}
      </div>
    </article>
  );
});

function Words({ text }: { readonly text: string }) {
  const { shown, ...fold } = useFold(text, SHOWN_LETTERS);
  return (
    <>
      <p className={css.words}>{withoutBidiControls(shown)}</p>
      <FoldedRest {...fold} />
    </>
  );
}
