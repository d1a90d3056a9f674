/**
 * @file One polite live region that reads a growing answer aloud, a finished
 * sentence at a time, and says when it begins, ends or is stopped.
 */
import { useEffect, useRef, useState } from 'react';
import { currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { failureOf } from './answer-failure.tsx';
import { finishedLength, spoken } from './finished-sentences.ts';
import { saysNothing } from './says-nothing.ts';

const lastAnswer = (state: AppState) => {
  const last = currentMessages(state).at(-1);
  return last?.role === 'assistant' ? last : undefined;
};

export function Announcer() {
  const strings = useStrings();
  const answer = useSelected(lastAnswer);
  const [said, setSaid] = useState('');
  /** The answer being followed, and how much of it has been said. */
  const followed = useRef<{ id: string; length: number }>(undefined);

  /** An answer as it ended: when it goes on, it is not said from the beginning. */
  const ended = useRef<{ id: string; length: number }>(undefined);

  useEffect(() => {
    if (answer === undefined) return;
    if (answer.state === 'growing') {
      if (followed.current?.id !== answer.id) {
        const goesOn = ended.current?.id === answer.id;
        const length = goesOn ? (ended.current?.length ?? 0) : 0;
        followed.current = { id: answer.id, length };
        setSaid(strings.answerBegins);
      }
      const length = finishedLength(answer.text);
      const sentence = spoken(answer.text.slice(followed.current.length, length));
      followed.current.length = Math.max(length, followed.current.length);
      if (sentence !== '') setSaid(sentence);
      return;
    }
    ended.current = { id: answer.id, length: answer.text.length };
    if (followed.current?.id !== answer.id) return;
    const rest = spoken(answer.text.slice(followed.current.length));
    const whole = saysNothing(answer.text)
      ? strings.saidNothing
      : strings.answerFinished;
    const end = answer.state === 'stopped' ? strings.answerStopped : whole;
    followed.current = undefined;
    setSaid(
      answer.state === 'failed'
        ? strings.sayError(failureOf(answer))
        : `${rest} ${end}`,
    );
  }, [answer, strings]);

  return (
    <div role="status" aria-live="polite" className="visuallyHidden">
      {said}
    </div>
  );
}
