/** @file The model's summary of a consultation, for the doctor to correct and approve. */
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../app/problem.ts';
import type { Language } from '../../app/state.ts';
import { useActions, useApp } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal, ModalButtons } from '../controls/modal.tsx';
import { ErrorText } from '../status/error-text.tsx';
import type { RoomStrings } from '../strings/room-en.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './summary.module.css';

export function SummaryDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().room;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.summaryTitle}
      description={strings.summaryWhy}
      shape="wide"
    >
      <Summary onClose={onClose} />
    </Modal>
  );
}

function Summary({ onClose }: Pick<DialogProps, 'onClose'>) {
  const all = useStrings();
  const strings = all.room;
  const { goOnWith } = useActions();
  const language = useLanguage();
  const { text, progress, problem, change, writeAgain } = useSummary();
  const isWriting = typeof progress === 'object';
  const approve = (event: FormEvent) => {
    event.preventDefault();
    goOnWith(`${strings.summaryHead}\n\n${text.trim()}`);
    onClose();
    setTimeout(focusComposer); // the dialog gives the focus back first
  };
  return (
    <form onSubmit={approve} className={css.form} autoComplete="off">
      <p className={css.progress} role="status">
        {say(progress, strings, language)}
      </p>
      <textarea
        className={css.text}
        aria-label={strings.summary}
        rows={14}
        value={text}
        readOnly={isWriting}
        onChange={(event) => change(event.target.value)}
      />
      {problem !== undefined && <ErrorText error={problem.record} />}
      <ModalButtons>
        <Button onClick={onClose}>{all.cancel}</Button>
        <Button disabled={isWriting} onClick={writeAgain}>
          {strings.writeAgain}
        </Button>
        <Button look="primary" type="submit" disabled={isWriting || text.trim() === ''}>
          {strings.approve}
        </Button>
      </ModalButtons>
    </form>
  );
}

type Progress =
  | { readonly part: number; readonly parts: number }
  | 'written'
  | 'failed';

const FIRST: Progress = { part: 1, parts: 1 };

/** The summary as the model writes it; closing the dialog, or locking the page, stops it. */
function useSummary() {
  const app = useApp();
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<Progress>(FIRST);
  const [problem, setProblem] = useState<Problem>();
  const writing = useRef<AbortController>(undefined);

  const write = useCallback(async () => {
    writing.current?.abort();
    const { signal } = (writing.current = new AbortController());
    await follow(app.summarize(signal), (event) => {
      if (signal.aborted) return;
      if (event === 'end') {
        setProgress((before) => (before === 'failed' ? before : 'written'));
      } else if (event.kind === 'part') {
        setText('');
        setProgress(event);
      } else if (event.kind === 'text') {
        setText((before) => before + event.text);
      } else {
        setProgress('failed');
        setProblem(event.problem);
      }
    });
  }, [app]);

  useEffect(() => {
    void write();
    return () => writing.current?.abort();
  }, [write]);
  return {
    text,
    progress,
    problem,
    change: setText,
    writeAgain() {
      setProgress(FIRST);
      setProblem(undefined);
      void write();
    },
  };
}

async function follow<T>(
  events: AsyncIterable<T>,
  hear: (event: T | 'end') => void,
): Promise<void> {
  for await (const event of events) hear(event);
  hear('end');
}

function say(progress: Progress, strings: RoomStrings, language: Language): string {
  if (progress === 'failed') return '';
  if (progress === 'written') return strings.summaryWritten;
  const { part, parts } = progress;
  if (parts === 1) return strings.summarizing;
  return strings.summarizingPart(
    formatCount(part, language),
    formatCount(parts, language),
  );
}
