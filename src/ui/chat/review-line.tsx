/** @file Whether a doctor has looked at an answer, and saying so. */
import { Check, PencilLine, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import type { Review } from '../../clinic/review.ts';
import { useActions, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { Modal, SaveButtons } from '../controls/modal.tsx';
import { formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { AnswerWords } from './answer-copy.tsx';
import { Markdown } from './markdown.tsx';
import css from './turn.module.css';

/** The last review of an answer; undefined for one that nobody reviewed. */
function useReview(messageId: string): Review | undefined {
  return useSelected(({ reviews }) =>
    reviews.findLast((review) => review.messageId === messageId),
  );
}

/** The label over an answer: an AI draft, until a doctor says otherwise. */
export function AnswerLabel({ message }: { readonly message: Message }) {
  const strings = useStrings().judgement;
  const { aiDraft, demonstrationAnswer } = useStrings();
  const language = useLanguage();
  const review = useReview(message.id);
  return (
    <p className={css.label}>
      <span className={css.draft}>
        {review === undefined ? aiDraft : strings.reviewedDraft}
      </span>
      {message.provenance?.isDemonstration === true && (
        <span>{demonstrationAnswer}</span>
      )}
      {review !== undefined && (
        <span>{strings[review.verdict](formatTime(review.createdMs, language))}</span>
      )}
    </p>
  );
}

/** The answer as the doctor would have it. */
export function CorrectedAnswer({ message }: { readonly message: Message }) {
  const strings = useStrings().judgement;
  const review = useReview(message.id);
  if (review?.verdict !== 'edited' || review.text === undefined) return null;
  return (
    <section className={css.corrected} aria-label={strings.yourVersion}>
      <h3>{strings.yourVersion}</h3>
      <AnswerWords message={message}>
        <Markdown text={review.text} isGrowing={false} />
      </AnswerWords>
    </section>
  );
}

export function ReviewButtons({ message }: { readonly message: Message }) {
  const strings = useStrings().judgement;
  const { reviewAnswer } = useActions();
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  const [isCorrecting, setIsCorrecting] = useState(false);
  if (!isWriter) return null;
  return (
    <>
      <IconButton
        label={strings.accept}
        onClick={() => void reviewAnswer(message.id, { verdict: 'accepted' })}
      >
        <Check size={16} aria-hidden />
      </IconButton>
      <IconButton label={strings.correct} onClick={() => setIsCorrecting(true)}>
        <PencilLine size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={strings.reject}
        onClick={() => void reviewAnswer(message.id, { verdict: 'rejected' })}
      >
        <X size={16} aria-hidden />
      </IconButton>
      <CorrectDialog
        message={message}
        isOpen={isCorrecting}
        onClose={() => setIsCorrecting(false)}
      />
    </>
  );
}

interface CorrectDialogProps {
  readonly message: Message;
  readonly isOpen: boolean;
  onClose(): void;
}

function CorrectDialog({ message, isOpen, onClose }: CorrectDialogProps) {
  const all = useStrings();
  const strings = all.judgement;
  const { reviewAnswer } = useActions();
  const review = useReview(message.id);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    if (typeof text === 'string') {
      void reviewAnswer(message.id, { verdict: 'edited', text });
    }
    onClose();
  };
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.correct}
      description={strings.correctWhy}
      shape="wide"
    >
      <form onSubmit={save} className={css.correcting} autoComplete="off">
        <textarea
          name="text"
          rows={12}
          aria-label={strings.yourVersion}
          defaultValue={review?.text ?? message.text}
        />
        <SaveButtons onCancel={onClose} />
      </form>
    </Modal>
  );
}
