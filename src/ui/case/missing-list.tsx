/** @file What is still to ask, beside the conversation: one click puts a question into the message. */
import { CornerDownLeft } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { currentDraft, currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { currentFacts } from '../../app/what-is-told.ts';
import {
  type MissingQuestion,
  missingQuestions,
} from '../../clinic/case-questions/missing-questions.ts';
import { useActions, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Button } from '../controls/button.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';

/** Shown before one asks for more. */
const FIRST = 6;

/** What the doctor wrote, the turn being written too; what a model wrote answers nothing. */
const writtenText = (state: AppState): string =>
  [...currentMessages(state).filter(({ role }) => role === 'user'), currentDraft(state)]
    .map(({ text }) => text)
    .join('\n\n');

interface MissingListProps {
  /** Called when a question was put into the message. */
  onAsked?: (() => void) | undefined;
}

export function MissingList({ onAsked }: MissingListProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const written = useDeferredValue(useSelected(writtenText));
  const facts = useDeferredValue(useSelected(currentFacts));
  const { complaints, missing, answered } = useMemo(
    () => missingQuestions({ facts, texts: [written] }),
    [facts, written],
  );
  const titleId = useId();
  const names = complaints.map(({ name }) => name[language]);
  return (
    <section className={css.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={css.heading}>
        {strings.missing}
      </h3>
      {complaints.length === 0 ? (
        <p className={css.why}>{strings.noComplaint}</p>
      ) : (
        <>
          <p className={css.why}>
            {strings.forComplaint(names.join(language === 'zh' ? '、' : ', '))}
            {' · '}
            {strings.answered(
              formatCount(answered, language),
              formatCount(answered + missing.length, language),
            )}
          </p>
          <Questions missing={missing} onAsked={onAsked} />
          <p className={css.why}>{strings.missingWhy}</p>
        </>
      )}
    </section>
  );
}

interface QuestionsProps extends MissingListProps {
  readonly missing: readonly MissingQuestion[];
}

function Questions({ missing, onAsked }: QuestionsProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? missing : missing.slice(0, FIRST);
  if (missing.length === 0) return <p className={css.why}>{strings.nothingMissing}</p>;
  return (
    <>
      <ul className={css.questions}>
        {shown.map((question) => (
          <Question key={question.id} question={question} onAsked={onAsked} />
        ))}
      </ul>
      {shown.length < missing.length && (
        <Button look="quiet" onClick={() => setIsLong(true)}>
          {strings.moreQuestions(formatCount(missing.length - shown.length, language))}
        </Button>
      )}
    </>
  );
}

interface QuestionProps extends MissingListProps {
  readonly question: MissingQuestion;
}

function Question({ question: { topic }, onAsked }: QuestionProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const { setDraftText } = useActions();
  const draft = useSelected(currentDraft).text;
  const text = topic.question[language];
  const ask = () => {
    const before = draft.trimEnd();
    setDraftText(`${before}${before === '' ? '' : '\n'}${text} `);
    onAsked?.();
    requestAnimationFrame(focusComposer);
  };
  return (
    <li>
      <button
        type="button"
        className={css.question}
        aria-label={strings.ask(text)}
        onClick={ask}
      >
        <span>
          {topic.isDanger && <span className={css.danger}>{strings.redFlag}</span>}
          {text}
        </span>
        <CornerDownLeft size={15} aria-hidden />
      </button>
    </li>
  );
}
