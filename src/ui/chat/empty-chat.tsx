/** @file What is shown before the first turn: what this is, and questions to begin with. */
import { Cpu, Languages, Lock } from 'lucide-react';
import { loadedCheckpoint, speaks } from '../../app/spoken-languages.ts';
import { useActions, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { DemonstrationCases } from '../demonstration/demonstration-cases.tsx';
import { formatLanguages } from '../strings/format.ts';
import { LANGUAGES, useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './empty-chat.module.css';

export function EmptyChat() {
  const strings = useStrings();
  const { setDraftText } = useActions();
  const isOnCpu = useSelected(
    ({ engine }) => engine.kind === 'ready' && engine.device.runtime === 'wasm',
  );
  const language = useLanguage();
  const checkpoint = useSelected(loadedCheckpoint);
  const spoken =
    checkpoint?.languages && formatLanguages(checkpoint.languages, language);
  const isForeign = checkpoint !== undefined && !speaks(checkpoint, language);
  // Questions that a model cannot read are no examples.
  const examples = isForeign ? LANGUAGES.en.strings : strings;
  const ask = (question: string) => {
    setDraftText(question);
    focusComposer();
  };
  return (
    <div className={css.empty}>
      <h2 className={css.title}>{strings.emptyTitle}</h2>
      <p className={css.text}>{strings.emptyText}</p>
      {isForeign && spoken !== undefined && (
        <p className={css.note}>{strings.askInstead(checkpoint.name, spoken)}</p>
      )}
      <ul
        className={css.examples}
        aria-label={strings.examples}
        lang={isForeign ? 'en' : undefined}
      >
        {examples.exampleQuestions.map((question) => (
          <li key={question}>
            <button type="button" className={css.example} onClick={() => ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
      <DemonstrationCases />
      <ul className={css.facts}>
        <li>
          <Lock size={16} aria-hidden /> {strings.keptHere}
        </li>
        {checkpoint && spoken !== undefined && !isForeign && (
          <li>
            <Languages size={16} aria-hidden />{' '}
            {strings.speaksOnly(checkpoint.name, spoken)}
          </li>
        )}
        {isOnCpu && (
          <li>
            <Cpu size={16} aria-hidden /> {strings.runsOnCpuWhy}
          </li>
        )}
      </ul>
    </div>
  );
}
