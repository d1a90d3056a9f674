/** @file How much of what the model can read at once is used, in tokens. */
import { contextUse, isNearlyFull } from '../../app/context-use.ts';
import { useSelectedList } from '../app-context.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './context-meter.module.css';

export function ContextMeter() {
  const strings = useStrings().room;
  const language = useLanguage();
  const use = useSelectedList(contextUse);
  if (use === undefined) return null;
  const { usedTokens, limitTokens } = use;
  const share = Math.min(1, usedTokens / limitTokens);
  const text = strings.contextOf(
    formatCount(usedTokens, language),
    formatCount(limitTokens, language),
  );
  return (
    <span
      className={css.meter}
      role="meter"
      aria-label={strings.context}
      aria-valuemin={0}
      aria-valuemax={limitTokens}
      aria-valuenow={Math.min(usedTokens, limitTokens)}
      aria-valuetext={text}
      title={text}
      data-nearly-full={isNearlyFull(use) || undefined}
    >
      <span className={css.track} aria-hidden>
        <span className={css.bar} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={css.text} aria-hidden>
        {text}
      </span>
    </span>
  );
}
