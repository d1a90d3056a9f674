/** @file An answer: a labelled draft, growing or done, with where it came from. */
import { RefreshCw, StepForward, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { canContinue } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button, IconButton, join } from '../controls/button.tsx';
import { focusWithoutKeyboard } from '../composer/focus-composer.ts';
import { ToldLine } from '../case/told-line.tsx';
import { ShowOnImage } from '../grounding/show-on-image.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { AnswerProgress } from './answer-progress.tsx';
import { AnswerFailure } from './answer-failure.tsx';
import { AnswerCertainty, CertaintyButton } from './answer-certainty.tsx';
import { AnswerWords, CopyButton } from './answer-copy.tsx';
import { ExamineButton } from './answer-examine.tsx';
import { BranchPicker } from './branch-picker.tsx';
import { CompareButton } from './compare-answers.tsx';
import { EmptyAnswer } from './empty-answer.tsx';
import { Markdown } from './markdown.tsx';
import { QuoteButton } from './quote-buttons.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { AnswerLabel, CorrectedAnswer, ReviewButtons } from './review-line.tsx';
import { saysNothing } from './says-nothing.ts';
import css from './turn.module.css';
import type { ImageNotes } from './use-image-notes.ts';

interface AnswerTurnProps extends ImageNotes {
  readonly message: Message;
  readonly canRegenerate: boolean;
  readonly isBeingReplaced: boolean;
  /** The turn asked, when it has images and can still be changed. */
  readonly imagesTurn: string | undefined;
}

export const AnswerTurn = memo(function AnswerTurn(props: AnswerTurnProps) {
  const { message, canRegenerate, isBeingReplaced } = props;
  const strings = useStrings();
  const isGrowing = message.state === 'growing';
  const [isShadeWanted, setIsShaded] = useState(false);
  const isShaded = isShadeWanted && !isGrowing;
  // Typing and scrolling come first: a fast answer skips frames instead.
  const text = useDeferredValue(message.text);
  return (
    <article
      aria-label={strings.aiDraft}
      aria-busy={isGrowing || text !== message.text}
      className={join(css.answer, isBeingReplaced && css.replaced)}
    >
      <AnswerLabel message={message} />
      {isWordless(message) ? (
        <EmptyAnswer {...props} />
      ) : (
        <>
          <ImagesNote {...props} />
          <AnswerWords message={message}>
            {isShaded ? (
              <AnswerCertainty message={message} />
            ) : (
              <Markdown text={text} isGrowing={isGrowing} />
            )}
          </AnswerWords>
          {isGrowing && <AnswerProgress messageId={message.id} />}
          <ShowOnImage message={message} />
          <Ending message={message} />
          {canRegenerate && <ContinueButton />}
          <CorrectedAnswer message={message} />
        </>
      )}
      {!isGrowing && (
        <Foot
          {...props}
          isShaded={isShaded}
          onShade={() => setIsShaded((was) => !was)}
        />
      )}
    </article>
  );
});

/** That what the answer says of images means nothing. */
function ImagesNote({ blindTo, knowsDrawnOnly }: AnswerTurnProps) {
  const strings = useStrings();
  if (blindTo === undefined && knowsDrawnOnly === undefined) return null;
  return (
    <p className={css.note}>
      <TriangleAlert size={15} aria-hidden />{' '}
      {blindTo === undefined
        ? strings.imagesDrawnOnly(knowsDrawnOnly ?? '')
        : strings.imagesNotUnderstood(blindTo)}
    </p>
  );
}

/** True for an answer that the model ended by itself, without saying anything. */
function isWordless({ state, finish, text }: Message): boolean {
  const isByItself = finish === undefined || finish === 'stop-token';
  return state === 'complete' && isByItself && saysNothing(text);
}

interface FootProps extends AnswerTurnProps {
  /** The words are shaded by how probable they were. */
  readonly isShaded: boolean;
  onShade(): void;
}

/** What can be done with the answer, and where it came from. */
function Foot({ message, canRegenerate, isShaded, onShade }: FootProps) {
  const hasWords = !saysNothing(message.text);
  return (
    <div className={css.foot}>
      <div className={css.actions}>
        <BranchPicker message={message} />
        {hasWords && <CopyButton message={message} />}
        {hasWords && <QuoteButton message={message} />}
        {canRegenerate && !isWordless(message) && <RegenerateButton />}
        {hasWords && <ReviewButtons message={message} />}
        {hasWords && <CompareButton message={message} />}
        {hasWords && <CertaintyButton isOn={isShaded} onToggle={onShade} />}
        {message.provenance && <ExamineButton message={message} />}
      </div>
      {message.provenance && <ProvenanceLine provenance={message.provenance} />}
      {message.provenance && <ToldLine message={message} />}
    </div>
  );
}

/** Why the answer is not whole, when it is not. */
function Ending({ message }: { readonly message: Message }) {
  const strings = useStrings();
  if (message.state === 'failed') return <AnswerFailure message={message} />;
  if (message.state === 'stopped') {
    const isByPerson = message.finish === 'stopped';
    return (
      <p className={css.ending}>
        {isByPerson ? strings.stoppedAt : strings.answerInterrupted}
      </p>
    );
  }
  if (message.finish === 'length') {
    return <p className={css.ending}>{strings.hitLength}</p>;
  }
  if (message.finish === 'context-full') {
    return <p className={css.ending}>{strings.contextFull}</p>;
  }
  return null;
}

/** Under an answer that did not end by itself. */
function ContinueButton() {
  const strings = useStrings().room;
  const { continueAnswer } = useActions();
  const mayContinue = useSelected(canContinue);
  if (!mayContinue) return null;
  return (
    <div>
      <Button
        onClick={() => {
          void continueAnswer();
          focusWithoutKeyboard(); // this button goes
        }}
      >
        <StepForward size={16} aria-hidden /> {strings.goOnWriting}
      </Button>
    </div>
  );
}

function RegenerateButton() {
  const strings = useStrings();
  const { regenerate } = useActions();
  return (
    <IconButton
      label={strings.regenerate}
      onClick={() => {
        void regenerate();
        focusWithoutKeyboard(); // this button goes
      }}
    >
      <RefreshCw size={16} aria-hidden />
    </IconButton>
  );
}
