/** @file Whether an answer depended on the picture, in words and numbers. */
import type { Given, Look, LookEvent } from '../../app/examine.ts';
import { currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import type { Message } from '../../clinic/conversation.ts';
import { useApp, useSelected } from '../app-context.ts';
import { ErrorText } from '../status/error-text.tsx';
import { formatCount, formatDecimals } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './answer-examine.module.css';
import { RunRow } from './run-row.tsx';
import { useExamination } from './use-examination.ts';

const GIVEN: readonly Given[] = ['with', 'without', 'other'];

/** True when pictures are before the answer. */
const hasPictures = (id: string) => (state: AppState) => {
  const messages = currentMessages(state);
  const at = messages.findIndex((message) => message.id === id);
  return messages.slice(0, at).some(({ attachments }) => attachments.length > 0);
};

export function AnswerLook({ message }: { readonly message: Message }) {
  const strings = useStrings().examined;
  const { examine } = useApp();
  const isOnPictures = useSelected(hasPictures(message.id));
  const examination = useExamination<LookEvent>((signal) =>
    examine.didItLook(message.id, signal),
  );
  if (!isOnPictures) return null;
  const { event } = examination;
  const { provenance } = message;
  return (
    <section className={css.section}>
      <h3>{strings.look}</h3>
      <p className={css.soft}>{strings.lookWhy}</p>
      <RunRow
        examination={examination}
        progress={
          event?.kind === 'reading' ? strings.looking[event.given] : strings.reading
        }
      />
      {event?.kind === 'failed' && <ErrorText error={event.problem.record} />}
      {event?.kind === 'done' && (
        <>
          <Verdict look={event.look} />
          {provenance?.understandsImages === false && (
            <p>{strings.lookBlind(provenance.checkpoint)}</p>
          )}
          <p className={css.soft}>{strings.lookMeaning}</p>
        </>
      )}
    </section>
  );
}

function Verdict({ look }: { readonly look: Look }) {
  const strings = useStrings().examined;
  const language = useLanguage();
  const { readings, tokens, begunTokens, verdict } = look;
  const begins = (differsAt: number | undefined) =>
    differsAt === undefined
      ? strings.lookSame
      : strings.lookChanged(formatCount(differsAt + 1, language));
  return (
    <div className={css.result}>
      <p role="status" className={css.verdict}>
        {strings.lookVerdict[verdict]}
      </p>
      <div
        className={css.scroll}
        tabIndex={0}
        role="group"
        aria-label={strings.lookTable}
      >
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{strings.lookGiven}</th>
              <th scope="col">{strings.lookMean}</th>
              <th scope="col">{strings.lookPerplexity}</th>
              <th scope="col">{strings.lookBegins}</th>
            </tr>
          </thead>
          <tbody>
            {GIVEN.map((given) => {
              const { meanLogprob, differsAt } = readings[given];
              return (
                <tr key={given}>
                  <th scope="row">{strings.lookRows[given]}</th>
                  <td>{formatDecimals(meanLogprob, language)}</td>
                  <td>{formatDecimals(Math.exp(-meanLogprob), language)}</td>
                  <td>{given === 'with' ? '–' : begins(differsAt)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={css.soft}>
        {strings.lookTokens(
          formatCount(tokens, language),
          formatCount(begunTokens, language),
        )}
      </p>
    </div>
  );
}
