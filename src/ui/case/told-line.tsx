/** @file Under an answer: which facts it was told, whether they hold still, and its exact prompt. */
import { areSameFacts, factLines } from '../../clinic/case-facts.ts';
import type { Message } from '../../clinic/conversation.ts';
import { currentFacts } from '../../app/what-is-told.ts';
import { useSelected } from '../app-context.ts';
import { useOpenPanel } from '../commands/open-panel.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';

export function ToldLine({ message }: { readonly message: Message }) {
  const strings = useStrings().case;
  const language = useLanguage();
  const openPanel = useOpenPanel();
  const facts = message.provenance?.facts;
  const isChanged = useSelected((state) => !areSameFacts(facts, currentFacts(state)));
  const lines = factLines(facts ?? {}, language);
  return (
    <div className={css.told}>
      {lines.length > 0 && (
        <details>
          <summary>
            {strings.toldThen}
            {isChanged && ` · ${strings.factsChanged}`}
          </summary>
          <dl>
            {lines.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {lines.length === 0 && isChanged && (
        <span>
          {strings.noFactsTold} · {strings.factsChanged}
        </span>
      )}
      <button
        type="button"
        className={css.link}
        onClick={() =>
          openPanel({ kind: 'prompt', of: { kind: 'answer', messageId: message.id } })
        }
      >
        {strings.exactPrompt}
      </button>
    </div>
  );
}
