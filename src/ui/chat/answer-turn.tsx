/** @file An answer: a labelled draft, growing or done, with where it came from. */
import { Check, Copy, RefreshCw, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { useActions } from '../app-context.ts';
import { IconButton, join } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { AnswerProgress } from './answer-progress.tsx';
import { AnswerFailure } from './answer-failure.tsx';
import { Markdown } from './markdown.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import css from './turn.module.css';

interface AnswerTurnProps {
  readonly message: Message;
  readonly canRegenerate: boolean;
  readonly isBeingReplaced: boolean;
  /** Said on the answer when its question had images that the checkpoint cannot read. */
  readonly imageNote: string | undefined;
}

export const AnswerTurn = memo(function AnswerTurn(props: AnswerTurnProps) {
  const { message, canRegenerate, isBeingReplaced, imageNote } = props;
  const strings = useStrings();
  const isGrowing = message.state === 'growing';
  // Typing and scrolling come first: a fast answer skips frames instead.
  const text = useDeferredValue(message.text);
  return (
    <article
      aria-label={strings.aiDraft}
      aria-busy={isGrowing}
      className={join(css.answer, isBeingReplaced && css.replaced)}
    >
      <p className={css.label}>
        <span className={css.draft}>{strings.aiDraft}</span>
      </p>
      {imageNote !== undefined && (
        <p className={css.note}>
          <TriangleAlert size={15} aria-hidden /> {imageNote}
        </p>
      )}
      <Markdown text={text} isGrowing={isGrowing} />
      {isGrowing && <AnswerProgress messageId={message.id} />}
      <Ending message={message} />
      {!isGrowing && (
        <div className={css.foot}>
          <div className={css.actions}>
            {message.text !== '' && <CopyButton message={message} />}
            {canRegenerate && <RegenerateButton />}
          </div>
          {message.provenance && <ProvenanceLine provenance={message.provenance} />}
        </div>
      )}
    </article>
  );
});

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
  if (message.state === 'complete' && message.text.trim() === '') {
    return <p className={css.ending}>{strings.saidNothing}</p>;
  }
  return null;
}

function RegenerateButton() {
  const strings = useStrings();
  const { regenerate } = useActions();
  return (
    <IconButton label={strings.regenerate} onClick={() => void regenerate()}>
      <RefreshCw size={16} aria-hidden />
    </IconButton>
  );
}

/** Copies the answer with the label that it is a model's: text leaves the page never without it. */
function CopyButton({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    const model = message.provenance?.checkpoint ?? strings.appName;
    await navigator.clipboard.writeText(
      `${message.text}\n\n${strings.copyLabel(model)}`,
    );
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <IconButton
      label={isCopied ? strings.copied : strings.copy}
      onClick={() => void copy()}
    >
      {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
    </IconButton>
  );
}
