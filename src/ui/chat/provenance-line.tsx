/** @file Where an answer came from, on one quiet line. */
import type { Provenance } from '../../clinic/conversation.ts';
import { formatCount, formatRate } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './turn.module.css';

export function ProvenanceLine({ provenance }: { readonly provenance: Provenance }) {
  const strings = useStrings();
  const language = useLanguage();
  const { checkpoint, quantization, device, newTokens, promptTokens, reusedTokens } =
    provenance;
  const parts = [
    `${checkpoint} · ${quantization}`,
    device,
    strings.tokens(formatCount(newTokens, language)),
    strings.promptOf(
      formatCount(promptTokens, language),
      formatCount(reusedTokens, language),
    ),
    ...(provenance.decodeTokensPerSecond > 0
      ? [
          strings.tokensPerSecond(
            formatRate(provenance.decodeTokensPerSecond, language),
          ),
        ]
      : []),
    ...(provenance.continuations === undefined
      ? []
      : [strings.room.continued(formatCount(provenance.continuations, language))]),
  ];
  return (
    <ul className={css.provenance} aria-label={strings.provenance}>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
