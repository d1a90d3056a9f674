/** @file An answer that ended without a word: what may be the cause, and how to ask again. */
import { CircleAlert } from 'lucide-react';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

interface EmptyAnswerProps {
  readonly canRegenerate: boolean;
  /** The checkpoint that answered, when images were before it that it does not understand. */
  readonly blindTo: string | undefined;
  /** The turn asked, when it has images and can still be changed. */
  readonly imagesTurn: string | undefined;
}

export function EmptyAnswer({ canRegenerate, blindTo, imagesTurn }: EmptyAnswerProps) {
  const strings = useStrings();
  const { regenerate, beginEditWithoutImages } = useActions();
  return (
    <div className={css.wordless}>
      <CircleAlert size={18} aria-hidden />
      <div>
        <p>{strings.saidNothing}</p>
        <p>
          {blindTo === undefined
            ? strings.saidNothingAdvice
            : strings.imagesSilence(blindTo)}
        </p>
        {canRegenerate && (
          <div className={css.buttons}>
            <Button onClick={() => void regenerate()}>{strings.regenerate}</Button>
            {blindTo !== undefined && imagesTurn !== undefined && (
              <Button onClick={() => void beginEditWithoutImages(imagesTurn)}>
                {strings.askWithoutImages}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
