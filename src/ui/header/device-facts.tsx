/** @file What the model is and what computes it, as lists of facts. */
import type { CheckpointSummary, EngineState } from '../../app/state.ts';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatLanguages,
  formatSmall,
} from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './header.module.css';
import { sightWords } from '../checkpoints/sight-words.ts';

type DeviceReport = Extract<EngineState, { kind: 'ready' }>['device'];

export function CheckpointFacts({
  checkpoint,
}: {
  readonly checkpoint: CheckpointSummary;
}) {
  const strings = useStrings();
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [strings.quantization, checkpoint.quantization],
        [strings.size, formatBytes(checkpoint.sizeBytes, language)],
        [strings.licence, checkpoint.licence],
        [strings.images, sightWords(checkpoint, strings)],
        ...(checkpoint.languages === undefined
          ? []
          : [
              [
                strings.languages,
                formatLanguages(checkpoint.languages, language),
              ] as const,
            ]),
      ]}
    />
  );
}

export function DeviceFacts({ device }: { readonly device: DeviceReport }) {
  const strings = useStrings();
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [strings.runtime, strings.runtimeName[device.runtime]],
        [strings.device, device.description],
        [strings.floatType, device.floatType],
        device.runtime === 'wasm'
          ? [strings.threads, formatCount(device.threads, language)]
          : [strings.subgroups, device.subgroups ? strings.yes : strings.no],
        [strings.sessions, formatCount(device.sessions, language)],
        [strings.context, strings.tokens(formatCount(device.contextTokens, language))],
        [strings.selfCheckError, formatSmall(device.selfCheckError)],
        [strings.loadTime, formatDuration(device.loadMs, language)],
      ]}
    />
  );
}

export function RejectedConfigurations({ rejected }: Pick<DeviceReport, 'rejected'>) {
  const strings = useStrings();
  if (rejected.length === 0) return null;
  return (
    <details>
      <summary>{strings.rejected}</summary>
      <ul className={css.rejected}>
        {rejected.map(({ configuration, reason }) => (
          <li key={configuration}>
            <b>{configuration}</b> {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
