/** @file Whether this device can hold a checkpoint, in a sentence with its numbers. */
import type { CheckpointFacts } from '../../app/actions.ts';
import type { Strings } from '../strings/en.ts';
import { formatBytes } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { FactLine } from './fact-line.tsx';

type Fit = CheckpointFacts['fit'];

export function FitLines({ fit }: { readonly fit: Fit }) {
  const strings = useStrings().models;
  const language = useLanguage();
  const size = (bytes: number) => formatBytes(bytes, language);
  const { weightBytes, cacheBytes } = fit.needs;
  return (
    <>
      <FactLine name={strings.onThisDevice}>{sentence(fit, strings, size)}</FactLine>
      <FactLine name={strings.wouldRunOn}>{strings[fit.runtime]}</FactLine>
      <FactLine name={strings.needs}>
        {strings.needsOf(
          size(weightBytes + cacheBytes),
          size(weightBytes),
          size(cacheBytes),
        )}
      </FactLine>
    </>
  );
}

function sentence(
  { runtime, verdict, needs, holdsBytes }: Fit,
  strings: Strings['models'],
  size: (bytes: number) => string,
): string {
  const needed = size(needs.weightBytes + needs.cacheBytes);
  const holds = size(holdsBytes);
  if (verdict !== 'too-large') return strings.verdict[verdict](needed, holds);
  return runtime === 'wasm'
    ? strings.verdict['too-large-wasm'](needed, holds)
    : strings.verdict['too-large-gpu'](size(needs.largestBytes), holds);
}
