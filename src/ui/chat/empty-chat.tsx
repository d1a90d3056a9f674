/** @file What is shown before the first turn: what this is, and questions to begin with. */
import { Cpu, Lock } from 'lucide-react';
import { useActions, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './empty-chat.module.css';

export function EmptyChat() {
  const strings = useStrings();
  const { setDraftText } = useActions();
  const isOnCpu = useSelected(
    ({ engine }) => engine.kind === 'ready' && engine.device.runtime === 'wasm',
  );
  const ask = (question: string) => {
    setDraftText(question);
    focusComposer();
  };
  return (
    <div className={css.empty}>
      <h2 className={css.title}>{strings.emptyTitle}</h2>
      <p className={css.text}>{strings.emptyText}</p>
      <ul className={css.examples} aria-label={strings.examples}>
        {strings.exampleQuestions.map((question) => (
          <li key={question}>
            <button type="button" className={css.example} onClick={() => ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
      <ul className={css.facts}>
        <li>
          <Lock size={16} aria-hidden /> {strings.keptHere}
        </li>
        {isOnCpu && (
          <li>
            <Cpu size={16} aria-hidden /> {strings.runsOnCpuWhy}
          </li>
        )}
      </ul>
    </div>
  );
}
