/** @file An answer made again, and how it compares with the first. */
import type { Replay, ReplayEvent } from '../../app/examine.ts';
import type { Message } from '../../clinic/conversation.ts';
import { useApp, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Button } from '../controls/button.tsx';
import { ErrorText } from '../status/error-text.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './answer-examine.module.css';
import { RunRow } from './run-row.tsx';
import { useExamination } from './use-examination.ts';

export function AnswerReplay({ message }: { readonly message: Message }) {
  const strings = useStrings().examined;
  const { examine } = useApp();
  const examination = useExamination((signal) => examine.replay(message.id, signal));
  const { event } = examination;
  return (
    <section className={css.section}>
      <h3>{strings.replay}</h3>
      <p className={css.soft}>{strings.replayWhy}</p>
      <RunRow examination={examination} progress={<Progress event={event} />} />
      {event?.kind === 'failed' && <ErrorText error={event.problem.record} />}
      {event?.kind === 'done' && <Comparison replay={event.replay} />}
    </section>
  );
}

function Progress({ event }: { readonly event: ReplayEvent | undefined }) {
  const strings = useStrings().examined;
  const language = useLanguage();
  if (event?.kind !== 'text') return strings.reading;
  return strings.replaying(
    formatCount(event.newTokens, language),
    formatCount(event.ofTokens, language),
  );
}

function Comparison({ replay }: { readonly replay: Replay }) {
  const strings = useStrings().examined;
  const { tokens, words, of, text } = replay;
  const isSameText = of.text === text;
  const said =
    tokens === 'identical'
      ? strings.identical
      : !isSameText
        ? strings.different
        : tokens === 'unknown'
          ? strings.sameWordsUnknown
          : strings.sameWords;
  return (
    <div className={css.result}>
      <p role="status" className={css.verdict}>
        {said}
      </p>
      {!isSameText && (
        <div
          className={css.words}
          tabIndex={0}
          role="group"
          aria-label={strings.different}
        >
          {words.map(({ kind, text: part }, index) => {
            if (kind === 'removed') return <del key={index}>{part}</del>;
            if (kind === 'added') return <ins key={index}>{part}</ins>;
            return <span key={index}>{part}</span>;
          })}
        </div>
      )}
      {!isSameText && (
        <p className={css.soft}>
          <del>{strings.removed}</del> <ins>{strings.added}</ins>
        </p>
      )}
      <Circumstances replay={replay} />
      <KeepButton replay={replay} />
    </div>
  );
}

/** Whether device, checkpoint and settings are those of then. */
function Circumstances({ replay }: { readonly replay: Replay }) {
  const strings = useStrings().examined;
  const { differences, isSameSettings, of, tokens } = replay;
  const isSame = isSameSettings && differences.length === 0;
  return (
    <>
      {!isSameSettings && <p>{strings.unknownSettings}</p>}
      {isSame && <p>{strings.allTheSame}</p>}
      {differences.length > 0 && (
        <p>{strings.notTheSame(differences.map((what) => strings.differs[what]))}</p>
      )}
      {of.provenance?.continuations !== undefined && <p>{strings.wasContinued}</p>}
      {isSame && tokens === 'different' && (
        <p className={css.soft}>{strings.whyDifferent}</p>
      )}
    </>
  );
}

/** The answer that is kept takes the place of this one on screen, and the dialog goes with it. */
function KeepButton({ replay }: { readonly replay: Replay }) {
  const strings = useStrings().examined;
  const { examine } = useApp();
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  if (!isWriter) return null;
  return (
    <div>
      <Button onClick={() => void examine.keepReplay(replay).then(focusComposer)}>
        {strings.keep}
      </Button>
    </div>
  );
}
