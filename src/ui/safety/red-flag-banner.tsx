/**
 * @file What may not wait, above the composer: in the turn being written and in
 * the last one asked. It stays while the words hold; there is no way to close it.
 */
import { Siren } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { currentDraft, currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import { join } from '../controls/button.tsx';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './red-flag-banner.module.css';
import { type SeenFlag, seenFlags } from './seen-flags.ts';

const draftText = (state: AppState) => currentDraft(state).text;
const askedText = (state: AppState) =>
  currentMessages(state).findLast(({ role }) => role === 'user')?.text ?? '';

export function RedFlagBanner() {
  const draft = useDeferredValue(useSelected(draftText));
  const asked = useSelected(askedText);
  const flags = useMemo(() => seenFlags([draft, asked]), [draft, asked]);
  return flags.length === 0 ? null : <Banner flags={flags} />;
}

interface FlagsProps {
  readonly flags: readonly SeenFlag[];
}

function Banner({ flags }: FlagsProps) {
  const strings = useStrings().redFlags;
  const language = useLanguage();
  return (
    <div className={css.frame}>
      <section className={css.banner} aria-label={strings.title} tabIndex={0}>
        {/* Only new flags are spoken: the words below change with every key. */}
        <div role="alert" aria-atomic="false" className={css.flags}>
          {flags.map(({ rule: { id, tier, title, action } }) => (
            <div key={id} className={join(css.flag, tier === 'same-day' && css.later)}>
              <Siren size={17} aria-hidden />
              <div>
                <p className={css.title}>
                  <span className={css.tier}>{strings.tier[tier]}</span>{' '}
                  {title[language]}
                </p>
                <p>{action[language]}</p>
              </div>
            </div>
          ))}
        </div>
        <Sources flags={flags} />
      </section>
    </div>
  );
}

function Sources({ flags }: FlagsProps) {
  const strings = useStrings().redFlags;
  const language = useLanguage();
  return (
    <details className={css.sources}>
      <summary>{strings.why}</summary>
      <ul>
        {flags.map(({ rule: { id, title, source }, words }) => (
          <li key={id}>
            <p className={css.of}>{title[language]}</p>
            <p>
              {strings.seenIn(
                words.length === 0
                  ? strings.fromTheCase
                  : words.map(strings.quote).join(' '),
              )}
            </p>
            <p>
              <cite>{source.guideline}</cite>: {source.section}
            </p>
          </li>
        ))}
      </ul>
      <p>{strings.limits}</p>
    </details>
  );
}
