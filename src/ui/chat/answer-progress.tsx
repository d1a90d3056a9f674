/** @file What the engine is doing for the growing answer. */
import type { AnswerState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import type { Strings } from '../strings/en.ts';
import { formatCount, formatRate } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

type Running = Extract<AnswerState, { kind: 'running' }>;

export function AnswerProgress({ messageId }: { readonly messageId: string }) {
  const strings = useStrings();
  const language = useLanguage();
  const answer = useSelected((state) => state.answer);
  if (answer.kind !== 'running' || answer.messageId !== messageId) return null;
  const count = (tokens: number) => formatCount(tokens, language);
  return (
    <p className={css.progress}>
      <span className={css.pulse} aria-hidden />
      {sentence(answer, strings, count)}
      {answer.phase === 'decode' && answer.tokensPerSecond > 0 && (
        <span className={css.rate}>
          {strings.tokensPerSecond(formatRate(answer.tokensPerSecond, language))}
        </span>
      )}
    </p>
  );
}

function sentence(
  answer: Running,
  strings: Strings,
  count: (tokens: number) => string,
): string {
  if (answer.isStopping) return strings.stopping;
  switch (answer.phase) {
    case 'waiting-for-engine':
      return strings.waitingForModel;
    case 'images':
      return strings.readingImage(answer.imageIndex + 1, answer.imageCount);
    case 'prefill':
      return answer.prefillTotalTokens === 0
        ? strings.thinking
        : strings.readingPrompt(
            count(answer.prefillDoneTokens),
            count(answer.prefillTotalTokens),
          );
    case 'decode':
      return strings.writing;
  }
}
